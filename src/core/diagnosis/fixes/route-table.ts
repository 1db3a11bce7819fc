import { addPart } from '../../editing/add-part.ts';
import { edit } from '../../editing/edit.ts';
import type { Fix } from '../../findings/fix.ts';
import type { SubnetEntry, VpcEntry } from '../../lookup/entries.ts';
import { asResourceId, asRowId, nextRowId, type ResourceId, type RowId } from '../../model/ids.ts';
import type { RouteTable } from '../../model/resources/index.ts';
import { interfacesOf, isOnInternet } from '../case.ts';
import { repeatableRandom } from '../random.ts';
import { fixFrom, type FixInput } from './fix-input.ts';
import { cidrOf } from './rule-traffic.ts';

interface Wanted {
  readonly destination: string;
  readonly target: ResourceId;
}

/** The end that the blocked traffic is going to. */
const farEnd = (input: FixInput): FixInput['to'] => (input.block.leg === 'request' ? input.to : input.from);

/** Whether the sender can go out by the internet gateway itself: it has a public address there, or the gateway is the way in. */
function needsNat(input: FixInput): boolean {
  if (input.block.leg === 'reply') return false;
  const [sender] = interfacesOf(input.from);
  return !sender?.addresses.some((held) => held.public !== undefined);
}

const natGatewayOf = (vpc: VpcEntry, subnet: SubnetEntry): ResourceId | undefined => {
  const usable = vpc.natGateways.filter(({ value, subnet: place }) => value.state === 'available' && value.connectivity === 'public' && place !== subnet);
  const sameZone = usable.find(({ subnet: place }) => place?.value.availabilityZone === subnet.value.availabilityZone);
  return (sameZone ?? usable[0])?.id;
};

/** Where the missing route has to lead: back to the gateway the request came by, out to the internet, or to the VPN. */
function wantedRoute(input: FixInput, subnet: SubnetEntry): Wanted | undefined {
  const far = farEnd(input);
  const { vpc } = subnet;
  const isIpv6 = typeof input.block.traffic.destination[0] === 'bigint';
  if (isOnInternet(far)) {
    const target = needsNat(input) && !isIpv6 ? natGatewayOf(vpc, subnet) : vpc.internetGateways[0];
    return target === undefined ? undefined : { destination: isIpv6 ? '::/0' : '0.0.0.0/0', target };
  }
  if (far.kind === 'on-premises') {
    const [range] = far.ranges;
    const isAttached = vpc.virtualPrivateGateways.includes(far.gateway);
    return range && isAttached ? { destination: cidrOf(range), target: far.gateway } : undefined;
  }
  return undefined;
}

const rowWith = (table: RouteTable, destination: string): RowId | undefined =>
  (Object.keys(table.routes) as RowId[]).find((row) => table.routes[row]?.destination === destination);

/** Adds the route that is missing, or points the one that leads nowhere to where it has to lead. */
export function fixRouteTable(input: FixInput): readonly Fix[] {
  const { lookup, block } = input;
  const subnet = block.subject.subnet === undefined ? undefined : lookup.subnets.get(block.subject.subnet);
  const table = lookup.resource(block.resource);
  if (!subnet || table?.kind !== 'route-table' || block.certainty === 'unknown') return [];
  const wanted = wantedRoute(input, subnet);
  if (!wanted) return addNatGateway(input, subnet);
  const id = asResourceId(block.resource);
  const deciding = block.row === undefined ? undefined : table.routes[asRowId(block.row)];
  const destination = deciding?.destination ?? wanted.destination;
  const existing = deciding ? asRowId(block.row ?? '') : rowWith(table, destination);
  const row = existing ?? nextRowId('route', table.routes);
  const title = `${existing === undefined ? 'Add route' : 'Point'} ${destination} → ${lookup.nameOf(wanted.target)} in ${lookup.nameOf(id)}`;
  const result = edit(lookup.design, (draft) => {
    draft.change(id, 'route-table', { routes: { ...table.routes, [row]: { destination, target: wanted.target, origin: 'static' } } });
    return { said: title };
  });
  const users = [...lookup.subnets.values()].filter((candidate) => candidate.routeTable?.id === id).length;
  return fixFrom(result, { title, effect: `Changes where ${users === 1 ? '1 subnet sends' : `${users} subnets send`} ${destination}.` });
}

/** A private subnet that has to reach the internet, in a VPC that can but has no NAT gateway yet. */
function addNatGateway(input: FixInput, subnet: SubnetEntry): readonly Fix[] {
  const { lookup, block } = input;
  const [igw] = subnet.vpc.internetGateways;
  const publicSubnet = subnet.vpc.subnets.find((candidate) => Object.values(candidate.routeTable?.value.routes ?? {}).some((route) => route.target === igw));
  const id = asResourceId(block.resource);
  if (!igw || !publicSubnet || publicSubnet === subnet || publicSubnet.routeTable?.id === id || !isOnInternet(farEnd(input))) return [];
  const added = addPart(lookup.design, { part: 'nat-gateway', container: publicSubnet.id, random: repeatableRandom(Object.keys(lookup.design.resources).length) });
  if (!added.ok) return [];
  return withRouteTo(input, { table: id, nat: added.select[0], patch: added.patch });
}

function withRouteTo(input: FixInput, given: { readonly table: ResourceId; readonly nat: ResourceId | undefined; readonly patch: Fix['patch'] }): readonly Fix[] {
  const { lookup } = input;
  const table = lookup.resource(given.table);
  if (table?.kind !== 'route-table' || given.nat === undefined) return [];
  const deciding = input.block.row === undefined ? undefined : table.routes[asRowId(input.block.row)];
  const destination = deciding?.destination ?? '0.0.0.0/0';
  const row = (deciding ? asRowId(input.block.row ?? '') : rowWith(table, destination)) ?? nextRowId('route', table.routes);
  const { nat } = given;
  const routed = edit(lookup.design, (draft) => {
    draft.change(given.table, 'route-table', { routes: { ...table.routes, [row]: { destination, target: nat, origin: 'static' } } });
    return { said: 'Add route' };
  });
  if (!routed.ok) return [];
  return [{ title: `Add a NAT gateway and route ${destination} to it in ${lookup.nameOf(given.table)}`, effect: 'Lets the subnets of this table open connections to the internet; nothing can come in.', patch: [...given.patch, ...routed.patch] }];
}
