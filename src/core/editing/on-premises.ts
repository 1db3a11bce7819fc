import { overlaps, readCidr } from '../address/cidr.ts';
import type { Design } from '../model/design.ts';
import { nextRowId, type ResourceId, type RowId } from '../model/ids.ts';
import type { OnPremisesNetwork } from '../model/resources/index.ts';
import type { Draft } from './draft.ts';
import type { EditResult } from './edit-result.ts';
import { edit } from './edit.ts';
import { readBlock } from './read-block.ts';
import { refuse } from './refusal.ts';
import { filterRows, mapRows, rowEntries, withoutRow } from './rows.ts';

export interface OnPremisesRow {
  readonly network: ResourceId;
  readonly row: RowId;
}

function refuseOverlap(network: OnPremisesNetwork, text: string, besides?: RowId): void {
  const block = readCidr(text);
  const twin = rowEntries(network.cidrs).find(([row, { cidr }]) => {
    const other = readCidr(cidr);
    return row !== besides && block !== undefined && other !== undefined && overlaps(block, other);
  });
  if (twin) refuse(`${text} overlaps ${twin[1].cidr}, another block of ${network.name}.`);
}

/** Adds a block to an on-premises network. */
export function addOnPremisesCidr(design: Design, { network: id, cidr: given }: { readonly network: ResourceId; readonly cidr: string }): EditResult {
  return edit(design, (draft) => {
    const network = draft.need(id, 'on-premises-network');
    const cidr = readBlock(given);
    refuseOverlap(network, cidr);
    draft.change(id, 'on-premises-network', { cidrs: { ...network.cidrs, [nextRowId('cidr', network.cidrs)]: { cidr } } });
    return { said: `Add ${cidr} to ${network.name}`, select: [id] };
  });
}

/** The VPN connections whose far end is this network. */
function connectionsTo(draft: Draft, network: ResourceId): readonly ResourceId[] {
  const gateways = new Set<string>(draft.list('customer-gateway').filter(({ value }) => value.onPremises === network).map(({ id }) => id));
  return draft.list('vpn-connection').filter(({ value }) => gateways.has(value.customerGateway)).map(({ id }) => id);
}

/** Static routes of a VPN connection that named the block exactly follow it; propagated routes then follow them. */
function followBlock(draft: Draft, network: ResourceId, { from, to }: { readonly from: string; readonly to: string | undefined }): void {
  for (const id of connectionsTo(draft, network)) {
    const { staticRoutes } = draft.need(id, 'vpn-connection');
    if (!Object.values(staticRoutes).some(({ cidr }) => cidr === from)) continue;
    const followed = to === undefined ? filterRows(staticRoutes, ({ cidr }) => cidr !== from) : mapRows(staticRoutes, (route) => (route.cidr === from ? { ...route, cidr: to } : route));
    draft.change(id, 'vpn-connection', { staticRoutes: followed });
  }
}

/** Changes a block of an on-premises network; static routes of its VPN connections that named the old block follow. */
export function changeOnPremisesCidr(design: Design, { network: id, row, cidr: given }: OnPremisesRow & { readonly cidr: string }): EditResult {
  return edit(design, (draft) => {
    const network = draft.need(id, 'on-premises-network');
    const before = network.cidrs[row] ?? refuse(`${network.name} has no block ${row}.`);
    const cidr = readBlock(given);
    refuseOverlap(network, cidr, row);
    draft.change(id, 'on-premises-network', { cidrs: { ...network.cidrs, [row]: { ...before, cidr } } });
    followBlock(draft, id, { from: before.cidr, to: cidr });
    return { said: `Change ${before.cidr} of ${network.name} to ${cidr}`, select: [id] };
  });
}

/** Takes a block away from an on-premises network, and the static routes that named it. */
export function removeOnPremisesCidr(design: Design, { network: id, row }: OnPremisesRow): EditResult {
  return edit(design, (draft) => {
    const network = draft.need(id, 'on-premises-network');
    const before = network.cidrs[row] ?? refuse(`${network.name} has no block ${row}.`);
    draft.change(id, 'on-premises-network', { cidrs: withoutRow(network.cidrs, row) });
    followBlock(draft, id, { from: before.cidr, to: undefined });
    return { said: `Take ${before.cidr} away from ${network.name}`, select: [id] };
  });
}

/** Adds a static route to a VPN connection: a block that lies behind its customer gateway. */
export function addVpnRoute(design: Design, { vpnConnection: id, cidr: given }: { readonly vpnConnection: ResourceId; readonly cidr: string }): EditResult {
  return edit(design, (draft) => {
    const connection = draft.need(id, 'vpn-connection');
    const cidr = readBlock(given);
    if (Object.values(connection.staticRoutes).some((route) => route.cidr === cidr)) refuse(`${connection.name} has a static route to ${cidr} already.`);
    draft.change(id, 'vpn-connection', { staticRoutes: { ...connection.staticRoutes, [nextRowId('route', connection.staticRoutes)]: { cidr } } });
    return { said: `Add the static route ${cidr} to ${connection.name}`, select: [id] };
  });
}

/** Removes a static route of a VPN connection. */
export function removeVpnRoute(design: Design, { vpnConnection: id, row }: { readonly vpnConnection: ResourceId; readonly row: RowId }): EditResult {
  return edit(design, (draft) => {
    const connection = draft.need(id, 'vpn-connection');
    const route = connection.staticRoutes[row] ?? refuse(`${connection.name} has no static route ${row}.`);
    draft.change(id, 'vpn-connection', { staticRoutes: withoutRow(connection.staticRoutes, row) });
    return { said: `Remove the static route ${route.cidr} from ${connection.name}`, select: [id] };
  });
}
