import { contains, containsAddress, formatCidr, readCidr, type Cidr } from '../../address/cidr.ts';
import { edit } from '../../editing/edit.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Entry, Lookup, SubnetEntry, VpcEntry } from '../../lookup/entries.ts';
import { isEnded, peeringFrom, peeringsBetween } from '../../lookup/vpc-peerings.ts';
import { asRowId, nextRowId, type ResourceId, type RowId } from '../../model/ids.ts';
import type { RouteTable, VpcPeeringConnection } from '../../model/resources/index.ts';
import type { Endpoint } from '../../tracing/endpoint.ts';
import { fixFrom, type FixInput } from './fix-input.ts';

interface Place {
  readonly subnet: SubnetEntry;
  readonly id: ResourceId;
  readonly table: RouteTable;
}

/** A peering that could carry the blocked traffic, and the block of its far VPC that the traffic is meant for. */
interface Wanted {
  readonly peering: Entry<VpcPeeringConnection>;
  readonly block: Cidr;
}

const vpcOf = (end: Endpoint): VpcEntry | undefined => (end.kind === 'interfaces' ? end.interfaces[0]?.subnet.vpc : end.kind === 'host' ? end.subnet.vpc : undefined);

/** The peerings that lead from a subnet to whom the blocked traffic is for, the active one first. */
function peeringsTo(lookup: Lookup, from: SubnetEntry, far: Endpoint): readonly Entry<VpcPeeringConnection>[] {
  if (far.kind === 'on-premises') return (lookup.peeringsOfVpc.get(from.vpc.id) ?? []).filter(({ id }) => id === far.gateway);
  const vpc = vpcOf(far);
  if (!vpc || vpc.id === from.vpc.id) return [];
  const live = peeringsBetween(lookup, from.vpc.id, vpc.id).filter(({ value }) => !isEnded(value));
  return [...live].sort((a, b) => Number(b.value.state === 'active') - Number(a.value.state === 'active'));
}

function findWanted({ lookup, block, from, to }: FixInput, { subnet }: Place): Wanted | undefined {
  const [peering] = peeringsTo(lookup, subnet, block.leg === 'request' ? to : from);
  const ends = peering && peeringFrom(lookup, peering.value, subnet.vpc.id);
  const held = ends?.far.blocks.find((candidate) => containsAddress(candidate, block.traffic.destination[0]));
  return peering && held && { peering, block: held };
}

/** The row to write: the deciding one where it is as long as the new one would be, else a new one, which is longer. */
function rowToWrite(block: FixInput['block'], table: RouteTable, wanted: Cidr): { readonly row: RowId; readonly destination: string } | undefined {
  const text = formatCidr(wanted);
  const deciding = block.row === undefined ? undefined : table.routes[asRowId(block.row)];
  const cidr = deciding && readCidr(deciding.destination);
  // The entries of a prefix list are the list's own; a longer one wins over any route that could be added.
  if (deciding && !cidr) return undefined;
  if (block.row !== undefined && deciding && cidr && contains(wanted, cidr)) return { row: asRowId(block.row), destination: deciding.destination };
  const twin = Object.keys(table.routes).find((row) => table.routes[asRowId(row)]?.destination === text);
  return { row: twin === undefined ? nextRowId('route', table.routes) : asRowId(twin), destination: text };
}

interface Change {
  readonly peering: ResourceId;
  readonly isAccepted: boolean;
  readonly route?: { readonly table: ResourceId; readonly row: RowId; readonly destination: string };
}

function write(lookup: Lookup, { peering, isAccepted, route }: Change): ReturnType<typeof edit> {
  return edit(lookup.design, (draft) => {
    if (!isAccepted) draft.change(peering, 'vpc-peering-connection', { state: 'active' });
    if (route) {
      const { routes } = draft.need(route.table, 'route-table');
      draft.change(route.table, 'route-table', { routes: { ...routes, [route.row]: { destination: route.destination, target: peering, origin: 'static' } } });
    }
    return { said: `Route through ${lookup.nameOf(peering)}` };
  });
}

/** A route that leads to the peering already needs nothing but the peering's acceptance. */
function accept(lookup: Lookup, id: ResourceId): readonly Fix[] {
  return fixFrom(write(lookup, { peering: id, isAccepted: false }), {
    title: `Accept ${lookup.nameOf(id)}`,
    effect: 'The peering becomes active; what its routes and rules allow passes, both ways.',
  });
}

/** Sends the block of the peered VPC through the peering, and accepts it where it waits for that. */
export function fixPeeringRoute(input: FixInput, place: Place): readonly Fix[] {
  const { lookup, block } = input;
  const wanted = block.code === 'X_ADDRESS_HELD_ELSEWHERE' ? undefined : findWanted(input, place);
  if (!wanted) return [];
  const { id, value } = wanted.peering;
  const isAccepted = value.state === 'active';
  if (!isAccepted && block.subject.target === id) return accept(lookup, id);
  const row = rowToWrite(block, place.table, wanted.block);
  if (!row) return [];
  const written = write(lookup, { peering: id, isAccepted, route: { table: place.id, ...row } });
  const users = [...lookup.subnets.values()].filter((candidate) => candidate.routeTable?.id === place.id).length;
  return fixFrom(written, {
    title: `${isAccepted ? '' : `Accept ${lookup.nameOf(id)} and `}${isAccepted ? 'Add' : 'add'} route ${row.destination} → ${lookup.nameOf(id)} in ${lookup.nameOf(place.id)}`,
    effect: `Changes where ${users === 1 ? '1 subnet sends' : `${users} subnets send`} ${row.destination}.`,
  });
}
