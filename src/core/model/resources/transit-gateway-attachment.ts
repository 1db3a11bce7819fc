import { z } from 'zod';
import { commonFields, resourceIdList } from '../fields.ts';
import { resourceIdSchema } from '../ids.ts';
import { keepUnknown } from '../keep-unknown.ts';

/** AWS's states of an attachment; only `available` and `modifying` ones carry traffic (EC2 API, TransitGatewayAttachment). */
const stateSchema = z.enum([
  'initiating',
  'initiatingRequest',
  'pendingAcceptance',
  'pending',
  'available',
  'modifying',
  'deleting',
  'deleted',
  'rollingBack',
  'failed',
  'failing',
  'rejected',
  'rejecting',
]);

/** The other end of a peering between transit gateways; `routeTable` is the table that other end is associated with. */
const peerSchema = keepUnknown({
  transitGateway: resourceIdSchema.optional(),
  account: z.string().optional(),
  region: z.string().optional(),
  routeTable: resourceIdSchema.optional(),
});

/**
 * What connects something to a transit gateway (Transit Gateway guide, working-with-transit-gateways). `routeTable` is the
 * one table that decides for what comes in through it; `subnets` are a VPC's, at most one in each zone. A peering is one
 * attachment of both transit gateways. `routeTableKnown` is false where an import does not say which table it has.
 */
export const transitGatewayAttachmentSchema = keepUnknown({
  ...commonFields,
  kind: z.literal('transit-gateway-attachment'),
  transitGateway: resourceIdSchema,
  type: z.enum(['vpc', 'vpn', 'peering', 'direct-connect-gateway', 'connect']),
  state: stateSchema,
  vpc: resourceIdSchema.optional(),
  subnets: resourceIdList,
  applianceMode: z.boolean().optional(),
  securityGroupReferencing: z.boolean().optional(),
  vpnConnection: resourceIdSchema.optional(),
  directConnectGateway: resourceIdSchema.optional(),
  transportAttachment: resourceIdSchema.optional(),
  peer: peerSchema.optional(),
  routeTable: resourceIdSchema.optional(),
  routeTableKnown: z.boolean().optional(),
});
export type TransitGatewayAttachment = z.infer<typeof transitGatewayAttachmentSchema>;
