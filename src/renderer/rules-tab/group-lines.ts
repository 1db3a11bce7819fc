import { parseCidrOrAddress } from '@core/address/cidr.ts';
import { listResources } from '@core/editing/draft.ts';
import { subnetsOf } from '@core/editing/members.ts';
import { namableGroups } from '@core/editing/namable-groups.ts';
import { countOf } from '@core/editing/nouns.ts';
import { readCidrList } from '@core/editing/read-cidr-list.ts';
import { rowEntries } from '@core/editing/rows.ts';
import type { Fix } from '@core/findings/fix.ts';
import type { Design } from '@core/model/design.ts';
import type { RuleTraffic } from '@core/model/fields.ts';
import { asResourceId, type ResourceId } from '@core/model/ids.ts';
import { securityGroupRuleSchema } from '@core/model/resources/security-group.ts';
import type { GroupPeer, SecurityGroup, SecurityGroupRule } from '@core/model/resources/index.ts';
import type { Choice, ChoiceSection } from '../controls/choice.ts';
import { noteCanonical } from '../inspector/blocks/judge-block.ts';
import { findOfKind, nameOf } from '../inspector/parts/name-of.ts';
import type { ProposedRow } from '../inspector/rows/proposed-rows.ts';
import type { RuleDirection } from '../inspector/rows/row-key.ts';

/** One line of the rules of a group, as texts: what is being added is not whole yet. */
export interface GroupLine {
  readonly row: string;
  /** `proposed` is what a fix would add, `new` what somebody is adding. */
  readonly kind: 'rule' | 'proposed' | 'new';
  readonly traffic: RuleTraffic;
  /** A block, the id of a group or of a prefix list; empty while it is not chosen. */
  readonly peer: string;
  readonly description: string;
  readonly fix?: Fix | undefined;
}

const PREFIX_LIST = /^pl-[0-9a-z]+$/i;

/** The text of a peer's cell. */
export function writePeer(peer: GroupPeer): string {
  if ('cidr' in peer) return peer.cidr;
  return 'group' in peer ? peer.group : peer.prefixList;
}

function lineOf(row: string, { peer, description, ...traffic }: SecurityGroupRule): GroupLine {
  return { row, kind: 'rule', traffic, peer: writePeer(peer), description: description ?? '' };
}

function proposedLine({ row, value, fix }: ProposedRow): readonly GroupLine[] {
  const parsed = securityGroupRuleSchema.safeParse(value);
  return parsed.success ? [{ ...lineOf(`proposed:${row}`, parsed.data), kind: 'proposed', fix }] : [];
}

export interface GroupLineSource {
  readonly group: SecurityGroup;
  readonly direction: RuleDirection;
  readonly proposed: readonly ProposedRow[];
  readonly added: GroupLine | undefined;
}

/** The lines of one direction of a group, with what fixes would add and what is being added behind them. */
export function listGroupLines({ group, direction, proposed, added }: GroupLineSource): readonly GroupLine[] {
  const own = rowEntries(group[direction]).map(([row, rule]) => lineOf(row, rule));
  return [...own, ...proposed.filter(({ field }) => field === direction).flatMap(proposedLine), ...(added ? [added] : [])];
}

/** The peers that a cell's text names: blocks (several at once), a group of the design, or a prefix list. */
export type PeersRead = { readonly ok: true; readonly peers: readonly GroupPeer[] } | { readonly ok: false; readonly problem: string };

const NOTHING = 'Type a CIDR block such as 10.0.0.0/16, a prefix list such as pl-63a5400a, or choose a security group.';

/** Reads a peer's cell. */
export function readPeers(design: Design, text: string): PeersRead {
  const typed = text.trim();
  if (findOfKind(design, typed, 'security-group')) return { ok: true, peers: [{ group: asResourceId(typed) }] };
  if (PREFIX_LIST.test(typed)) return { ok: true, peers: [{ prefixList: asResourceId(typed) }] };
  const { cidrs, problems } = readCidrList(typed);
  const problem = problems[0] ?? (cidrs.length === 0 ? NOTHING : undefined);
  return problem === undefined ? { ok: true, peers: cidrs.map((cidr) => ({ cidr })) } : { ok: false, problem };
}

const ANYWHERE: readonly Choice[] = [
  { value: '0.0.0.0/0', label: '0.0.0.0/0', mono: true, sentence: 'Anywhere, IPv4.' },
  { value: '::/0', label: '::/0', mono: true, sentence: 'Anywhere, IPv6.' },
];

/** The blocks of a VPC and of its subnets. */
function networkChoices(design: Design, vpc: ResourceId): readonly Choice[] {
  const home = findOfKind(design, vpc, 'vpc');
  const own = home ? [{ value: home.cidr, label: home.cidr, mono: true, sentence: `VPC ${home.name}.` }] : [];
  const subnets = subnetsOf(design, vpc).flatMap(({ value }) =>
    value.cidr === undefined ? [] : [{ value: value.cidr, label: value.cidr, mono: true, sentence: `Subnet ${value.name}.` }],
  );
  return [...own, ...subnets.filter(({ value }) => value !== home?.cidr)];
}

/** What a rule of a group can name: groups of its VPC and of those peered with it, prefix lists, and the blocks that stand for anywhere. */
export function peerSections(design: Design, id: ResourceId, group: SecurityGroup): readonly ChoiceSection[] {
  const groups = namableGroups(design, group.vpc);
  const own = groups.filter(({ value }) => value.vpc === group.vpc);
  const peered = groups.filter(({ value }) => value.vpc !== group.vpc);
  const toChoice = (other: (typeof groups)[number]): Choice => ({
    value: other.id,
    label: other.value.name,
    glyph: 'security-group',
    hue: 'own',
    sentence: other.id === id ? 'This group itself.' : other.value.vpc === group.vpc ? undefined : `Of VPC ${nameOf(design, other.value.vpc)}.`,
    keywords: [other.id],
  });
  const lists = listResources(design, 'prefix-list').map((list): Choice => ({ value: list.id, label: list.value.name, glyph: 'prefix-list', hue: 'own', keywords: [list.id] }));
  const further = [
    { title: 'Groups of peered VPCs', choices: peered.map(toChoice) },
    { title: 'Prefix lists', choices: lists },
  ].filter(({ choices }) => choices.length > 0);
  return [
    { title: 'Security groups', choices: own.map(toChoice) },
    ...further,
    { title: 'Blocks', choices: [...ANYWHERE, ...networkChoices(design, group.vpc)] },
  ];
}

const mayBeBlock = (typed: string): boolean => /[./:\s,;]/.test(typed) || typed.startsWith('pl-');

/** A peer as somebody types it; what cannot be read says why and cannot be chosen. A word without dots is a search. */
export function readTypedPeer(design: Design, typed: string): Choice | undefined {
  if (ANYWHERE.some(({ value }) => value === typed)) return undefined;
  const read = readPeers(design, typed);
  if (!read.ok) return mayBeBlock(typed) ? { value: typed, label: typed, mono: true, disabled: true, sentence: read.problem } : undefined;
  if (read.peers.length > 1) return { value: typed, label: countOf(read.peers.length, 'block'), sentence: 'One rule for each.' };
  const parsed = parseCidrOrAddress(typed);
  const label = parsed.ok ? parsed.canonical : typed;
  return { value: label, label, mono: true, sentence: noteCanonical(typed) };
}
