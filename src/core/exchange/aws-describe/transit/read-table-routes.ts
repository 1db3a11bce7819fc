import { z } from 'zod';
import type { ResourceId, RowId } from '../../../model/ids.ts';
import { nextRowId } from '../../../model/ids.ts';
import { transitGatewayRouteSchema } from '../../../model/resources/transit-gateway-route-table.ts';
import type { TransitGatewayRoute } from '../../../model/resources/index.ts';
import type { Draft } from '../draft.ts';
import { makeRows } from '../make-rows.ts';
import { listOf, optionalText } from '../record-fields.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayRoute.html */
export const routeFields = z.object({
  DestinationCidrBlock: optionalText,
  TransitGatewayAttachments: listOf(z.object({ TransitGatewayAttachmentId: optionalText })),
  Type: optionalText,
  State: optionalText,
});
export type RouteFields = z.infer<typeof routeFields>;

const GONE = ['deleting', 'deleted'];

/** A route over several attachments of equal cost is one row for each. */
function rowsOf({ DestinationCidrBlock, TransitGatewayAttachments, Type, State }: RouteFields): readonly unknown[] {
  const common = {
    destination: DestinationCidrBlock,
    origin: Type === 'propagated' ? 'propagated' : 'static',
    ...(State === 'active' || State === 'blackhole' ? { state: State } : {}),
  };
  const attachments = TransitGatewayAttachments.flatMap(({ TransitGatewayAttachmentId }) => TransitGatewayAttachmentId ?? []);
  return attachments.length === 0 ? [common] : attachments.map((attachment) => ({ ...common, attachment }));
}

const isSame = (a: TransitGatewayRoute, b: TransitGatewayRoute): boolean => a.destination === b.destination && a.attachment === b.attachment && a.origin === b.origin;

/** Adds routes to a table, each once: the same one may be in the answers of several calls. */
export function addRoutes(draft: Draft, key: string, given: { readonly table: ResourceId; readonly routes: readonly RouteFields[] }): void {
  const values = given.routes.filter(({ State }) => State === undefined || !GONE.includes(State)).flatMap(rowsOf);
  const read = makeRows(draft, { key, id: given.table, prefix: 'route', schema: transitGatewayRouteSchema, values });
  draft.change(given.table, 'transit-gateway-route-table', (table) => {
    const routes: Record<RowId, TransitGatewayRoute> = { ...table.routes };
    for (const route of Object.values(read)) {
      if (!Object.values(routes).some((other) => isSame(other, route))) routes[nextRowId('route', routes)] = route;
    }
    return { ...table, routes };
  });
}
