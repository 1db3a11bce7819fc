import { compileRouteTable, type CompiledRoute } from '../../forwarding/compile-route-table.ts';
import type { NatGatewayEntry, VpcEntry } from '../../lookup/entries.ts';
import type { Entry } from '../../lookup/entries.ts';
import type { RouteTable } from '../../model/resources/index.ts';
import { blockAt, evidenceAt, formatDestination, NOWHERE, passOn, type BlockInput, type TraceContext } from '../advance.ts';
import type { Flight } from '../flight.ts';
import { groupByRoute } from '../group-by-route.ts';
import { leaveThroughInternetGateway } from './internet-gateway.ts';

function tableOf({ lookup }: TraceContext, { value }: NatGatewayEntry): Entry<RouteTable> | undefined {
  const id = value.routeTable;
  const table = id === undefined ? undefined : lookup.resource(id);
  return id !== undefined && table?.kind === 'route-table' ? { id, value: table } : undefined;
}

interface Regional {
  readonly context: TraceContext;
  readonly natGateway: NatGatewayEntry;
  readonly vpc: VpcEntry;
}

const leave = ({ context, vpc }: Regional, flight: Flight, gateway: string): readonly Flight[] =>
  leaveThroughInternetGateway(context, flight, { vpc, gateway, subnet: undefined, isThroughNat: true, isTranslated: true });

/** A regional gateway's own table starts with a route to the VPC's internet gateway: without the table that is what is taken. */
function leaveByDefault(regional: Regional, flight: Flight): readonly Flight[] {
  const { context, vpc, natGateway } = regional;
  const [gateway] = vpc.internetGateways;
  if (gateway !== undefined) return leave(regional, flight, gateway);
  const block: BlockInput = { component: 'internet-gateway', resource: vpc.id, code: 'X_NO_INTERNET_GATEWAY', evidence: [evidenceAt(vpc.id), evidenceAt(natGateway.id)], subject: { vpc: vpc.id } };
  return [blockAt(context, flight, { block, next: NOWHERE })];
}

function codeOf(route: CompiledRoute | undefined): Pick<BlockInput, 'code' | 'certainty'> {
  if (!route) return { code: 'NO_ROUTE_TO_DESTINATION' };
  return route.target.kind === 'blackhole' ? { code: 'BAD_STATE_ROUTE' } : { code: 'X_REGIONAL_NAT_ROUTE', certainty: 'unknown' };
}

interface OwnRoute {
  readonly table: Entry<RouteTable>;
  readonly route: CompiledRoute | undefined;
}

/** One route of a regional gateway's own table: only an internet gateway is known as a target. */
function leaveByOwnTable(regional: Regional, flight: Flight, { table, route }: OwnRoute): readonly Flight[] {
  const { context, natGateway, vpc } = regional;
  const destination = route?.destination ?? formatDestination(flight);
  const target = route && route.target.kind !== 'local' ? route.target.id : '';
  const step = { step: 'route', resource: table.id, row: route?.row, detail: { kind: 'route', subnet: natGateway.id, destination, target } } as const;
  if (route?.target.kind === 'internet-gateway') return leave(regional, passOn(flight, { place: NOWHERE, step }), route.target.id);
  const subject = { vpc: vpc.id, subnet: natGateway.id, target, destination: formatDestination(flight) };
  return [blockAt(context, flight, { block: { component: 'route-table', resource: table.id, row: route?.row, subject, ...codeOf(route) }, step, next: NOWHERE })];
}

/**
 * What a regional NAT gateway translated goes on by the gateway's own route table, which comes with a route to the internet
 * gateway. https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html
 */
export function leaveRegionalNatGateway(context: TraceContext, flight: Flight, natGateway: NatGatewayEntry): readonly Flight[] {
  const { vpc } = natGateway;
  if (!vpc) return [blockAt(context, flight, { block: { component: 'nat-gateway', resource: natGateway.id, code: 'X_NO_ADDRESS', certainty: 'unknown' }, next: NOWHERE })];
  const regional: Regional = { context, natGateway, vpc };
  const table = tableOf(context, natGateway);
  if (!table) return leaveByDefault(regional, flight);
  const groups = groupByRoute(compileRouteTable(context.lookup, vpc, table).routes[4], flight);
  return [...groups].flatMap(([route, parcels]) => leaveByOwnTable(regional, { ...flight, parcels }, { table, route }));
}
