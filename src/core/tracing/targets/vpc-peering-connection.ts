import { rangeOf } from '../../address/cidr.ts';
import type { PeeringEnd } from '../../lookup/vpc-peerings.ts';
import { peeringEnd } from '../../lookup/vpc-peerings.ts';
import type { ResourceId } from '../../model/ids.ts';
import { blockAt, evidenceAt, formatAddresses, NOWHERE, passOn, towardsAim, type BlockInput, type TraceContext } from '../advance.ts';
import type { Flight, Place, TracedParcel } from '../flight.ts';
import { splitByRanges } from '../split-parcels.ts';
import { blockByRoute, routeStep } from './route-block.ts';
import type { TargetInput } from './target-input.ts';

type Input = TargetInput<'vpc-peering-connection'>;

/**
 * A peering carries traffic between the addresses of its two VPCs and no other: nothing goes on through the far VPC's
 * gateways, and nothing comes from beyond the near one's (Peering Guide, vpc-peering-basics, edge-to-edge routing).
 */
function refuseAddress(input: Input, parcels: readonly TracedParcel[], field: 'source' | 'destination'): Flight {
  const { context, flight, subnet, route, target } = input;
  const [first] = parcels;
  const end = field === 'source' ? target.near : target.far;
  const block: BlockInput = {
    component: 'vpc-peering-connection',
    resource: target.id,
    code: 'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR',
    evidence: [evidenceAt(target.id), evidenceAt(subnet.routeTable?.id ?? subnet.id, route.row)],
    subject: { subnet: subnet.id, target: target.id, ...(end.id !== undefined && { vpc: end.id }), ...(first && { destination: formatAddresses(first.now[field]) }) },
  };
  return blockAt(context, flight, { block, step: routeStep(subnet, route), next: towardsAim(flight, subnet), parcels });
}

const farPlace = (peering: ResourceId): Place => ({ at: 'landed', where: { kind: 'on-premises', gateway: peering } });

/** What happens in a VPC that the design does not hold is not known: whether it arrives there, and what comes back. */
const unseenVpc = (peering: ResourceId, end: PeeringEnd): BlockInput => ({
  component: 'vpc-peering-connection',
  resource: peering,
  code: 'NO_POSSIBLE_DESTINATION',
  certainty: 'unknown',
  subject: { target: end.account ?? '', ...(end.id !== undefined && { vpc: end.id }) },
});

function arrive(input: Input, parcels: readonly TracedParcel[]): Flight {
  const { context, flight, subnet, route, target } = input;
  const { far } = target;
  const routed = passOn(flight, { place: flight.place, step: routeStep(subnet, route), parcels });
  if (far.vpc) {
    const place: Place = { at: 'vpc-in', vpc: far.vpc, gateway: target.id };
    const step = { step: 'gateway', resource: target.id, detail: { kind: 'gateway', word: 'VPC peering connection' } } as const;
    const sessions = [...flight.sessions, { kind: 'gateway', gateway: target.id, vpc: far.vpc.id } as const];
    return { ...passOn(routed, { place, step }), sessions };
  }
  // Somebody of the design is meant, and the routes lead into a VPC that is not his.
  const { aim } = flight;
  const isMeantElsewhere = aim.kind === 'interface' || aim.kind === 'host' || (aim.kind === 'on-premises' && aim.gateway !== target.id);
  if (isMeantElsewhere) return blockByRoute(context, { ...flight, parcels }, { subnet, route, code: 'X_ADDRESS_HELD_ELSEWHERE' });
  // That the far side is not known was noted when the request came from it.
  if (flight.leg === 'reply' && aim.kind === 'on-premises') return passOn(routed, { place: farPlace(target.id) });
  return blockAt(context, routed, { block: unseenVpc(target.id, far), next: farPlace(target.id) });
}

/** The route sends traffic through a VPC peering connection into the other VPC, where it is delivered by local routes. */
export function forwardToVpcPeering(input: Input): readonly Flight[] {
  const { flight, target } = input;
  const from = splitByRanges(flight, flight.parcels, { field: 'source', ranges: target.near.blocks.map(rangeOf) });
  const flights: Flight[] = [];
  if (from.outside.length > 0) flights.push(refuseAddress(input, from.outside, 'source'));
  // Blocks that nobody told hold anything as far as is known.
  const isFarKnown = target.far.vpc !== undefined || target.far.blocks.length > 0;
  const to = isFarKnown ? splitByRanges(flight, from.inside, { field: 'destination', ranges: target.far.blocks.map(rangeOf) }) : { inside: from.inside, outside: [] };
  if (to.outside.length > 0) flights.push(refuseAddress(input, to.outside, 'destination'));
  if (to.inside.length > 0) flights.push(arrive(input, to.inside));
  return flights;
}

/** Traffic from a VPC that the design does not hold comes out of the peering into the one it does. */
export function enterThroughPeering(context: TraceContext, flight: Flight, id: ResourceId): readonly Flight[] {
  const { lookup } = context;
  const peering = lookup.resource(id);
  if (peering?.kind !== 'vpc-peering-connection') return [];
  const ends = [peeringEnd(lookup, peering.requester), peeringEnd(lookup, peering.accepter)];
  const near = ends.find(({ vpc }) => vpc !== undefined);
  const far = ends.find(({ vpc }) => vpc === undefined);
  if (!near?.vpc || !far || peering.state !== 'active') {
    return [blockAt(context, flight, { block: { component: 'vpc-peering-connection', resource: id, code: 'BAD_STATE', subject: { target: peering.state } }, next: NOWHERE })];
  }
  const place: Place = { at: 'vpc-in', vpc: near.vpc, gateway: id };
  const tracked: Flight = { ...flight, sessions: [...flight.sessions, { kind: 'gateway', gateway: id, vpc: near.vpc.id }] };
  if (flight.leg === 'request') return [blockAt(context, tracked, { block: unseenVpc(id, far), next: place })];
  return [passOn(tracked, { place, step: { step: 'gateway', resource: id, detail: { kind: 'gateway', word: 'VPC peering connection' } } })];
}
