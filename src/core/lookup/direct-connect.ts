import { contains, rangeOf, readCidr } from '../address/cidr.ts';
import type { Interval } from '../address/interval.ts';
import { isGone } from '../model/life-cycle.ts';
import type { ResourceId } from '../model/ids.ts';
import type { DirectConnectAssociation, DirectConnectGateway, VirtualInterface } from '../model/resources/index.ts';
import type { Entry, Lookup } from './entries.ts';

/** One way over Direct Connect to a virtual private gateway or a transit gateway: straight, or by a Direct Connect gateway. */
export interface DirectConnectWay {
  readonly gateway: Entry<DirectConnectGateway> | undefined;
  readonly association: DirectConnectAssociation | undefined;
  /** In any state but deleted; public ones lead to no VPC and are not here. */
  readonly interfaces: readonly Entry<VirtualInterface>[];
}

const ASSOCIATED: readonly DirectConnectAssociation['state'][] = ['associated', 'updating'];

/** Whether a virtual interface carries traffic (Direct Connect API, VirtualInterface, `virtualInterfaceState`). */
export const isUp = ({ value }: Entry<VirtualInterface>): boolean => value.state === 'available' && value.bgpStatus !== 'down';

/** The virtual interfaces that end at a gateway of either kind. */
export const interfacesAt = (lookup: Lookup, gateway: ResourceId): readonly Entry<VirtualInterface>[] =>
  lookup.byKind['virtual-interface'].filter(({ value }) => value.gateway === gateway && value.type !== 'public' && value.state !== 'deleted');

/** The Direct Connect gateway with this id and its association with a gateway. */
export function wayThrough(lookup: Lookup, id: ResourceId, gateway: ResourceId): DirectConnectWay | undefined {
  const value = lookup.resource(id);
  if (value?.kind !== 'direct-connect-gateway') return undefined;
  const association = Object.values(value.associations).find((row) => row.gateway === gateway && row.state !== 'disassociated');
  return { gateway: { id, value }, association, interfaces: interfacesAt(lookup, id) };
}

/** Every way over Direct Connect to a virtual private gateway. */
export function waysTo(lookup: Lookup, gateway: ResourceId): readonly DirectConnectWay[] {
  const straight = interfacesAt(lookup, gateway);
  const associated = lookup.byKind['direct-connect-gateway'].flatMap(({ id }) => {
    const way = wayThrough(lookup, id, gateway);
    return way?.association ? [way] : [];
  });
  return straight.length === 0 ? associated : [{ gateway: undefined, association: undefined, interfaces: straight }, ...associated];
}

/** Whether a way carries traffic. */
export function isOpen({ gateway, association, interfaces }: DirectConnectWay): boolean {
  const isJoined = gateway === undefined || (association !== undefined && ASSOCIATED.includes(association.state));
  return !(gateway && isGone(gateway.value)) && isJoined && interfaces.some(isUp);
}

const rangesOf = (cidrs: readonly string[]): readonly Interval[] =>
  cidrs.flatMap((text) => {
    const cidr = readCidr(text);
    return cidr ? [rangeOf(cidr)] : [];
  });

const cidrsIn = (rows: Readonly<Record<string, { readonly cidr: string }>>): readonly string[] => Object.values(rows).map(({ cidr }) => cidr);

/** The blocks behind one virtual interface: what it is known to announce, and the drawn network at its far end. */
export function blocksBehind(lookup: Lookup, { value }: Entry<VirtualInterface>): readonly string[] {
  const network = value.onPremises === undefined ? undefined : lookup.resource(value.onPremises);
  return [...cidrsIn(value.routes), ...(network?.kind === 'on-premises-network' ? cidrsIn(network.cidrs) : [])];
}

/** What on-premises announces over a way; `undefined` where that is not in the design. */
export function announcedOver(way: DirectConnectWay): readonly Interval[] | undefined {
  const up = way.interfaces.filter(isUp).map(({ value }) => cidrsIn(value.routes));
  return up.length === 0 || up.some((routes) => routes.length === 0) ? undefined : rangesOf(up.flat());
}

/**
 * What a way announces to on-premises. To a transit gateway the allowed prefixes themselves; to a virtual private gateway
 * the VPC's blocks that an allowed prefix covers, and without allowed prefixes all of them (Direct Connect guide,
 * allowed-to-prefixes).
 */
export function announcedToOnPremises(lookup: Lookup, way: DirectConnectWay): readonly Interval[] {
  const { association } = way;
  if (!association) return [];
  const target = lookup.resource(association.gateway);
  if (target?.kind !== 'virtual-private-gateway') return rangesOf(association.allowedPrefixes);
  const blocks = (target.vpc === undefined ? undefined : lookup.vpcs.get(target.vpc))?.blocks ?? [];
  const allowed = association.allowedPrefixes.map(readCidr).filter((cidr) => cidr !== undefined);
  return blocks.filter((block) => allowed.length === 0 || allowed.some((cidr) => contains(cidr, block))).map((block) => rangeOf(block));
}
