import { contains, isSameBlock, overlaps, readCidr } from '../address/cidr.ts';
import { forbiddenRouteDestinations } from '../aws/defaults.ts';
import type { Design } from '../model/design.ts';
import { nextRowId, type ResourceId, type RowId } from '../model/ids.ts';
import type { Route, RouteTable, Vpc } from '../model/resources/index.ts';
import type { Draft } from './draft.ts';
import type { EditResult } from './edit-result.ts';
import { edit } from './edit.ts';
import { subnetsOf } from './members.ts';
import { withArticle } from './nouns.ts';
import { readBlock } from './read-block.ts';
import { refuse } from './refusal.ts';
import { attachmentOf } from './transit-gateways.ts';
import { filterRows, rowEntries, withoutRow } from './rows.ts';
import { servesVpc, vpcOfTarget } from './vpc-of-target.ts';

type Target = Route['target'];

const TARGET_KINDS: ReadonlySet<string> = new Set(['internet-gateway', 'egress-only-internet-gateway', 'virtual-private-gateway', 'nat-gateway', 'transit-gateway', 'vpc-peering-connection', 'network-interface', 'instance', 'unmodelled']);
/** What a route inside the VPC's own block may point at (VPC User Guide, VPC_Route_Tables). */
const INSIDE_KINDS: ReadonlySet<string> = new Set(['local', 'nat-gateway', 'network-interface', 'instance', 'unmodelled']);

/** A transit gateway serves every VPC that is attached to it. */
function checkAttached(draft: Draft, table: RouteTable, gateway: ResourceId): void {
  if (!attachmentOf(draft.design, gateway, table.vpc)) refuse(`${draft.nameOf(table.vpc)} is not attached to ${draft.nameOf(gateway)}; attach it first.`);
}

function checkTarget(draft: Draft, table: RouteTable, target: Target): void {
  if (target === 'local') return;
  const resource = draft.find(target) ?? refuse(`${target} is not in the design.`);
  if (!TARGET_KINDS.has(resource.kind)) refuse(`A route cannot point at ${withArticle(resource.kind)}; it points at a gateway, a NAT gateway, an instance or a network interface.`);
  if (resource.kind === 'unmodelled' || servesVpc(draft, target, table.vpc)) return;
  if (resource.kind === 'vpc-peering-connection') refuse(`${resource.name} joins other VPCs than ${draft.nameOf(table.vpc)}, to which ${table.name} belongs; a route points at a peering of its own VPC.`);
  if (resource.kind === 'transit-gateway') {
    checkAttached(draft, table, target);
    return;
  }
  const vpc = vpcOfTarget(draft, target) ?? refuse(`${resource.name} is attached to no VPC; attach it to ${draft.nameOf(table.vpc)} first.`);
  if (vpc === table.vpc) return;
  refuse(`${resource.name} belongs to ${draft.nameOf(vpc)} and ${table.name} to ${draft.nameOf(table.vpc)}; a route points at a target of its own VPC.`);
}

/** The VPC's own block that a destination lies in. */
function ownBlockAround(vpc: Vpc, destination: string): string | undefined {
  const block = readCidr(destination);
  const own = [vpc.cidr, ...Object.values(vpc.secondaryCidrs).map((row) => row.cidr), ...Object.values(vpc.ipv6Cidrs).map((row) => row.cidr)];
  return own.find((text) => {
    const outer = readCidr(text);
    return block !== undefined && outer !== undefined && contains(outer, block);
  });
}

/** Inside the VPC's block AWS takes whole subnets only, and no gateways to other networks. */
function checkInside(draft: Draft, table: RouteTable, { destination, target }: Pick<Route, 'destination' | 'target'>): void {
  const vpc = draft.need(table.vpc, 'vpc');
  const local = ownBlockAround(vpc, destination);
  if (local === undefined && target === 'local') refuse(`${destination} is no block of ${vpc.name}; only the VPC's own blocks are local.`);
  if (local === undefined) return;
  const isWhole = local === destination || subnetsOf(draft.design, table.vpc).some(({ value }) => value.cidr === destination || value.ipv6Cidr === destination);
  if (!isWhole) refuse(`${destination} lies inside ${vpc.name} (${local}); a route there names the whole block of a subnet.`);
  if (!INSIDE_KINDS.has(draft.find(target)?.kind ?? 'local')) refuse(`${destination} lies inside ${vpc.name} (${local}); a route there points at a NAT gateway, an instance or a network interface.`);
}

function readDestination(given: string): string {
  const text = given.trim();
  if (text.startsWith('pl-')) return text;
  const destination = readBlock(text);
  const block = readCidr(destination);
  const forbidden = forbiddenRouteDestinations.find((range) => {
    const outer = readCidr(range);
    return block !== undefined && outer !== undefined && contains(outer, block);
  });
  if (forbidden !== undefined) refuse(`AWS takes no route to ${destination}: ${forbidden} is kept for its own services.`);
  return destination;
}

function sameDestination(a: string, b: string): boolean {
  const [one, other] = [readCidr(a), readCidr(b)];
  return one && other ? one.family === other.family && overlaps(one, other) && isSameBlock(one, other) : a === b;
}

function checkNew(draft: Draft, { table, route, besides }: { readonly table: RouteTable; readonly route: Pick<Route, 'destination' | 'target'>; readonly besides?: RowId }): void {
  checkTarget(draft, table, route.target);
  checkInside(draft, table, route);
  const twin = rowEntries(table.routes).find(([row, known]) => row !== besides && known.origin === 'static' && sameDestination(known.destination, route.destination));
  if (twin) refuse(`${table.name} has a route to ${route.destination} already, to ${draft.nameOf(twin[1].target)}; change that one.`);
}

export interface AddRouteRequest {
  readonly routeTable: ResourceId;
  /** A CIDR block, or the id of a prefix list (`pl-…`). */
  readonly destination: string;
  readonly target: Target;
}

/** Adds a static route in the draft. */
export function putRoute(draft: Draft, { routeTable, destination: given, target }: AddRouteRequest): RowId {
  const table = draft.need(routeTable, 'route-table');
  const destination = readDestination(given);
  checkNew(draft, { table, route: { destination, target } });
  const row = nextRowId('route', table.routes);
  draft.change(routeTable, 'route-table', { routes: { ...table.routes, [row]: { destination, target, origin: 'static' } } });
  return row;
}

/**
 * Adds a static route. AWS allows one per destination, none inside its own ranges, and inside the VPC's block only whole
 * subnets. https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html
 */
export function addRoute(design: Design, request: AddRouteRequest): EditResult {
  return edit(design, (draft) => {
    putRoute(draft, request);
    return { said: `Send ${readDestination(request.destination)} to ${draft.nameOf(request.target)} in ${draft.nameOf(request.routeTable)}`, select: [request.routeTable] };
  });
}

function staticRoute(draft: Draft, routeTable: ResourceId, row: RowId): { readonly table: RouteTable; readonly route: Route } {
  const table = draft.need(routeTable, 'route-table');
  const route = table.routes[row] ?? refuse(`${table.name} has no route ${row}.`);
  if (route.origin === 'propagated') refuse(`The route to ${route.destination} is propagated by ${draft.nameOf(route.target)}; it changes with the VPN connection, or goes when propagation is turned off.`);
  return { table, route };
}

export interface ChangeRouteRequest {
  readonly routeTable: ResourceId;
  readonly row: RowId;
  readonly destination?: string;
  readonly target?: Target;
}

/** Changes the destination or the target of a static route. */
export function changeRoute(design: Design, { routeTable, row, destination: given, target }: ChangeRouteRequest): EditResult {
  return edit(design, (draft) => {
    const { table, route } = staticRoute(draft, routeTable, row);
    const destination = given === undefined ? route.destination : readDestination(given);
    const changed: Route = { destination, target: target ?? route.target, origin: 'static' };
    checkNew(draft, { table, route: changed, besides: row });
    draft.change(routeTable, 'route-table', { routes: { ...table.routes, [row]: changed } });
    return { said: `Send ${destination} to ${draft.nameOf(changed.target)} in ${table.name}`, select: [routeTable] };
  });
}

/** Removes a static route. */
export function removeRoute(design: Design, { routeTable, row }: { readonly routeTable: ResourceId; readonly row: RowId }): EditResult {
  return edit(design, (draft) => {
    const { table, route } = staticRoute(draft, routeTable, row);
    draft.change(routeTable, 'route-table', { routes: withoutRow(table.routes, row) });
    return { said: `Remove the route to ${route.destination} from ${table.name}`, select: [routeTable] };
  });
}

/**
 * Turns the propagation of a virtual private gateway's routes into a table on or off; the routes come and go with it.
 * https://docs.aws.amazon.com/vpc/latest/userguide/WorkWithRouteTables.html
 */
export function setPropagation(design: Design, { routeTable, gateway, on }: { readonly routeTable: ResourceId; readonly gateway: ResourceId; readonly on: boolean }): EditResult {
  return edit(design, (draft) => {
    const table = draft.need(routeTable, 'route-table');
    const { name, vpc } = draft.need(gateway, 'virtual-private-gateway');
    if (on && vpc !== table.vpc) refuse(`${name} is not attached to ${draft.nameOf(table.vpc)}, the VPC of ${table.name}.`);
    if (table.propagatingGateways.includes(gateway) === on) refuse(`Propagation of ${name} into ${table.name} is ${on ? 'on' : 'off'} already.`);
    const others = table.propagatingGateways.filter((id) => id !== gateway);
    // What an import brought and no drawn connection announces goes with the switch as well.
    const routes = on ? table.routes : filterRows(table.routes, (route) => route.origin !== 'propagated' || route.target !== gateway);
    draft.change(routeTable, 'route-table', { propagatingGateways: on ? [...others, gateway] : others, routes });
    return { said: `Turn propagation of ${name} into ${table.name} ${on ? 'on' : 'off'}`, select: [routeTable] };
  });
}
