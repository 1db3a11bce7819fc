import type { Design } from '../model/design.ts';
import type { ResourceId } from '../model/ids.ts';
import { quotas } from '../aws/limits.ts';
import { giveGroup, vpcOf } from './adding/add-rules.ts';
import type { Draft } from './draft.ts';
import type { EditResult } from './edit-result.ts';
import { edit } from './edit.ts';
import { interfacesOf } from './members.ts';
import { joinNames } from './nouns.ts';
import { refuse } from './refusal.ts';

/** The interfaces whose groups an instance, DB instance or interface is asked for. */
function interfacesMeant(draft: Draft, target: ResourceId): readonly ResourceId[] {
  if (draft.findOf(target, 'network-interface')) return [target];
  const interfaces = interfacesOf(draft.design, target).map(({ id }) => id);
  return draft.findOf(target, 'instance') ? interfaces.slice(0, 1) : interfaces;
}

function checkGroups(draft: Draft, target: ResourceId, groups: readonly ResourceId[]): void {
  const name = draft.nameOf(target);
  if (groups.length === 0) refuse(`${name} needs at least one security group.`);
  const { maximum = Infinity } = quotas.securityGroupsPerNetworkInterface;
  if (groups.length > maximum) refuse(`A network interface has at most ${maximum} security groups; ${name} would have ${groups.length}.`);
  const vpc = vpcOf(draft, target);
  const foreign = groups.find((group) => draft.need(group, 'security-group').vpc !== vpc);
  if (foreign !== undefined) refuse(`${draft.nameOf(foreign)} belongs to ${draft.nameOf(draft.need(foreign, 'security-group').vpc)}, not to the VPC of ${name}.`);
}

/** Sets which groups guard an instance (its primary interface), a DB instance or an interface. */
export function setSecurityGroups(design: Design, { target, groups }: { readonly target: ResourceId; readonly groups: readonly ResourceId[] }): EditResult {
  return edit(design, (draft) => {
    const chosen = [...new Set(groups)];
    checkGroups(draft, target, chosen);
    const interfaces = interfacesMeant(draft, target);
    const isDatabase = draft.findOf(target, 'db-instance') !== undefined;
    if (interfaces.length === 0 && !isDatabase) refuse(`${draft.nameOf(target)} has no network interface that a security group could guard.`);
    for (const id of interfaces) draft.change(id, 'network-interface', { securityGroups: chosen });
    if (isDatabase) draft.change(target, 'db-instance', { securityGroups: chosen });
    return { said: `Guard ${draft.nameOf(target)} by ${joinNames(chosen.map((group) => draft.nameOf(group)))}`, select: [target] };
  });
}

/** Gives one more group to an instance, DB instance or interface. */
export function addSecurityGroupTo(design: Design, { target, group }: { readonly target: ResourceId; readonly group: ResourceId }): EditResult {
  return edit(design, (draft) => {
    if (draft.need(group, 'security-group').vpc !== vpcOf(draft, target)) checkGroups(draft, target, [group]);
    giveGroup(draft, target, group);
    return { said: `Give ${draft.nameOf(group)} to ${draft.nameOf(target)}`, select: [target] };
  });
}
