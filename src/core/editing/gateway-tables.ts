import type { Design } from '../model/design.ts';
import type { ResourceId } from '../model/ids.ts';
import type { RouteTable } from '../model/resources/index.ts';
import { listResources, type Draft } from './draft.ts';
import type { EditResult } from './edit-result.ts';
import { edit } from './edit.ts';
import { dissociateGateways } from './edge-references.ts';
import { refuse } from './refusal.ts';

/** The table that routes what comes in through a gateway; `undefined` where local routes deliver it. */
export const tableOfGateway = (design: Design, gateway: ResourceId): ResourceId | undefined => listResources(design, 'route-table').find(({ value }) => value.gateways?.includes(gateway) === true)?.id;

const hasSubnets = (design: Design, table: ResourceId): boolean => listResources(design, 'subnet').some(({ value }) => value.routeTable === table);

/** Why a table cannot route what comes in through a gateway, as the end of a sentence; `undefined` where it can. */
export function refusalOfGatewayTable(design: Design, table: ResourceId, value: RouteTable): string | undefined {
  const vpc = design.resources[value.vpc];
  if (vpc?.kind === 'vpc' && vpc.mainRouteTable === table) return `it is the main route table of ${vpc.name}`;
  if (value.propagatingGateways.length > 0) return 'it takes propagated routes';
  const natGateway = listResources(design, 'nat-gateway').find((gateway) => gateway.value.routeTable === table);
  if (natGateway) return `it is the table of ${natGateway.value.name}`;
  return hasSubnets(design, table) ? 'subnets use it' : undefined;
}

/** The VPC that a gateway is attached to. */
function vpcOf(draft: Draft, gateway: ResourceId): ResourceId {
  const value = draft.findOf(gateway, 'internet-gateway') ?? draft.findOf(gateway, 'virtual-private-gateway') ?? refuse(`${draft.nameOf(gateway)} is no internet gateway or virtual private gateway.`);
  return value.vpc ?? refuse(`${value.name} is attached to no VPC, so no table routes what comes in through it.`);
}

/**
 * Lets a route table decide about what comes in through an internet or virtual private gateway; without one local routes
 * deliver it. A gateway has one table, of its own VPC, not the main one and without propagated routes.
 * https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html
 */
export function associateGatewayTable(design: Design, { gateway, routeTable }: { readonly gateway: ResourceId; readonly routeTable: ResourceId | undefined }): EditResult {
  return edit(design, (draft) => {
    const vpc = vpcOf(draft, gateway);
    const name = draft.nameOf(gateway);
    if (tableOfGateway(design, gateway) === routeTable) refuse(routeTable === undefined ? `${name} has no route table.` : `${name} uses ${draft.nameOf(routeTable)} already.`);
    dissociateGateways(draft, new Set([gateway]));
    if (routeTable === undefined) return { said: `Take the route table off ${name}`, select: [gateway] };
    const table = draft.need(routeTable, 'route-table');
    if (table.vpc !== vpc) refuse(`${table.name} belongs to ${draft.nameOf(table.vpc)} and ${name} is attached to ${draft.nameOf(vpc)}; a gateway uses a table of its own VPC.`);
    const refusal = refusalOfGatewayTable(design, routeTable, table);
    if (refusal !== undefined) refuse(`${table.name} cannot be the table of ${name}: ${refusal}.`);
    draft.change(routeTable, 'route-table', { gateways: [...(table.gateways ?? []), gateway] });
    return { said: `Put ${table.name} on ${name}`, select: [gateway] };
  });
}
