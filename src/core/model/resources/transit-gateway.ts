import { z } from 'zod';
import { commonFields } from '../fields.ts';
import { resourceIdSchema } from '../ids.ts';
import { keepUnknown } from '../keep-unknown.ts';

/**
 * A transit gateway: a Regional router between VPCs, VPNs, Direct Connect gateways and other transit gateways
 * (Transit Gateway guide, how-transit-gateways-work). `account` is its owner's; new attachments are associated with and
 * propagate to the default tables, where it has them. Referencing of security groups is off unless it is said to be on.
 */
export const transitGatewaySchema = keepUnknown({
  ...commonFields,
  kind: z.literal('transit-gateway'),
  region: resourceIdSchema,
  asn: z.number().optional(),
  state: z.enum(['pending', 'available', 'modifying', 'deleting', 'deleted']).optional(),
  securityGroupReferencing: z.boolean().optional(),
  dnsSupport: z.boolean().optional(),
  defaultAssociationRouteTable: resourceIdSchema.optional(),
  defaultPropagationRouteTable: resourceIdSchema.optional(),
});
export type TransitGateway = z.infer<typeof transitGatewaySchema>;
