import { z } from 'zod';
import { commonFields, ipv4Field, rowsOf } from '../fields.ts';
import { resourceIdSchema } from '../ids.ts';
import { keepUnknown } from '../keep-unknown.ts';

/** One address of a NAT gateway; `interface` is the id of its network interface where a snapshot names it. */
export const natGatewayAddressSchema = keepUnknown({
  privateAddress: ipv4Field.optional(),
  publicAddress: ipv4Field.optional(),
  allocation: z.string().optional(),
  interface: resourceIdSchema.optional(),
  primary: z.boolean().optional(),
  availabilityZone: z.string().optional(),
});

/**
 * A NAT gateway. A zonal one stands in `subnet`; a regional one belongs to `vpc`, needs no subnet, has a table of its own
 * (`routeTable`) and serves the zones of its addresses. With `autoProvisionZones` AWS adds a zone once something in it
 * needs one. https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html
 */
export const natGatewaySchema = keepUnknown({
  ...commonFields,
  kind: z.literal('nat-gateway'),
  connectivity: z.enum(['public', 'private']),
  availability: z.enum(['zonal', 'regional']),
  subnet: resourceIdSchema.optional(),
  vpc: resourceIdSchema.optional(),
  routeTable: resourceIdSchema.optional(),
  autoProvisionZones: z.boolean().optional(),
  state: z.enum(['pending', 'available', 'failed', 'deleting', 'deleted']),
  addresses: rowsOf(natGatewayAddressSchema),
});
export type NatGateway = z.infer<typeof natGatewaySchema>;
