import { aclRuleNumbers } from '../aws/defaults.ts';
import { quotas } from '../aws/limits.ts';
import type { Design } from '../model/design.ts';
import { nextRowId, type ResourceId, type RowId } from '../model/ids.ts';
import type { NetworkAcl, NetworkAclRule } from '../model/resources/index.ts';
import type { Draft } from './draft.ts';
import type { EditResult } from './edit-result.ts';
import { edit } from './edit.ts';
import { readBlock } from './read-block.ts';
import { refuse } from './refusal.ts';
import { rowEntries, rowsFrom, withoutRow } from './rows.ts';
import { describeTraffic, readTraffic, type GivenTraffic } from './rule-traffic.ts';

export type RuleDirection = 'inbound' | 'outbound';
type Rules = NetworkAcl['inbound'];

const { lowest, highest, usualStep, usualFirst } = aclRuleNumbers;

/** The rules in the order AWS tries them. */
export const byNumber = (rules: Rules): readonly (readonly [RowId, NetworkAclRule])[] => rowEntries(rules).sort(([, a], [, b]) => a.number - b.number);

/** A free number between two others; `undefined` when they are neighbours. A round one where there is one. */
function numberBetween(low: number, high: number): number | undefined {
  if (high - low < 2) return undefined;
  const middle = Math.floor((low + high) / 2);
  const round = Math.ceil((low + 1) / usualStep) * usualStep;
  return round < high ? round : middle;
}

/** A free number for a rule: behind the last one, or in front of the rule given, so that it decides first. */
export function freeRuleNumber(rules: Rules, before?: RowId): number {
  const order = byNumber(rules);
  const position = before === undefined ? order.length : order.findIndex(([row]) => row === before);
  const low = order[position - 1]?.[1].number ?? 0;
  const next = order[position];
  if (!next) return low === 0 ? usualFirst : Math.min(numberBetween(low, highest + 1) ?? refuse('No rule number is free behind the last rule; renumber the rules first.'), low + usualStep);
  return numberBetween(low, next[1].number) ?? refuse(`No rule number is free in front of rule ${next[1].number}; renumber the rules first.`);
}

export interface GivenAclRule extends GivenTraffic {
  /** Without it the rule gets a free number. */
  readonly number?: number | undefined;
  readonly cidr: string;
  readonly action: 'allow' | 'deny';
}

function checkNumber(acl: NetworkAcl, rules: Rules, { number, besides }: { readonly number: number; readonly besides?: RowId }): number {
  if (!Number.isInteger(number) || number < lowest || number > highest) refuse(`${number} is no rule number; rules are numbered ${lowest} to 32,766.`);
  const twin = rowEntries(rules).find(([row, rule]) => row !== besides && rule.number === number);
  if (twin) refuse(`${acl.name} has a rule ${number} in that direction already; choose another number.`);
  return number;
}

function checkRoom(acl: NetworkAcl, rules: Rules, direction: RuleDirection): void {
  const { maximum = Infinity } = quotas.rulesPerNetworkAcl;
  // The closing * rule counts.
  if (Object.keys(rules).length + 1 >= maximum) refuse(`${acl.name} has ${maximum} ${direction} rules with the closing one; AWS allows no more.`);
}

const sayRule = ({ number, action, cidr, ...traffic }: NetworkAclRule, direction: RuleDirection): string =>
  `${direction} rule ${number} (${action} ${describeTraffic(traffic)} ${direction === 'inbound' ? 'from' : 'to'} ${cidr})`;

export interface AddAclRuleRequest {
  readonly networkAcl: ResourceId;
  readonly direction: RuleDirection;
  readonly rule: GivenAclRule;
  /** Puts the rule in front of this one; behind all others without it. */
  readonly before?: RowId | undefined;
}

/** Adds a rule in the draft. */
export function putAclRule(draft: Draft, { networkAcl, direction, rule: given, before }: AddAclRuleRequest): NetworkAclRule {
  const acl = draft.need(networkAcl, 'network-acl');
  const rules = acl[direction];
  checkRoom(acl, rules, direction);
  const number = checkNumber(acl, rules, { number: given.number ?? freeRuleNumber(rules, before) });
  const rule: NetworkAclRule = { ...readTraffic(given), number, cidr: readBlock(given.cidr), action: given.action };
  draft.change(networkAcl, 'network-acl', { [direction]: { ...rules, [nextRowId('rule', rules)]: rule } });
  return rule;
}

/**
 * Adds a rule to a network ACL. Rules are tried by their numbers and the first that matches decides.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
 */
export function addAclRule(design: Design, request: AddAclRuleRequest): EditResult {
  return edit(design, (draft) => {
    const rule = putAclRule(draft, request);
    return { said: `Add ${sayRule(rule, request.direction)} to ${draft.nameOf(request.networkAcl)}`, select: [request.networkAcl] };
  });
}

function needRule(draft: Draft, { networkAcl, direction, row }: AclRow): { readonly acl: NetworkAcl; readonly rules: Rules; readonly rule: NetworkAclRule } {
  const acl = draft.need(networkAcl, 'network-acl');
  const rules = acl[direction];
  return { acl, rules, rule: rules[row] ?? refuse(`${acl.name} has no ${direction} rule ${row}.`) };
}

export interface AclRow {
  readonly networkAcl: ResourceId;
  readonly direction: RuleDirection;
  readonly row: RowId;
}

/** Changes a rule; fields that are not given stay, ports given as `undefined` are taken away. */
export function changeAclRule(design: Design, request: AclRow & { readonly rule: Partial<GivenAclRule> }): EditResult {
  return edit(design, (draft) => {
    const { networkAcl, direction, row, rule: given } = request;
    const { acl, rules, rule } = needRule(draft, request);
    const merged = { ...rule, ...given };
    const number = checkNumber(acl, rules, { number: merged.number ?? rule.number, besides: row });
    const changed: NetworkAclRule = { ...readTraffic(merged), number, cidr: readBlock(merged.cidr), action: merged.action };
    draft.change(networkAcl, 'network-acl', { [direction]: { ...rules, [row]: changed } });
    return { said: `Change ${acl.name} to ${sayRule(changed, direction)}`, select: [networkAcl] };
  });
}

/** Removes a rule. */
export function removeAclRule(design: Design, request: AclRow): EditResult {
  return edit(design, (draft) => {
    const { acl, rules, rule } = needRule(draft, request);
    draft.change(request.networkAcl, 'network-acl', { [request.direction]: withoutRow(rules, request.row) });
    return { said: `Remove ${sayRule(rule, request.direction)} from ${acl.name}`, select: [request.networkAcl] };
  });
}

function renumbered(order: readonly (readonly [RowId, NetworkAclRule])[]): Rules {
  return rowsFrom(order.map(([row, rule], index) => [row, { ...rule, number: usualFirst + index * usualStep }] as const));
}

/** Numbers the rules of one direction 100, 110, 120, … in the order they have. */
export function renumberAclRules(design: Design, { networkAcl, direction }: Omit<AclRow, 'row'>): EditResult {
  return edit(design, (draft) => {
    const acl = draft.need(networkAcl, 'network-acl');
    draft.change(networkAcl, 'network-acl', { [direction]: renumbered(byNumber(acl[direction])) });
    return { said: `Renumber the ${direction} rules of ${acl.name}`, select: [networkAcl] };
  });
}

/**
 * Moves a rule to a position in the order of its direction, counted from 0. It gets a number between its new neighbours;
 * where there is none, all rules of the direction are numbered anew.
 */
export function moveAclRule(design: Design, request: AclRow & { readonly position: number }): EditResult {
  return edit(design, (draft) => {
    const { networkAcl, direction, row, position } = request;
    const { acl, rules, rule } = needRule(draft, request);
    const others = byNumber(withoutRow(rules, row));
    const place = Math.max(0, Math.min(position, others.length));
    const low = others[place - 1]?.[1].number ?? 0;
    const high = others[place]?.[1].number ?? Math.min(highest + 1, low + 2 * usualStep);
    const number = numberBetween(low, high);
    const order = [...others.slice(0, place), [row, rule] as const, ...others.slice(place)];
    const moved = number === undefined ? renumbered(order) : { ...rules, [row]: { ...rule, number } };
    draft.change(networkAcl, 'network-acl', { [direction]: moved });
    return { said: `Move ${direction} rule ${rule.number} of ${acl.name} to ${moved[row]?.number ?? rule.number}`, select: [networkAcl] };
  });
}
