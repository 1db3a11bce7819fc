import { readCidr, type Cidr } from '../address/cidr.ts';
import type { ResourceId } from '../model/ids.ts';
import type { PeeringSide, VpcPeeringConnection } from '../model/resources/index.ts';
import type { Entry, Lookup, VpcEntry } from './entries.ts';

/** One side of a peering: its VPC where the design holds it, and its blocks, which a foreign VPC tells only itself. */
export interface PeeringEnd {
  readonly id: ResourceId | undefined;
  readonly vpc: VpcEntry | undefined;
  /** Those of the VPC where it is in the design, else those the peering tells; empty where nothing tells. */
  readonly blocks: readonly Cidr[];
  /** The code of its Region. */
  readonly region: string | undefined;
  readonly account: string | undefined;
}

/** The side as the design knows it. */
export function peeringEnd(lookup: Lookup, side: PeeringSide): PeeringEnd {
  const vpc = side.vpc === undefined ? undefined : lookup.vpcs.get(side.vpc);
  const told = side.cidrs.map(readCidr).filter((cidr) => cidr !== undefined);
  return { id: side.vpc, vpc, blocks: vpc?.blocks ?? told, region: vpc?.region?.value.code ?? side.region, account: vpc?.value.account ?? side.account };
}

/** The ends of a peering as a VPC sees them; nothing where the VPC is neither of them. */
export function peeringFrom(lookup: Lookup, peering: VpcPeeringConnection, vpc: ResourceId): { readonly near: PeeringEnd; readonly far: PeeringEnd } | undefined {
  const { requester, accepter } = peering;
  if (requester.vpc === vpc) return { near: peeringEnd(lookup, requester), far: peeringEnd(lookup, accepter) };
  return accepter.vpc === vpc ? { near: peeringEnd(lookup, accepter), far: peeringEnd(lookup, requester) } : undefined;
}

/** The Region of both sides is the same; `undefined` where one of them is not known. */
export function isInOneRegion(lookup: Lookup, peering: VpcPeeringConnection): boolean | undefined {
  const [a, b] = [peeringEnd(lookup, peering.requester).region, peeringEnd(lookup, peering.accepter).region];
  return a === undefined || b === undefined ? undefined : a === b;
}

/** Every peering between two VPCs, in whatever state. */
export function peeringsBetween(lookup: Lookup, vpc: ResourceId, other: ResourceId): readonly Entry<VpcPeeringConnection>[] {
  return (lookup.peeringsOfVpc.get(vpc) ?? []).filter(({ value }) => value.requester.vpc === other || value.accepter.vpc === other);
}

/** The states in which a peering is over or never came to be; it then joins nothing and forbids nothing. */
const ENDED: ReadonlySet<VpcPeeringConnection['state']> = new Set(['failed', 'expired', 'rejected', 'deleting', 'deleted']);
export const isEnded = (peering: VpcPeeringConnection): boolean => ENDED.has(peering.state);
