import { overlaps, readCidr, type Cidr } from '../address/cidr.ts';
import { isEnded } from '../lookup/vpc-peerings.ts';
import type { Design } from '../model/design.ts';
import type { RandomSource, ResourceId } from '../model/ids.ts';
import type { PeeringSide, Vpc, VpcPeeringConnection } from '../model/resources/index.ts';
import type { Draft } from './draft.ts';
import type { EditResult } from './edit-result.ts';
import { edit } from './edit.ts';
import { uniqueName } from './names.ts';
import { readBlock } from './read-block.ts';
import { refuse } from './refusal.ts';

export type PeeringSideName = 'requester' | 'accepter';

const textsOf = (vpc: Vpc): readonly string[] => [vpc.cidr, ...[...Object.values(vpc.secondaryCidrs), ...Object.values(vpc.ipv6Cidrs)].map(({ cidr }) => cidr)];

/** The blocks of a side: those of its VPC where the design holds it, else what the peering tells. */
function blocksOfSide(draft: Draft, side: Pick<PeeringSide, 'vpc' | 'cidrs'>): readonly string[] {
  const vpc = draft.findOf(side.vpc, 'vpc');
  return vpc ? textsOf(vpc) : side.cidrs;
}

const readAll = (texts: readonly string[]): readonly Cidr[] => texts.map(readCidr).filter((cidr) => cidr !== undefined);

/** The first two blocks of two sides that share addresses. */
function sharedBlock(a: readonly string[], b: readonly string[]): readonly [string, string] | undefined {
  for (const near of a) {
    const block = readCidr(near);
    const far = b.find((text) => block !== undefined && readAll([text]).some((other) => overlaps(block, other)));
    if (far !== undefined) return [near, far];
  }
  return undefined;
}

const nameOfSide = (draft: Draft, side: Pick<PeeringSide, 'vpc' | 'account'>): string =>
  side.vpc !== undefined ? draft.nameOf(side.vpc) : side.account === undefined ? 'the other VPC' : `the VPC of account ${side.account}`;

/** AWS refuses to peer VPCs whose blocks share an address, used or not (Peering Guide, vpc-peering-basics). */
function requireApart(draft: Draft, requester: PeeringSide, accepter: PeeringSide): void {
  const shared = sharedBlock(blocksOfSide(draft, requester), blocksOfSide(draft, accepter));
  if (shared) refuse(`${nameOfSide(draft, requester)} (${shared[0]}) and ${nameOfSide(draft, accepter)} (${shared[1]}) overlap; AWS peers only VPCs without a common address.`);
}

const pairOf = ({ requester, accepter }: Pick<VpcPeeringConnection, PeeringSideName>): string => [requester.vpc ?? '', accepter.vpc ?? ''].sort().join(' ');

/** AWS allows one peering between two VPCs at a time (Peering Guide, vpc-peering-basics). */
function requireUnpeered(draft: Draft, sides: Pick<VpcPeeringConnection, PeeringSideName>, besides?: ResourceId): void {
  const { requester, accepter } = sides;
  if (requester.vpc === undefined || accepter.vpc === undefined) return;
  if (requester.vpc === accepter.vpc) refuse(`A peering joins two VPCs; ${draft.nameOf(requester.vpc)} cannot be both sides.`);
  const twin = draft.list('vpc-peering-connection').find(({ id, value }) => id !== besides && !isEnded(value) && pairOf(value) === pairOf(sides));
  if (twin) refuse(`${draft.nameOf(requester.vpc)} and ${draft.nameOf(accepter.vpc)} are peered by ${twin.value.name} already.`);
}

/** The side that a VPC of the design makes; without one, a VPC outside of the design. */
export function sideOfVpc(draft: Draft, vpc: ResourceId | undefined): PeeringSide {
  const value = draft.findOf(vpc, 'vpc');
  if (vpc === undefined || !value) return { cidrs: [] };
  const region = draft.findOf(value.region, 'region');
  const account = value.account ?? region?.account;
  return { vpc, cidrs: [...textsOf(value)], ...(account !== undefined && { account }), ...(region && { region: region.code }) };
}

/** Whether AWS would let these two VPCs be peered. */
export function mayBePeered(draft: Draft, a: ResourceId, b: ResourceId): boolean {
  const sides = { requester: sideOfVpc(draft, a), accepter: sideOfVpc(draft, b) };
  const isTaken = draft.list('vpc-peering-connection').some(({ value }) => !isEnded(value) && pairOf(value) === pairOf(sides));
  return a !== b && !isTaken && sharedBlock(blocksOfSide(draft, sides.requester), blocksOfSide(draft, sides.accepter)) === undefined;
}

/** Puts an active peering into the draft, or refuses what AWS would. */
export function makePeering(draft: Draft, { requester, accepter, name }: { readonly requester: ResourceId; readonly accepter: ResourceId | undefined; readonly name?: string | undefined }): ResourceId {
  const sides = { requester: sideOfVpc(draft, requester), accepter: sideOfVpc(draft, accepter) };
  requireUnpeered(draft, sides);
  requireApart(draft, sides.requester, sides.accepter);
  const title = name ?? uniqueName(draft.design, `pcx-${draft.nameOf(requester)}${accepter === undefined ? '' : `-${draft.nameOf(accepter)}`}`);
  return draft.add('pcx', { kind: 'vpc-peering-connection', name: title, ...sides, state: 'active' });
}

/** Joins two VPCs by an active peering connection; routes are not added, as AWS adds none. */
export function peerVpcs(design: Design, { requester, accepter, random }: { readonly requester: ResourceId; readonly accepter: ResourceId; readonly random: RandomSource }): EditResult {
  return edit(
    design,
    (draft) => {
      const id = makePeering(draft, { requester, accepter });
      return { said: `Peer ${draft.nameOf(requester)} with ${draft.nameOf(accepter)}`, select: [id] };
    },
    random,
  );
}

export interface PeeringSideRequest {
  readonly peering: ResourceId;
  readonly side: PeeringSideName;
}

function changeSide(draft: Draft, { peering: id, side }: PeeringSideRequest, after: PeeringSide): void {
  const peering = draft.need(id, 'vpc-peering-connection');
  const changed = { ...peering, [side]: after };
  requireUnpeered(draft, changed, id);
  requireApart(draft, changed.requester, changed.accepter);
  draft.change(id, 'vpc-peering-connection', { [side]: after });
}

/** Puts another VPC on a side; without `vpc` it is one outside of the design. */
export function setPeeringVpc(design: Design, request: PeeringSideRequest & { readonly vpc: ResourceId | undefined }): EditResult {
  return edit(design, (draft) => {
    const { name } = draft.need(request.peering, 'vpc-peering-connection');
    changeSide(draft, request, sideOfVpc(draft, request.vpc));
    const vpc = request.vpc === undefined ? 'a VPC outside of the design' : draft.nameOf(request.vpc);
    return { said: `Make ${vpc} the ${request.side} of ${name}`, select: [request.peering] };
  });
}

/** Adds a block to a side whose VPC is outside of the design. */
export function addPeeringCidr(design: Design, request: PeeringSideRequest & { readonly cidr: string }): EditResult {
  return edit(design, (draft) => {
    const peering = draft.need(request.peering, 'vpc-peering-connection');
    const side = peering[request.side];
    if (draft.findOf(side.vpc, 'vpc')) refuse(`The blocks of ${draft.nameOf(side.vpc ?? '')} are changed at the VPC.`);
    const cidr = readBlock(request.cidr);
    const known = side.cidrs.find((text) => sharedBlock([text], [cidr]));
    if (known !== undefined) refuse(`${cidr} overlaps ${known}, another block of that side.`);
    changeSide(draft, request, { ...side, cidrs: [...side.cidrs, cidr] });
    return { said: `Add ${cidr} to the ${request.side} of ${peering.name}`, select: [request.peering] };
  });
}

/** Takes a block away from a side whose VPC is outside of the design. */
export function removePeeringCidr(design: Design, request: PeeringSideRequest & { readonly cidr: string }): EditResult {
  return edit(design, (draft) => {
    const peering = draft.need(request.peering, 'vpc-peering-connection');
    const side = peering[request.side];
    changeSide(draft, request, { ...side, cidrs: side.cidrs.filter((text) => text !== request.cidr) });
    return { said: `Take ${request.cidr} away from the ${request.side} of ${peering.name}`, select: [request.peering] };
  });
}
