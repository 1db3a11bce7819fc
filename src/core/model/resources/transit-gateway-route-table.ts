import { z } from 'zod';
import { cidrField, commonFields, resourceIdList, rowsOf } from '../fields.ts';
import { resourceIdSchema } from '../ids.ts';
import { keepUnknown } from '../keep-unknown.ts';

/** One route of a transit gateway's table; a blackhole route names no attachment, or one that is gone. */
export const transitGatewayRouteSchema = keepUnknown({
  destination: cidrField,
  attachment: resourceIdSchema.optional(),
  origin: z.enum(['static', 'propagated']),
  state: z.enum(['active', 'blackhole']).optional(),
});
export type TransitGatewayRoute = z.infer<typeof transitGatewayRouteSchema>;

/**
 * A route table of a transit gateway. `propagations` are the attachments whose routes it learns; `routesKnown` is false
 * where an import has the table and not its routes (Transit Gateway guide, tgw-route-tables).
 */
export const transitGatewayRouteTableSchema = keepUnknown({
  ...commonFields,
  kind: z.literal('transit-gateway-route-table'),
  transitGateway: resourceIdSchema,
  routes: rowsOf(transitGatewayRouteSchema),
  propagations: resourceIdList,
  routesKnown: z.boolean().optional(),
  state: z.enum(['pending', 'available', 'deleting', 'deleted']).optional(),
});
export type TransitGatewayRouteTable = z.infer<typeof transitGatewayRouteTableSchema>;
