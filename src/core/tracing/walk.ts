import { assertNever } from '../model/assert-never.ts';
import { formatDestination, NOWHERE, passOn, blockAt, type TraceContext } from './advance.ts';
import { crossInternet, enterThroughInternetGateway } from './cross-internet.ts';
import { deliverInSubnet } from './deliver-locally.ts';
import { enterFromOnPremises } from './enter-from-on-premises.ts';
import { enterVpc } from './enter-vpc.ts';
import type { Flight, Place } from './flight.ts';
import { passAppliance, passReplyOn } from './pass-appliance.ts';
import { passNetworkAcl } from './pass-network-acl.ts';
import { passSecurityGroups } from './pass-security-groups.ts';
import { depart } from './services/depart.ts';
import { receive } from './services/receive.ts';
import { routeOnwards } from './route-onwards.ts';
import { arriveAtNatGateway } from './targets/nat-gateway.ts';
import { enterThroughPeering } from './targets/vpc-peering-connection.ts';
import { routeInTransit } from './transit/route-in-transit.ts';

/** More places than any path through one design passes; beyond, it goes round in a circle. */
const LONGEST_WALK = 64;

function enterSubnet(context: TraceContext, flight: Flight, place: Extract<Place, { at: 'subnet-in' }>): readonly Flight[] {
  const { subnet } = place;
  if (!place.isCrossed) return deliverInSubnet(context, flight, subnet);
  const inside: Place = { at: 'subnet-in', subnet, isCrossed: false };
  return passNetworkAcl(context, flight, { subnet, direction: 'inbound', next: inside });
}

function leaveInterface(context: TraceContext, flight: Flight, place: Extract<Place, { at: 'interface-out' }>): readonly Flight[] {
  const { interface: entry } = place;
  const next: Place = { at: 'subnet-out', subnet: entry.subnet, sender: entry.id };
  return depart(context, flight, entry).flatMap((leaving) => (leaving.place === flight.place ? passSecurityGroups(context, leaving, { interface: entry, direction: 'outbound', next }) : [leaving]));
}

function arrive(flight: Flight, entry: Extract<Place, { at: 'interface-in' }>['interface']): Flight {
  const address = formatDestination(flight);
  return passOn(flight, {
    place: { at: 'landed', where: { kind: 'interface', interface: entry } },
    step: { step: 'arrive', resource: entry.id, detail: { kind: 'arrive', address } },
  });
}

function enterInterface(context: TraceContext, flight: Flight, place: Extract<Place, { at: 'interface-in' }>): readonly Flight[] {
  const { interface: entry } = place;
  const inside: Place = { at: 'landed', where: { kind: 'interface', interface: entry } };
  return passSecurityGroups(context, flight, { interface: entry, direction: 'inbound', next: inside }).flatMap((passed) =>
    passed.place === inside ? (passReplyOn(passed, entry) ?? receive(context, arrive(passed, entry), entry)) : [passed],
  );
}

/** One place further. */
function advance(context: TraceContext, flight: Flight): readonly Flight[] {
  const { place } = flight;
  switch (place.at) {
    case 'interface-out':
      return leaveInterface(context, flight, place);
    case 'subnet-out':
      return routeOnwards(context, flight, place);
    case 'vpc-in':
      return enterVpc(context, flight, place);
    case 'appliance-in':
      return passAppliance(context, flight, place.interface);
    case 'subnet-in':
      return enterSubnet(context, flight, place);
    case 'interface-in':
      return enterInterface(context, flight, place);
    case 'nat-gateway-in':
      return arriveAtNatGateway(context, flight, place.natGateway);
    case 'internet':
      return crossInternet(context, flight);
    case 'internet-gateway-in':
      return enterThroughInternetGateway(context, flight, place);
    case 'gateway-in':
      return context.lookup.resource(place.gateway)?.kind === 'vpc-peering-connection' ? enterThroughPeering(context, flight, place.gateway) : enterFromOnPremises(context, flight, place);
    case 'transit-gateway-in':
      return routeInTransit(context, flight, place);
    case 'landed':
      return [flight];
    default:
      return assertNever(place);
  }
}

function stopCircling(context: TraceContext, flight: Flight): Flight {
  const last = flight.steps[flight.steps.length - 1];
  return blockAt(context, flight, { block: { component: 'route-table', resource: last?.resource ?? '', code: 'X_ROUTING_LOOP' }, next: NOWHERE });
}

/**
 * The one evaluator: takes a set of packets from where it starts to where it ends. On the way the set is split wherever
 * rules or routes treat parts of it differently; each part keeps the rows that decided it. A packet is a set of one.
 */
export function walk(context: TraceContext, start: readonly Flight[]): readonly Flight[] {
  const landed: Flight[] = [];
  let moving = start;
  for (let length = 0; moving.length > 0; length += 1) {
    const next: Flight[] = [];
    for (const flight of moving) {
      if (flight.place.at === 'landed') landed.push(flight);
      else if (length >= LONGEST_WALK) landed.push(stopCircling(context, flight));
      else next.push(...advance(context, flight));
    }
    moving = next;
  }
  return landed;
}
