import { addPart } from '../../editing/add-part.ts';
import { edit } from '../../editing/edit.ts';
import type { Fix } from '../../findings/fix.ts';
import type { EditResult } from '../../editing/edit-result.ts';
import { egressOnlyGatewayOf } from '../../lookup/edge-gateways.ts';
import type { Lookup, SubnetEntry, VpcEntry } from '../../lookup/entries.ts';
import { sharedTransitGateways } from '../../lookup/transit-group-references.ts';
import { attachmentOfVpc } from '../../lookup/transit-gateways.ts';
import { asResourceId, asRowId, nextRowId, type ResourceId, type RowId } from '../../model/ids.ts';
import type { RouteTable } from '../../model/resources/index.ts';
import { interfacesOf, isOnInternet } from '../case.ts';
import { repeatableRandom } from '../random.ts';
import { fixFrom, type FixInput } from './fix-input.ts';
import { cidrOf } from './rule-traffic.ts';
import { fixPeeringRoute } from './vpc-peering.ts';

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

/**
 * What a subnet opens itself over IPv6 leaves by an egress-only internet gateway, which lets nothing in, unless the subnet is
 * public already. https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html
 */
const needsEgressOnly = ({ block }: FixInput, subnet: SubnetEntry): boolean => block.leg === 'request' && !subnet.vpc.internetGateways.some((gateway) => sendsTo(subnet, gateway));

const gatewayForIpv6 = (input: FixInput, subnet: SubnetEntry): ResourceId | undefined =>
  needsEgressOnly(input, subnet) ? egressOnlyGatewayOf(input.lookup, subnet.vpc.id) : subnet.vpc.internetGateways[0];

/** Where the missing route has to lead: back to the gateway the request came by, out to the internet, or to the VPN. */
function wantedRoute(input: FixInput, subnet: SubnetEntry): Wanted | undefined {
  const far = farEnd(input);
  const { vpc } = subnet;
  const isIpv6 = typeof input.block.traffic.destination[0] === 'bigint';
  if (isOnInternet(far)) {
    const target = isIpv6 ? gatewayForIpv6(input, subnet) : needsNat(input) ? natGatewayOf(vpc, subnet) : vpc.internetGateways[0];
    return target === undefined ? undefined : { destination: isIpv6 ? '::/0' : '0.0.0.0/0', target };
  }
  const transit = towardsTransit(input, subnet);
  if (transit) return transit;
  if (far.kind === 'on-premises') {
    const [range] = far.ranges;
    const isAttached = vpc.virtualPrivateGateways.includes(far.gateway);
    return range && isAttached ? { destination: cidrOf(range), target: far.gateway } : undefined;
  }
  return undefined;
}

const vpcOfEnd = (end: FixInput['to']): VpcEntry | undefined => (end.kind === 'interfaces' ? end.interfaces[0]?.subnet.vpc : end.kind === 'host' ? end.subnet.vpc : undefined);

/** The transit gateway that the VPC of the sender and the other end are on: another VPC, or a network behind it. */
function towardsTransit(input: FixInput, { vpc }: SubnetEntry): Wanted | undefined {
  const { lookup } = input;
  const far = farEnd(input);
  const farVpc = vpcOfEnd(far);
  if (farVpc && farVpc !== vpc) {
    const [target] = sharedTransitGateways(lookup, vpc.id, farVpc.id);
    return target === undefined ? undefined : { destination: farVpc.value.cidr, target };
  }
  if (far.kind !== 'on-premises' || lookup.resource(far.gateway)?.kind !== 'transit-gateway') return undefined;
  const [range] = far.ranges;
  return range && attachmentOfVpc(lookup, vpc.id, far.gateway) ? { destination: cidrOf(range), target: far.gateway } : undefined;
}

const rowWith = (table: RouteTable, destination: string): RowId | undefined =>
  (Object.keys(table.routes) as RowId[]).find((row) => table.routes[row]?.destination === destination);

interface RouteChange {
  readonly table: ResourceId;
  readonly destination: string;
  readonly target: ResourceId;
  readonly row: RowId;
  readonly isNew: boolean;
}

/** The row to write: the one that decided wrongly, else one with that destination, else a new one. */
function rowToWrite(block: FixInput['block'], table: RouteTable, fallback: string): Pick<RouteChange, 'destination' | 'row' | 'isNew'> {
  const deciding = block.row === undefined ? undefined : table.routes[asRowId(block.row)];
  if (deciding && block.row !== undefined) return { destination: deciding.destination, row: asRowId(block.row), isNew: false };
  const existing = rowWith(table, fallback);
  return { destination: fallback, row: existing ?? nextRowId('route', table.routes), isNew: existing === undefined };
}

function writeRoute(lookup: Lookup, change: RouteChange): EditResult {
  return edit(lookup.design, (draft) => {
    const { routes } = draft.need(change.table, 'route-table');
    draft.change(change.table, 'route-table', { routes: { ...routes, [change.row]: { destination: change.destination, target: change.target, origin: 'static' } } });
    return { said: `Route ${change.destination}` };
  });
}

/** Adds the route that is missing, or points the one that leads nowhere to where it has to lead. */
export function fixRouteTable(input: FixInput): readonly Fix[] {
  const { lookup, block } = input;
  const subnet = block.subject.subnet === undefined ? undefined : lookup.subnets.get(block.subject.subnet);
  const table = lookup.resource(block.resource);
  if (!subnet || table?.kind !== 'route-table' || block.certainty === 'unknown') return [];
  const id = asResourceId(block.resource);
  const peered = fixPeeringRoute(input, { subnet, id, table });
  if (peered.length > 0) return peered;
  const wanted = wantedRoute(input, subnet);
  if (!wanted) return addWayOut(input, { subnet, id, table });
  const change: RouteChange = { table: id, target: wanted.target, ...rowToWrite(block, table, wanted.destination) };
  const users = [...lookup.subnets.values()].filter((candidate) => candidate.routeTable?.id === id).length;
  return fixFrom(writeRoute(lookup, change), {
    title: `${change.isNew ? 'Add route' : 'Point'} ${change.destination} → ${lookup.nameOf(wanted.target)} in ${lookup.nameOf(id)}`,
    effect: `Changes where ${users === 1 ? '1 subnet sends' : `${users} subnets send`} ${change.destination}.`,
  });
}

const sendsTo = (subnet: SubnetEntry, gateway: ResourceId): boolean => Object.values(subnet.routeTable?.value.routes ?? {}).some((route) => route.target === gateway);

/** A public subnet that a NAT gateway for this one could stand in. */
function findPublicSubnet(subnet: SubnetEntry): SubnetEntry | undefined {
  const [gateway] = subnet.vpc.internetGateways;
  if (gateway === undefined) return undefined;
  const found = subnet.vpc.subnets.find((candidate) => sendsTo(candidate, gateway));
  return found?.routeTable?.id === subnet.routeTable?.id ? undefined : found;
}

interface Leaving {
  readonly subnet: SubnetEntry;
  readonly id: ResourceId;
  readonly table: RouteTable;
}

/** What a private subnet lacks to open connections to the internet: a NAT gateway, or for IPv6 an egress-only gateway. */
function addWayOut(input: FixInput, leaving: Leaving): readonly Fix[] {
  if (!isOnInternet(farEnd(input))) return [];
  if (typeof input.block.traffic.destination[0] === 'number') return addNatGateway(input, leaving);
  const isWanted = needsEgressOnly(input, leaving.subnet);
  return isWanted ? addGateway(input, leaving, { part: 'egress-only-internet-gateway', container: leaving.subnet.vpc.id, words: 'an egress-only internet gateway', destination: '::/0' }) : [];
}

/** In a VPC that reaches the internet and has no NAT gateway yet. */
function addNatGateway(input: FixInput, leaving: Leaving): readonly Fix[] {
  const place = findPublicSubnet(leaving.subnet);
  return place ? addGateway(input, leaving, { part: 'nat-gateway', container: place.id, words: 'a NAT gateway', destination: '0.0.0.0/0' }) : [];
}

interface NewGateway {
  readonly part: 'nat-gateway' | 'egress-only-internet-gateway';
  readonly container: ResourceId;
  readonly words: string;
  readonly destination: string;
}

function addGateway({ lookup, block }: FixInput, { id, table }: Leaving, { part, container, words, destination }: NewGateway): readonly Fix[] {
  const added = addPart(lookup.design, { part, container, random: repeatableRandom(Object.keys(lookup.design.resources).length) });
  const target = added.ok ? added.select[0] : undefined;
  if (!added.ok || target === undefined) return [];
  const change: RouteChange = { table: id, target, ...rowToWrite(block, table, destination) };
  const routed = writeRoute(lookup, change);
  if (!routed.ok) return [];
  const title = `Add ${words} and route ${change.destination} to it in ${lookup.nameOf(id)}`;
  return [{ title, effect: 'Lets the subnets of this table open connections to the internet; nothing can come in.', patch: [...added.patch, ...routed.patch] }];
}
