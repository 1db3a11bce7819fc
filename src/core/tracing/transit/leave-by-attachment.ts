import { assertNever } from '../../model/assert-never.ts';
import type { SubnetEntry } from '../../lookup/entries.ts';
import { wayThrough } from '../../lookup/direct-connect.ts';
import { farGateway, isTransitGatewayGone, subnetsOfAttachment, type AttachmentEntry } from '../../lookup/transit-gateways.ts';
import { isGone } from '../../model/life-cycle.ts';
import { blockAt, passOn, type TraceContext } from '../advance.ts';
import type { Flight, Place } from '../flight.ts';
import { landOnPremises } from '../land-on-premises.ts';
import { faultOfWay } from './judge-direct-connect.ts';
import { stopInTransit, target } from './transit-block.ts';

interface Leaving {
  readonly arrival: Extract<Place, { at: 'transit-gateway-in' }>;
  readonly attachment: AttachmentEntry;
}

function zoneOfAim({ aim }: Flight): string | undefined {
  if (aim.kind === 'interface') return aim.interface.subnet.value.availabilityZone;
  return aim.kind === 'host' ? aim.subnet.value.availabilityZone : undefined;
}

/**
 * The subnet by which traffic comes into a VPC: in the zone it came from, where the attachment has one, else any. In
 * appliance mode one zone is kept for the whole flow; which one the design cannot tell, so the destination's is taken
 * (Transit Gateway guide, how-transit-gateways-work, Availability Zones).
 */
function entranceOf(flight: Flight, subnets: readonly SubnetEntry[], { arrival, attachment }: Leaving): SubnetEntry | undefined {
  const inZone = (zone: string | undefined): SubnetEntry | undefined => subnets.find(({ value }) => zone !== undefined && value.availabilityZone === zone);
  const kept = flight.sessions.find((session) => session.kind === 'appliance-zone' && session.attachment === attachment.id);
  if (attachment.value.applianceMode === true && kept?.kind === 'appliance-zone') return inZone(kept.zone) ?? subnets[0];
  return inZone(arrival.zone) ?? inZone(zoneOfAim(flight)) ?? subnets[0];
}

function enterVpc(context: TraceContext, flight: Flight, leaving: Leaving): Flight {
  const { attachment, arrival } = leaving;
  const subnets = subnetsOfAttachment(context.lookup, attachment);
  const subnet = entranceOf(flight, subnets, leaving);
  if (subnet) {
    const zone = { kind: 'appliance-zone', attachment: attachment.id, zone: subnet.value.availabilityZone } as const;
    const place: Place = { at: 'subnet-out', subnet, sender: attachment.id };
    return { ...passOn(flight, { place }), sessions: [...flight.sessions, zone] };
  }
  const isElsewhere = attachment.value.vpc === undefined || !context.lookup.vpcs.has(attachment.value.vpc);
  const code = isElsewhere ? 'NO_POSSIBLE_DESTINATION' : 'TGW_ATTACH_VPC_AZ_RESTRICTION';
  const isUnknown = isElsewhere || attachment.value.subnets.length > 0 || context.lookup.design.snapshot !== undefined;
  const certainty = isUnknown ? ({ certainty: 'unknown' } as const) : {};
  return stopInTransit(context, flight, { component: 'transit-gateway-attachment', resource: attachment.id, code, ...certainty, subject: target(arrival.gateway) });
}

function crossPeering(context: TraceContext, flight: Flight, { arrival, attachment }: Leaving): Flight {
  const far = farGateway(attachment, arrival.gateway);
  if (far !== undefined && context.lookup.resource(far)?.kind === 'transit-gateway') {
    if (!isTransitGatewayGone(context.lookup, far)) return passOn(flight, { place: { at: 'transit-gateway-in', gateway: far, attachment: attachment.id } });
    return stopInTransit(context, flight, { component: 'transit-gateway', resource: far, code: 'BAD_STATE' });
  }
  return stopInTransit(context, flight, { component: 'transit-gateway-attachment', resource: attachment.id, code: 'NO_POSSIBLE_DESTINATION', certainty: 'unknown', subject: target(far ?? arrival.gateway) });
}

function leaveByVpn(context: TraceContext, flight: Flight, { arrival, attachment }: Leaving): Flight {
  const id = attachment.value.vpnConnection;
  const connection = id === undefined ? undefined : context.lookup.resource(id);
  const place: Place = { at: 'landed', where: { kind: 'on-premises', gateway: arrival.gateway } };
  if (id === undefined || connection?.kind !== 'vpn-connection') {
    const certainty = context.lookup.design.snapshot === undefined ? {} : ({ certainty: 'unknown' } as const);
    return blockAt(context, flight, { block: { component: 'vpn-connection', resource: attachment.id, code: 'X_NO_VPN_CONNECTION', subject: target(arrival.gateway), ...certainty }, next: place });
  }
  if (isGone(connection)) return blockAt(context, flight, { block: { component: 'vpn-connection', resource: id, code: 'TGW_BAD_STATE_VPN', subject: target(arrival.gateway) }, next: place });
  return landOnPremises(context, flight, arrival.gateway);
}

function leaveByDirectConnect(context: TraceContext, flight: Flight, { arrival, attachment }: Leaving): Flight {
  const id = attachment.value.directConnectGateway;
  const { aim } = flight;
  const gateway = aim.kind === 'on-premises' && aim.gateway === id ? aim.gateway : arrival.gateway;
  const fault = faultOfWay(context.lookup, { way: id === undefined ? undefined : wayThrough(context.lookup, id, arrival.gateway), resource: id ?? attachment.id });
  if (fault) return blockAt(context, flight, { block: { ...fault, subject: target(arrival.gateway) }, next: { at: 'landed', where: { kind: 'on-premises', gateway } } });
  return landOnPremises(context, flight, gateway);
}

const withAttachment = (flight: Flight, { arrival, attachment }: Leaving): Flight => ({
  ...flight,
  sessions: [...flight.sessions, { kind: 'transit-attachment', gateway: arrival.gateway, attachment: attachment.id }],
});

/** Traffic leaves a transit gateway by the attachment that a route names. */
export function leaveByAttachment(context: TraceContext, flight: Flight, leaving: Leaving): readonly Flight[] {
  const { type } = leaving.attachment.value;
  switch (type) {
    case 'vpc':
      return [enterVpc(context, flight, leaving)];
    case 'peering':
      return [crossPeering(context, flight, leaving)];
    case 'vpn':
      return [leaveByVpn(context, withAttachment(flight, leaving), leaving)];
    case 'direct-connect-gateway':
      return [leaveByDirectConnect(context, withAttachment(flight, leaving), leaving)];
    case 'connect':
      return [landOnPremises(context, withAttachment(flight, leaving), leaving.arrival.gateway)];
    default:
      return assertNever(type);
  }
}
