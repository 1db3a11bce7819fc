import { z } from 'zod';
import { cidrField, commonFields, rowsOf } from '../fields.ts';
import { resourceIdSchema } from '../ids.ts';
import { keepUnknown } from '../keep-unknown.ts';

/** An association with a virtual private gateway or a transit gateway; its prefixes are announced to on-premises. */
export const directConnectAssociationSchema = keepUnknown({
  gateway: resourceIdSchema,
  allowedPrefixes: z.array(cidrField),
  state: z.enum(['associating', 'associated', 'updating', 'disassociating', 'disassociated']),
});
export type DirectConnectAssociation = z.infer<typeof directConnectAssociationSchema>;

/**
 * A Direct Connect gateway: joins virtual interfaces with the gateways of VPCs in any Region. It carries nothing between
 * two of its associated gateways (Direct Connect guide, direct-connect-gateways-intro).
 */
export const directConnectGatewaySchema = keepUnknown({
  ...commonFields,
  kind: z.literal('direct-connect-gateway'),
  asn: z.number().optional(),
  associations: rowsOf(directConnectAssociationSchema),
  state: z.enum(['pending', 'available', 'deleting', 'deleted']).optional(),
});
export type DirectConnectGateway = z.infer<typeof directConnectGatewaySchema>;
