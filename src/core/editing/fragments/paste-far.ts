import { containerOf } from '../container.ts';
import { refuse } from '../refusal.ts';
import type { Resource } from '../../model/resources/index.ts';
import { sideOfVpc } from '../vpc-peering.ts';
import type { Fragment } from './fragment.ts';
import { isPasted, pastedOf, type Pasting } from './pasting.ts';

/** Whether a peering is copied with both of its VPCs: two VPCs have one peering, so that it is never copied alone. */
export function isCopiedWhole({ resources }: Fragment, resource: Resource): boolean {
  if (resource.kind !== 'vpc-peering-connection') return true;
  return [resource.requester, resource.accepter].every(({ vpc }) => vpc !== undefined && Object.hasOwn(resources, vpc));
}

/** Refuses to paste a peering that somebody chose without its VPCs. */
export function refuseLonePeerings(fragment: Fragment): void {
  for (const root of fragment.roots) {
    const resource = fragment.resources[root];
    if (resource && !isCopiedWhole(fragment, resource)) refuse(`${resource.name} joins two VPCs, which have one peering; copy it together with both.`);
  }
}

/** Peerings join the copies of their VPCs; a prefix list stays in its Region or goes to the one pasted into. */
export function pasteFar(pasting: Pasting): void {
  const { draft, container } = pasting;
  for (const { id, value } of pastedOf(pasting, 'vpc-peering-connection')) {
    const { requester, accepter } = value;
    draft.change(id, 'vpc-peering-connection', { requester: { ...requester, ...sideOfVpc(draft, requester.vpc) }, accepter: { ...accepter, ...sideOfVpc(draft, accepter.vpc) } });
  }
  const dropped = containerOf(container, 'region')?.id;
  for (const { id, value } of pastedOf(pasting, 'prefix-list')) {
    if (dropped !== undefined && !isPasted(pasting, value.region)) draft.change(id, 'prefix-list', { region: dropped });
  }
}
