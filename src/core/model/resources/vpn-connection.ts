import { z } from 'zod';
import { cidrField, commonFields, rowsOf } from '../fields.ts';
import { resourceIdSchema } from '../ids.ts';
import { keepUnknown } from '../keep-unknown.ts';

/** A Site-to-Site VPN connection between a customer gateway and a virtual private (or transit) gateway. */
export const vpnConnectionSchema = keepUnknown({
  ...commonFields,
  kind: z.literal('vpn-connection'),
  customerGateway: resourceIdSchema,
  gateway: resourceIdSchema.optional(),
  routing: z.enum(['static', 'bgp']),
  staticRoutes: rowsOf(keepUnknown({ cidr: cidrField })),
  tunnels: rowsOf(keepUnknown({ outsideAddress: z.string().optional(), status: z.enum(['up', 'down']) })),
  state: z.enum(['pending', 'available', 'deleting', 'deleted']),
});
export type VpnConnection = z.infer<typeof vpnConnectionSchema>;
