import { boxCovers, boxesMeet, isEmptyBox } from '../../address/box.ts';
import { subtractBoxes } from '../../address/box-list.ts';
import { rangeOf, readCidr } from '../../address/cidr.ts';
import type { Interval } from '../../address/interval.ts';
import { documentation } from '../../aws/documentation-links.ts';
import { describeTraffic } from '../../editing/rule-traffic.ts';
import type { Fix } from '../../findings/fix.ts';
import { ALL_ADDRESSES, boxesOfRule, type AnyBox, type Direction } from '../../filtering/rule-match.ts';
import type { Entry, Lookup } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { GroupPeer, SecurityGroup, SecurityGroupRule } from '../../model/resources/index.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { directions } from '../facts/covered-acl-rules.ts';
import { internetAdmissions } from '../facts/group-admissions.ts';
import { nameOf } from '../facts/names.ts';
import { removeValue } from '../fixes/patch-of.ts';

const NO_ROWS: ReadonlySet<string> = new Set();

interface Row {
  readonly row: string;
  readonly rule: SecurityGroupRule;
  /** Rules of different scopes are never compared: a group, a prefix list, or addresses of a family. */
  readonly scope: string;
  readonly box: AnyBox;
}

interface Facts {
  readonly group: ResourceId;
  readonly name: string;
  readonly direction: Direction;
  readonly row: Row;
  readonly peer: string;
  readonly by: readonly Row[];
  readonly coverText: string;
}

function peerText(lookup: Lookup, peer: GroupPeer): string {
  if ('cidr' in peer) return peer.cidr;
  return 'group' in peer ? nameOf(lookup, peer.group) : peer.prefixList;
}

/** What a rule's peer can be compared with, and the addresses that stand for it in a box; `undefined` for an unreadable block. */
function scopeOf(peer: GroupPeer): { readonly scope: string; readonly family: 4 | 6; readonly peers: readonly Interval[] } | undefined {
  if ('group' in peer) return { scope: `group ${peer.group}`, family: 4, peers: [ALL_ADDRESSES[4]] };
  if ('prefixList' in peer) return { scope: `list ${peer.prefixList}`, family: 4, peers: [ALL_ADDRESSES[4]] };
  const cidr = readCidr(peer.cidr);
  return cidr && { scope: `IPv${cidr.family}`, family: cidr.family, peers: [rangeOf(cidr)] };
}

function rowOf(row: string, rule: SecurityGroupRule, direction: Direction): Row | undefined {
  const found = scopeOf(rule.peer);
  const [box] = found ? boxesOfRule(rule, { direction, family: found.family, peers: found.peers }) : [];
  return found && box && !isEmptyBox(box) ? { row, rule, scope: found.scope, box } : undefined;
}

/** The rules that together allow all a rule does; `undefined` when it allows something of its own. */
function findCover(row: Row, others: readonly Row[]): readonly Row[] | undefined {
  const meeting = others.filter(({ scope, box }) => scope === row.scope && boxesMeet(box, row.box));
  const single = meeting.find(({ box }) => boxCovers(box, row.box));
  if (single) return [single];
  if (meeting.length < 2) return undefined;
  return subtractBoxes([row.box], meeting.map(({ box }) => box)).length === 0 ? meeting : undefined;
}

/** Each rule that the others make superfluous; of two equal ones the later. What was found is no cover for the next. */
function* redundantIn(group: Entry<SecurityGroup>, direction: Direction): Iterable<{ readonly row: Row; readonly by: readonly Row[] }> {
  const rows = Object.entries(group.value[direction]);
  if (rows.length < 2) return;
  let kept = rows.flatMap(([row, rule]) => rowOf(row, rule, direction) ?? []);
  for (const row of [...kept].reverse()) {
    const others = kept.filter((other) => other !== row);
    const by = findCover(row, others);
    if (!by) continue;
    kept = others;
    yield { row, by };
  }
}

/** Rules that let everybody in on a sensitive port are faults themselves: the narrow rules beside them are the ones to keep. */
function tooWideRows(group: Entry<SecurityGroup>): ReadonlySet<string> {
  const wide = internetAdmissions(group).filter(({ width, admitsAdministration, admitsDatabases }) => width === 'everywhere' && (admitsAdministration || admitsDatabases));
  return new Set(wide.map(({ row }) => row));
}

function sayCover(lookup: Lookup, direction: Direction, [first, ...others]: readonly Row[]): string {
  if (!first || others.length > 0) return `${others.length + 1} other rules together`;
  return `${describeTraffic(first.rule)} ${direction === 'inbound' ? 'from' : 'to'} ${peerText(lookup, first.rule.peer)}`;
}

function* faultsOf(lookup: Lookup, group: Entry<SecurityGroup>, direction: Direction): Iterable<Fault<Facts>> {
  for (const { row, by } of redundantIn(group, direction)) {
    const tooWide = direction === 'inbound' ? tooWideRows(group) : NO_ROWS;
    if (!tooWide.has(row.row) && by.some((other) => tooWide.has(other.row))) continue;
    const facts: Facts = { group: group.id, name: nameOf(lookup, group.id), direction, row, peer: peerText(lookup, row.rule.peer), by, coverText: sayCover(lookup, direction, by) };
    yield { evidence: [{ at: group.id, row: row.row, direction }, ...by.slice(0, 2).map((other) => ({ at: group.id, row: other.row, direction }))], namedBy: 1, facts };
  }
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const group of lookup.byKind['security-group']) {
    for (const direction of directions) yield* faultsOf(lookup, group, direction);
  }
}

function explain({ name, direction, row, peer, by, coverText }: Facts): string {
  const what = `${describeTraffic(row.rule)} ${direction === 'inbound' ? 'in from' : 'out to'} ${peer}`;
  const cover = by.length === 1 ? `the rule for ${coverText} allows it already` : `${coverText} allow it already`;
  return `${name} has a rule that lets ${what}, but ${cover}; remove it.`;
}

const fix = ({ group, name, direction, row, peer }: Facts): readonly Fix[] => [
  {
    title: `Remove the ${direction} rule for ${describeTraffic(row.rule)} ${direction === 'inbound' ? 'from' : 'to'} ${peer} from ${name}`,
    effect: 'Changes no traffic: other rules allow the same.',
    patch: removeValue([group, direction, row.row], row.rule),
  },
];

export const groupRuleRedundant = defineRule<Facts>({
  id: 'group-rule-redundant',
  area: 'security-groups',
  severity: 'advice',
  why: 'Groups only allow, so a rule whose traffic others allow already changes nothing. It counts against the quota, and whoever narrows the other rule finds the door still open.',
  learnMore: documentation.securityGroupRules,
  check,
  explain,
  fix,
});
