import { quotas } from '../aws/limits.ts';
import { buildLookup } from '../lookup/build-lookup.ts';
import { groupReferenceReaches } from '../lookup/group-references.ts';
import type { Design } from '../model/design.ts';
import { nextRowId, type ResourceId, type RowId } from '../model/ids.ts';
import type { GroupPeer, SecurityGroup, SecurityGroupRule } from '../model/resources/index.ts';
import { jsonEqual } from '../patch/json.ts';
import type { Draft } from './draft.ts';
import type { EditResult } from './edit-result.ts';
import { edit } from './edit.ts';
import type { RuleDirection } from './network-acl-rules.ts';
import { countOf, joinNames } from './nouns.ts';
import { readBlock } from './read-block.ts';
import { readCidrList } from './read-cidr-list.ts';
import { refuse } from './refusal.ts';
import { rowEntries, withoutRow } from './rows.ts';
import { describeTraffic, readTraffic, type GivenTraffic } from './rule-traffic.ts';

export interface GivenGroupRule extends GivenTraffic {
  readonly peer: GroupPeer;
  readonly description?: string | undefined;
}

function readPeer(draft: Draft, group: SecurityGroup, peer: GroupPeer): GroupPeer {
  if ('cidr' in peer) return { cidr: readBlock(peer.cidr) };
  if ('prefixList' in peer || peer.account !== undefined || peer.peering !== undefined) return peer;
  const other = draft.need(peer.group, 'security-group');
  const isNamable = other.vpc === group.vpc || groupReferenceReaches(buildLookup(draft.design), group.vpc, peer) === 'reaches';
  if (!isNamable) refuse(`${other.name} belongs to ${draft.nameOf(other.vpc)} and ${group.name} to ${draft.nameOf(group.vpc)}; a rule names a group of its own VPC, or of one peered with it in the same Region.`);
  return peer;
}

function readRule(draft: Draft, group: SecurityGroup, given: GivenGroupRule): SecurityGroupRule {
  const description = given.description?.trim();
  return { ...readTraffic(given), peer: readPeer(draft, group, given.peer), ...(description !== undefined && description !== '' && { description }) };
}

function sayPeer(draft: Draft, peer: GroupPeer): string {
  if ('cidr' in peer) return peer.cidr;
  return 'group' in peer ? draft.nameOf(peer.group) : peer.prefixList;
}

const sayRule = (draft: Draft, { peer, ...traffic }: SecurityGroupRule, direction: RuleDirection): string =>
  `${describeTraffic(traffic)} ${direction === 'inbound' ? 'in from' : 'out to'} ${sayPeer(draft, peer)}`;

const withoutDescription = ({ description: _text, ...rule }: SecurityGroupRule): Omit<SecurityGroupRule, 'description'> => rule;

function refuseTwin(draft: Draft, { group, direction, rule, besides }: { readonly group: SecurityGroup; readonly direction: RuleDirection; readonly rule: SecurityGroupRule; readonly besides?: RowId }): void {
  const twin = rowEntries(group[direction]).some(([row, known]) => row !== besides && jsonEqual(withoutDescription(known), withoutDescription(rule)));
  if (twin) refuse(`${group.name} lets ${sayRule(draft, rule, direction)} already.`);
}

function refuseFull(group: SecurityGroup, direction: RuleDirection): void {
  const { default: usual } = quotas.rulesPerSecurityGroup;
  const { maximum = Infinity } = quotas.securityGroupRulesPerNetworkInterface;
  if (Object.keys(group[direction]).length >= maximum) refuse(`${group.name} has ${maximum} ${direction} rules; AWS allows ${usual}, and ${maximum} at the very most.`);
}

export interface AddGroupRuleRequest {
  readonly securityGroup: ResourceId;
  readonly direction: RuleDirection;
  readonly rule: GivenGroupRule;
}

/** Adds a rule in the draft. */
export function putGroupRule(draft: Draft, { securityGroup, direction, rule: given }: AddGroupRuleRequest): SecurityGroupRule {
  const group = draft.need(securityGroup, 'security-group');
  refuseFull(group, direction);
  const rule = readRule(draft, group, given);
  refuseTwin(draft, { group, direction, rule });
  draft.change(securityGroup, 'security-group', { [direction]: { ...group[direction], [nextRowId('rule', group[direction])]: rule } });
  return rule;
}

/**
 * Adds a rule to a security group; groups know allow rules only.
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
 */
export function addGroupRule(design: Design, request: AddGroupRuleRequest): EditResult {
  return edit(design, (draft) => {
    const rule = putGroupRule(draft, request);
    return { said: `Let ${sayRule(draft, rule, request.direction)} in ${draft.nameOf(request.securityGroup)}`, select: [request.securityGroup] };
  });
}

export interface GroupRow {
  readonly securityGroup: ResourceId;
  readonly direction: RuleDirection;
  readonly row: RowId;
}

function needRule(draft: Draft, { securityGroup, direction, row }: GroupRow): { readonly group: SecurityGroup; readonly rule: SecurityGroupRule } {
  const group = draft.need(securityGroup, 'security-group');
  return { group, rule: group[direction][row] ?? refuse(`${group.name} has no ${direction} rule ${row}.`) };
}

/** Changes a rule; fields that are not given stay, ports given as `undefined` are taken away. */
export function changeGroupRule(design: Design, request: GroupRow & { readonly rule: Partial<GivenGroupRule> }): EditResult {
  return edit(design, (draft) => {
    const { securityGroup, direction, row, rule: given } = request;
    const { group, rule: before } = needRule(draft, request);
    const rule = readRule(draft, group, { ...before, ...given });
    refuseTwin(draft, { group, direction, rule, besides: row });
    draft.change(securityGroup, 'security-group', { [direction]: { ...group[direction], [row]: rule } });
    return { said: `Let ${sayRule(draft, rule, direction)} in ${group.name}`, select: [securityGroup] };
  });
}

/** Removes a rule. */
export function removeGroupRule(design: Design, request: GroupRow): EditResult {
  return edit(design, (draft) => {
    const { group, rule } = needRule(draft, request);
    draft.change(request.securityGroup, 'security-group', { [request.direction]: withoutRow(group[request.direction], request.row) });
    return { said: `Stop letting ${sayRule(draft, rule, request.direction)} in ${group.name}`, select: [request.securityGroup] };
  });
}

export interface PasteCidrsRequest {
  readonly securityGroup: ResourceId;
  readonly direction: RuleDirection;
  readonly traffic: GivenTraffic;
  /** Blocks and addresses, separated by spaces, commas or lines. */
  readonly text: string;
}

/**
 * Adds one rule for each block in pasted text. Blocks that have the same rule already are passed over; each piece that is
 * no block is said.
 */
export function pasteCidrs(design: Design, { securityGroup, direction, traffic, text }: PasteCidrsRequest): EditResult {
  return edit(design, (draft) => {
    const { cidrs, problems } = readCidrList(text);
    const { name, [direction]: rules } = draft.need(securityGroup, 'security-group');
    const isKnown = (cidr: string): boolean => Object.values(rules).some((rule) => jsonEqual(withoutDescription(rule), { ...readTraffic(traffic), peer: { cidr } }));
    const fresh = cidrs.filter((cidr) => !isKnown(cidr));
    const known = cidrs.filter(isKnown);
    if (fresh.length === 0) refuse([...problems, ...(known.length > 0 ? [`${name} has rules for ${joinNames(known)} already.`] : [])].join(' ') || 'No CIDR block is in the text; write blocks such as 203.0.113.0/24, one a line.');
    for (const cidr of fresh) putGroupRule(draft, { securityGroup, direction, rule: { ...traffic, peer: { cidr } } });
    const passed = [...(known.length > 0 ? [`${joinNames(known)} ${known.length === 1 ? 'was' : 'were'} there already.`] : []), ...problems];
    return { said: [`Add ${countOf(fresh.length, 'rule')} to ${name}`, ...passed].join('. ').replace('..', '.'), select: [securityGroup] };
  });
}
