import { z } from 'zod';
import { cidrField, commonFields, resourceIdList, rowsOf } from '../fields.ts';
import { resourceIdSchema } from '../ids.ts';
import { keepUnknown } from '../keep-unknown.ts';

const PREFIX_LIST = /^pl-/;

/**
 * One route. `destination` is a CIDR or a prefix list id (`pl-…`); `target` is a resource id, or `local` where a local
 * route's target was replaced and put back. `state` is what AWS reported, when it did.
 */
export const routeSchema = keepUnknown({
  destination: z.union([z.string().regex(PREFIX_LIST), cidrField]),
  target: z.union([z.literal('local'), resourceIdSchema]),
  origin: z.enum(['static', 'propagated']),
  state: z.enum(['active', 'blackhole']).optional(),
});
export type Route = z.infer<typeof routeSchema>;

/**
 * A route table. The `local` routes are not rows: every table has one per VPC block (VPC User Guide, VPC_Route_Tables);
 * a row whose destination is a VPC block and whose target is not `local` replaces that block's local route. `gateways` are
 * the internet and virtual private gateways whose incoming traffic it routes (VPC User Guide, gateway-route-tables).
 */
export const routeTableSchema = keepUnknown({
  ...commonFields,
  kind: z.literal('route-table'),
  vpc: resourceIdSchema,
  routes: rowsOf(routeSchema),
  propagatingGateways: resourceIdList,
  gateways: z.array(resourceIdSchema).optional(),
});
export type RouteTable = z.infer<typeof routeTableSchema>;
