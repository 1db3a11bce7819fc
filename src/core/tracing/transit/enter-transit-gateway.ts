import { intervalCovers, type Interval } from '../../address/interval.ts';
import { announcedToOnPremises, wayThrough } from '../../lookup/direct-connect.ts';
import { rangeOf, readCidr } from '../../address/cidr.ts';
import { propagatedBy } from '../../forwarding/transit-propagation.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { attachmentsOf, isTransitGatewayGone, isUsableAttachment, type AttachmentEntry } from '../../lookup/transit-gateways.ts';
import { isGone } from '../../model/life-cycle.ts';
import type { ResourceId } from '../../model/ids.ts';
import { blockAt, formatAddresses, passOn, towardsAim, type BlockInput, type TraceContext } from '../advance.ts';
import type { Flight, Place, TracedParcel } from '../flight.ts';
import { splitByRanges, type SplitParcels } from '../split-parcels.ts';
import { faultOfWay } from './judge-direct-connect.ts';
import { stopInTransit, target } from './transit-block.ts';

interface Arriving {
  readonly gateway: ResourceId;
  /** The VPN connection or Direct Connect gateway it comes by, where that was said. */
  readonly via?: ResourceId | undefined;
}

const leadsOut = ({ value }: AttachmentEntry): boolean => value.type === 'vpn' || value.type === 'direct-connect-gateway' || value.type === 'connect';

const isVia = ({ id, value }: AttachmentEntry, via: ResourceId | undefined): boolean => via === undefined || [id, value.vpnConnection, value.directConnectGateway].includes(via);

function holdsSource(lookup: Lookup, { id }: AttachmentEntry, source: Interval | undefined): boolean {
  if (!source) return false;
  return propagatedBy(lookup, id).blocks.some((text) => {
    const cidr = readCidr(text);
    return cidr !== undefined && intervalCovers(rangeOf(cidr), source);
  });
}

/** The attachment by which traffic comes in: that of its request, that which was named, that behind which its source lies. */
function findEntrance(lookup: Lookup, flight: Flight, { gateway, via }: Arriving): AttachmentEntry | undefined {
  const all = attachmentsOf(lookup, gateway).filter((attachment) => leadsOut(attachment) && isVia(attachment, via));
  const session = flight.leg === 'reply' ? flight.sessions.find((one) => one.kind === 'transit-attachment' && one.gateway === gateway) : undefined;
  const own = session?.kind === 'transit-attachment' ? all.find(({ id }) => id === session.attachment) : undefined;
  const usable = all.filter(isUsableAttachment);
  return own ?? usable.find((attachment) => holdsSource(lookup, attachment, flight.parcels[0]?.now.source)) ?? usable[0] ?? all[0];
}

function faultOfEntrance(lookup: Lookup, { gateway }: Arriving, attachment: AttachmentEntry): BlockInput | undefined {
  const subject = target(gateway);
  if (!isUsableAttachment(attachment)) return { component: 'transit-gateway-attachment', resource: attachment.id, code: 'BAD_STATE_ATTACHMENT', subject };
  const { vpnConnection, directConnectGateway, type } = attachment.value;
  if (type === 'direct-connect-gateway') {
    const way = directConnectGateway === undefined ? undefined : wayThrough(lookup, directConnectGateway, gateway);
    const fault = faultOfWay(lookup, { way, resource: directConnectGateway ?? attachment.id });
    return fault && { ...fault, subject };
  }
  return vpnConnection !== undefined && isDeleted(lookup, vpnConnection) ? { component: 'vpn-connection', resource: vpnConnection, code: 'TGW_BAD_STATE_VPN', subject } : undefined;
}

function isDeleted(lookup: Lookup, id: ResourceId): boolean {
  const connection = lookup.resource(id);
  return connection?.kind === 'vpn-connection' && isGone(connection);
}

function splitByAllowed(lookup: Lookup, flight: Flight, { gateway, attachment }: { readonly gateway: ResourceId; readonly attachment: AttachmentEntry }): SplitParcels {
  const { directConnectGateway: id, type } = attachment.value;
  const way = type === 'direct-connect-gateway' && id !== undefined ? wayThrough(lookup, id, gateway) : undefined;
  if (!way?.association) return { inside: flight.parcels, outside: [] };
  return splitByRanges(flight, flight.parcels, { field: 'destination', ranges: announcedToOnPremises(lookup, way) });
}

function stopUnannounced(context: TraceContext, flight: Flight, given: { readonly attachment: AttachmentEntry; readonly gateway: ResourceId; readonly parcels: readonly TracedParcel[] }): Flight {
  const [first] = given.parcels;
  const subject = { ...target(given.gateway), ...(first && { destination: formatAddresses(first.now.destination) }) };
  const resource = given.attachment.value.directConnectGateway ?? given.attachment.id;
  return blockAt(context, flight, { block: { component: 'direct-connect-gateway', resource, code: 'X_DX_PREFIX_NOT_ALLOWED', subject }, next: towardsAim(flight, undefined), parcels: given.parcels });
}

/** Traffic from on-premises comes into a transit gateway by a VPN, Direct Connect or Connect attachment. */
export function enterTransitGateway(context: TraceContext, flight: Flight, arriving: Arriving): readonly Flight[] {
  const { lookup } = context;
  const { gateway } = arriving;
  if (isTransitGatewayGone(lookup, gateway)) return [stopInTransit(context, flight, { component: 'transit-gateway', resource: gateway, code: 'BAD_STATE' })];
  const attachment = findEntrance(lookup, flight, arriving);
  if (!attachment) {
    const certainty = lookup.design.snapshot === undefined ? {} : ({ certainty: 'unknown' } as const);
    return [stopInTransit(context, flight, { component: 'vpn-connection', resource: gateway, code: 'X_NO_VPN_CONNECTION', subject: target(gateway), ...certainty })];
  }
  const place: Place = { at: 'transit-gateway-in', gateway, attachment: attachment.id };
  const fault = faultOfEntrance(lookup, arriving, attachment);
  if (fault) return [blockAt(context, flight, { block: fault, next: place })];
  const { inside, outside } = splitByAllowed(lookup, flight, { gateway, attachment });
  const entered = inside.length === 0 ? [] : [passOn(flight, { place, parcels: inside })];
  return outside.length === 0 ? entered : [...entered, stopUnannounced(context, flight, { attachment, gateway, parcels: outside })];
}
