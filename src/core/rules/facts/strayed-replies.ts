import { intervalsMeet } from '../../address/interval.ts';
import { readCidr, rangeOf } from '../../address/cidr.ts';
import type { AnyBox } from '../../filtering/rule-match.ts';
import { compileRouteTable, type CompiledRoute } from '../../forwarding/compile-route-table.ts';
import { groupMatchRules } from '../../filtering/security-group.ts';
import type { InterfaceEntry, Lookup, SubnetEntry } from '../../lookup/entries.ts';
import { asResourceId, type ResourceId } from '../../model/ids.ts';
import type { Endpoint } from '../../tracing/endpoint.ts';
import type { TraceStep } from '../../tracing/flight.ts';
import { traceRoundTrip, type Outcome } from '../../tracing/round-trip.ts';
import { startFlights } from '../../tracing/start-flights.ts';
import { isDown } from '../../exposure/trace-exposure.ts';
import { internetAdmissions } from './group-admissions.ts';
import { oncePerLookup } from './once-per-lookup.ts';
import { publicInterfacesIn } from './public-interfaces.ts';
import { publicPart, publicPartOf } from './internet-sources.ts';
import { attachedVpcs } from './transit-routes.ts';

/** Requests that come in by one gateway and whose replies a route sends to another, which drops them. */
export interface StrayedReply {
  readonly entry: InterfaceEntry;
  /** The gateway the requests come in by. */
  readonly gateway: ResourceId;
  readonly table: ResourceId;
  readonly row: string;
  /** A packet whose reply strays. */
  readonly asked: AnyBox;
}

const ASYMMETRIC = 'X_RETURN_ROUTE_ASYMMETRIC';

/** Traces all TCP from somewhere to an interface and picks the replies that the evaluator sees leave by another gateway. */
function traceReplies(lookup: Lookup, from: Endpoint, given: { readonly entry: InterfaceEntry; readonly gateway: ResourceId }): readonly StrayedReply[] {
  const { entry, gateway } = given;
  const to: Endpoint = { kind: 'interfaces', interfaces: [entry], address: undefined, via: 'private' };
  const starts = startFlights(from, to, { from: 'internet', to: entry.id, protocol: 'tcp' });
  if (!starts.ok) return [];
  const strayed = new Map<string, StrayedReply>();
  for (const outcome of traceRoundTrip({ lookup, policy: 'strict' }, starts.value)) {
    const [asked] = outcome.asked;
    const turn = turnOf(lookup, outcome, gateway);
    if (turn && asked) strayed.set(`${turn.table} ${turn.row}`, { entry, gateway, ...turn, asked });
  }
  return [...strayed.values()];
}

type Turn = Pick<StrayedReply, 'table' | 'row'>;

/** The row by which a reply leaves for another gateway, which does not bring it back. */
function turnOf(lookup: Lookup, { blocks, reply }: Outcome, gateway: ResourceId): Turn | undefined {
  const block = blocks.find((one) => one.leg === 'reply' && one.certainty === 'certain');
  if (!block) return undefined;
  const turn = turnToTransit(lookup, reply?.steps ?? [], gateway);
  const table = block.evidence[0]?.at;
  if (turn || block.code !== ASYMMETRIC || block.row === undefined || table === undefined) return turn;
  return { table: asResourceId(table), row: block.row };
}

/** The row by which a reply first leaves for a transit gateway that is not the one its request came by. */
function turnToTransit(lookup: Lookup, steps: readonly TraceStep[], gateway: ResourceId): Turn | undefined {
  const first = steps.find(({ step }) => step === 'route');
  if (first?.detail.kind !== 'route' || first.evidence?.row === undefined || first.detail.target === gateway) return undefined;
  return lookup.resource(first.detail.target)?.kind === 'transit-gateway' ? { table: asResourceId(first.resource), row: first.evidence.row } : undefined;
}

const isIpv4 = ({ cidr }: CompiledRoute): boolean => cidr.family === 4;

const STRAYING: ReadonlySet<CompiledRoute['target']['kind']> = new Set(['nat-gateway', 'virtual-private-gateway', 'transit-gateway']);

/** Whether some route of the subnet could send replies to the internet anywhere but to an internet gateway. */
function mayStray(lookup: Lookup, subnet: SubnetEntry): boolean {
  const { routes } = compileRouteTable(lookup, subnet.vpc, subnet.routeTable);
  const others = routes[4].filter(({ target }) => STRAYING.has(target.kind));
  return others.filter(isIpv4).some(({ cidr }) => publicPartOf(cidr).length > 0);
}

/** One interface for each set of groups: the others of the subnet fare alike. */
function onePerGroups(entries: readonly InterfaceEntry[]): readonly InterfaceEntry[] {
  const chosen = new Map<string, InterfaceEntry>();
  for (const entry of entries) {
    const key = entry.groups.map(({ id }) => id).join(' ');
    if (!chosen.has(key) && !isDown(entry)) chosen.set(key, entry);
  }
  return [...chosen.values()];
}

function strayedToInternet(lookup: Lookup, subnet: SubnetEntry): readonly StrayedReply[] {
  const [gateway] = subnet.vpc.internetGateways;
  const entries = publicInterfacesIn(lookup, subnet);
  if (gateway === undefined || entries.length === 0 || !mayStray(lookup, subnet)) return [];
  const asked = entries.filter(({ groups }) => groups.some((group) => internetAdmissions(group).length > 0));
  return onePerGroups(asked).flatMap((entry) => traceReplies(lookup, { kind: 'internet', range: undefined }, { entry, gateway }));
}

const attached = oncePerLookup(attachedVpcs);

interface OnPremisesEnd {
  readonly gateway: ResourceId;
  readonly endpoint: Extract<Endpoint, { kind: 'on-premises' }>;
}

function onPremisesEnds(lookup: Lookup, gateway: ResourceId): readonly OnPremisesEnd[] {
  return (lookup.vpnConnectionsOfGateway.get(gateway) ?? []).flatMap(({ value }): readonly OnPremisesEnd[] => {
    const customerGateway = lookup.resource(value.customerGateway);
    const network = customerGateway?.kind === 'customer-gateway' && customerGateway.onPremises !== undefined ? lookup.resource(customerGateway.onPremises) : undefined;
    if (network?.kind !== 'on-premises-network') return [];
    const ranges = Object.values(network.cidrs).flatMap(({ cidr }) => {
      const block = readCidr(cidr);
      return block?.family === 4 ? [rangeOf(block)] : [];
    });
    return ranges.length === 0 ? [] : [{ gateway, endpoint: { kind: 'on-premises', gateway, ranges, isAnnounced: false } }];
  });
}

/** Whether a group means the on-premises network: a rule for its addresses, not one for everybody. */
function admits(lookup: Lookup, { groups }: InterfaceEntry, { endpoint }: OnPremisesEnd): boolean {
  return groups.some((group) =>
    groupMatchRules(lookup, group, { direction: 'inbound', family: 4 }).some(({ boxes }) =>
      boxes.some(({ source }) => publicPart([source]).length === 0 && endpoint.ranges.some((range) => intervalsMeet(range, source))),
    ),
  );
}

function strayedOnPremises(lookup: Lookup, subnet: SubnetEntry): readonly StrayedReply[] {
  const { vpc } = subnet;
  const transits = attached(lookup).filter((one) => one.vpc === vpc).map(({ gateway }) => gateway);
  const ends = [...vpc.virtualPrivateGateways, ...transits].flatMap((gateway) => onPremisesEnds(lookup, gateway));
  return ends.flatMap((end) => onePerGroups(subnet.interfaces.filter((entry) => admits(lookup, entry, end))).flatMap((entry) => traceReplies(lookup, end.endpoint, { entry, gateway: end.gateway })));
}

/** The replies out of a subnet that leave by another gateway than their requests came in by, proved by the evaluator. */
export function findStrayedReplies(lookup: Lookup, subnet: SubnetEntry): readonly StrayedReply[] {
  return [...strayedToInternet(lookup, subnet), ...strayedOnPremises(lookup, subnet)];
}
