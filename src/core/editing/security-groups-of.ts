import type { Design } from '../model/design.ts';
import type { ResourceId } from '../model/ids.ts';
import { quotas } from '../aws/limits.ts';
import type { Draft } from './draft.ts';
import type { EditResult } from './edit-result.ts';
import { edit } from './edit.ts';
import { giveGroup, groupsOf, putGroups, vpcOf } from './group-holders.ts';
import { joinNames } from './nouns.ts';
import { refuse } from './refusal.ts';

/** Only a Network Load Balancer may do without. https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html */
const mayHaveNone = (draft: Draft, target: ResourceId): boolean => draft.findOf(target, 'load-balancer')?.type === 'network';

function checkGroups(draft: Draft, target: ResourceId, groups: readonly ResourceId[]): void {
  const name = draft.nameOf(target);
  if (groups.length === 0 && !mayHaveNone(draft, target)) refuse(`${name} needs at least one security group.`);
  const { maximum = Infinity } = quotas.securityGroupsPerNetworkInterface;
  if (groups.length > maximum) refuse(`A network interface has at most ${maximum} security groups; ${name} would have ${groups.length}.`);
  const vpc = vpcOf(draft, target);
  const foreign = groups.find((group) => draft.need(group, 'security-group').vpc !== vpc);
  if (foreign !== undefined) refuse(`${draft.nameOf(foreign)} belongs to ${draft.nameOf(draft.need(foreign, 'security-group').vpc)}, not to the VPC of ${name}.`);
}

/** Sets which groups guard an instance (its primary interface), a DB instance, a load balancer, an interface endpoint or an interface. */
export function setSecurityGroups(design: Design, { target, groups }: { readonly target: ResourceId; readonly groups: readonly ResourceId[] }): EditResult {
  return edit(design, (draft) => {
    const chosen = [...new Set(groups)];
    checkGroups(draft, target, chosen);
    putGroups(draft, target, chosen);
    const by = chosen.length === 0 ? 'no security group' : joinNames(chosen.map((group) => draft.nameOf(group)));
    return { said: `Guard ${draft.nameOf(target)} by ${by}`, select: [target] };
  });
}

export interface GroupRequest {
  readonly target: ResourceId;
  readonly group: ResourceId;
}

/** Gives one more group to what groups guard. */
export function addSecurityGroupTo(design: Design, { target, group }: GroupRequest): EditResult {
  return edit(design, (draft) => {
    if (draft.need(group, 'security-group').vpc !== vpcOf(draft, target)) checkGroups(draft, target, [group]);
    giveGroup(draft, target, group);
    return { said: `Give ${draft.nameOf(group)} to ${draft.nameOf(target)}`, select: [target] };
  });
}

/** Takes a group away from what it guards. The last one stays: an interface has at least one. */
export function removeSecurityGroupFrom(design: Design, { target, group }: GroupRequest): EditResult {
  return edit(design, (draft) => {
    const held = groupsOf(draft, target);
    const [name, groupName] = [draft.nameOf(target), draft.nameOf(group)];
    if (!held.includes(group)) refuse(`${name} is not guarded by ${groupName}.`);
    if (held.length === 1 && !mayHaveNone(draft, target)) refuse(`${groupName} is the only security group of ${name}; give it another one first.`);
    putGroups(draft, target, held.filter((other) => other !== group));
    return { said: `Take ${groupName} from ${name}`, select: [target] };
  });
}
