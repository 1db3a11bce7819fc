import type { ResourceId } from '../../model/ids.ts';
import { containerOf } from '../container.ts';
import type { Draft } from '../draft.ts';
import { refuse } from '../refusal.ts';
import { makePeering, mayBePeered } from '../vpc-peering.ts';
import { refusePlace, type Adder, type Adding } from './adding.ts';

/** The VPCs that may be the requester: the one dropped on, else every one of the Region or of the design. */
function requestersAt(draft: Draft, { container }: Pick<Adding, 'container'>): readonly ResourceId[] {
  const vpc = containerOf(container, 'vpc');
  if (vpc) return [vpc.id];
  const region = containerOf(container, 'region');
  if (container.kind !== 'canvas' && !region) return refusePlace('vpc-peering-connection', container);
  return draft.list('vpc').filter(({ value }) => !region || value.region === region.id).map(({ id }) => id);
}

/** The first two VPCs that AWS would peer, the requester among those given. */
function pickPair(draft: Draft, requesters: readonly ResourceId[]): readonly [ResourceId, ResourceId | undefined] {
  const all = draft.list('vpc').map(({ id }) => id);
  for (const requester of requesters) {
    const accepter = all.find((other) => mayBePeered(draft, requester, other));
    if (accepter !== undefined) return [requester, accepter];
  }
  const [first] = requesters;
  if (first === undefined) return refuse('A peering joins two VPCs; draw them first.');
  if (all.length === 1) return [first, undefined];
  return refuse(`${draft.nameOf(first)} overlaps every other VPC of the design or is peered with it already.`);
}

/** Joins the VPC dropped on with the first one that AWS would peer it with; with no other VPC drawn, with one outside. */
export const addVpcPeeringConnection: Adder = (draft, { container, at, name }) => {
  const [requester, accepter] = pickPair(draft, requestersAt(draft, { container }));
  const id = makePeering(draft, { requester, accepter, name });
  if (!containerOf(container, 'vpc')) draft.place(id, at);
  const far = accepter === undefined ? 'a VPC outside of the design' : draft.nameOf(accepter);
  return { said: `Peer ${draft.nameOf(requester)} with ${far}`, select: [id] };
};
