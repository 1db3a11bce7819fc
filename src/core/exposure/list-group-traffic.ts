import { containsAddress, readCidr } from '../address/cidr.ts';
import { formatHeaders, matchHeaders } from '../address/ports.ts';
import { isPublicIpv4, isPublicIpv6 } from '../address/special-ranges.ts';
import type { AnyBox } from '../filtering/rule-match.ts';
import type { GroupTraffic } from '../findings/group-traffic.ts';
import { buildLookup } from '../lookup/build-lookup.ts';
import type { AddressNumber, InterfaceEntry, Lookup } from '../lookup/entries.ts';
import { machineOf } from '../lookup/interfaces.ts';
import type { Design } from '../model/design.ts';
import type { ResourceId } from '../model/ids.ts';
import type { GroupPeer, SecurityGroupRule } from '../model/resources/index.ts';
import type { Endpoint } from '../tracing/endpoint.ts';
import { traceExposure } from './trace-exposure.ts';

/** Members of a group that stand for all of them: one of each subnet and list of groups, for these are what the network looks at. */
type Members = readonly InterfaceEntry[];

interface Group {
  readonly id: ResourceId;
  readonly rules: readonly SecurityGroupRule[];
  readonly members: Members;
}

/** Pairs of groups, so that a design of hundreds of groups is answered in time; beyond it only rules that name a group count. */
const MOST_PAIRS = 2_500;

const likenessOf = ({ subnet, groups }: InterfaceEntry): string => [subnet.id, ...groups.map(({ id }) => id)].join(' ');

function listGroups(lookup: Lookup): readonly Group[] {
  const members = new Map<ResourceId, Map<string, InterfaceEntry>>();
  for (const entry of lookup.interfaces.values()) {
    for (const { id } of entry.groups) {
      const known = members.get(id) ?? new Map<string, InterfaceEntry>();
      if (!known.has(likenessOf(entry))) members.set(id, known.set(likenessOf(entry), entry));
    }
  }
  return lookup.byKind['security-group'].flatMap(({ id, value }) => {
    const own = members.get(id);
    return own ? [{ id, rules: Object.values(value.inbound), members: [...own.values()] }] : [];
  });
}

const isPublic = (address: AddressNumber): boolean => (typeof address === 'number' ? isPublicIpv4(address) : isPublicIpv6(address));
const addressesOf = (members: Members): readonly AddressNumber[] => members.flatMap(({ addresses }) => addresses.map(({ address }) => address));

/** Whether the peer of a rule may be a sender, by the rule's text alone: the evaluator has the last word. */
function mayAdmit(peer: GroupPeer, sender: Group | 'internet', isThorough: boolean): boolean {
  if ('group' in peer) return sender !== 'internet' && peer.group === sender.id;
  if (!('cidr' in peer)) return sender === 'internet' || isThorough;
  const block = readCidr(peer.cidr);
  if (!block) return false;
  if (sender === 'internet') return block.prefixLength === 0 || isPublic(block.first);
  return isThorough && addressesOf(sender.members).some((address) => containsAddress(block, address));
}

const anywhere: Endpoint = { kind: 'internet', range: undefined };
const endOf = ({ members }: Group): Endpoint => ({ kind: 'interfaces', interfaces: members, address: undefined, via: 'private' });

/** Whether some of a rule's traffic arrives at a member, and its reply gets back. */
function arrives(rule: SecurityGroupRule, boxes: readonly AnyBox[]): boolean {
  const wanted = matchHeaders(rule);
  if (!wanted) return false;
  const [first, end] = wanted.destinationPort;
  return boxes.some(({ protocol, destinationPort }) => {
    const meets = protocol[0] < wanted.protocol[1] && wanted.protocol[0] < protocol[1];
    return meets && destinationPort[0] < end && first < destinationPort[1];
  });
}

const wordsOf = (rule: SecurityGroupRule): string => {
  const match = matchHeaders(rule);
  return match ? formatHeaders(match) : String(rule.protocol);
};

interface Passing {
  readonly rule: SecurityGroupRule;
  readonly member: InterfaceEntry;
}

/** The rules by which something arrives, each with a member where it does. */
function passingRules(lookup: Lookup, from: Endpoint, { receiver, rules }: { readonly receiver: Group; readonly rules: readonly SecurityGroupRule[] }): readonly Passing[] {
  if (rules.length === 0) return [];
  const arriving = receiver.members.map((member) => ({ member, boxes: traceExposure(lookup, { from, to: member }).boxes }));
  return rules.flatMap((rule) => {
    const found = arriving.find(({ boxes }) => arrives(rule, boxes));
    return found ? [{ rule, member: found.member }] : [];
  });
}

const wordsOfAll = (rules: readonly SecurityGroupRule[]): readonly string[] => [...new Set(rules.map(wordsOf))];

function fromInternet(receiver: Group, passing: readonly Passing[]): readonly GroupTraffic[] {
  const [first] = passing;
  return first ? [{ from: 'internet', to: receiver.id, traffic: wordsOfAll(passing.map(({ rule }) => rule)), isStopped: false, example: [undefined, machineOf(first.member)] }] : [];
}

function fromGroup(lookup: Lookup, sender: Group, given: { readonly receiver: Group; readonly rules: readonly SecurityGroupRule[] }): readonly GroupTraffic[] {
  const { receiver, rules } = given;
  const [own, first] = [sender.members[0], receiver.members[0]];
  if (rules.length === 0 || !own || !first) return [];
  const passing = passingRules(lookup, endOf(sender), given);
  const isStopped = passing.length === 0;
  const told = isStopped ? rules : passing.map(({ rule }) => rule);
  return [{ from: sender.id, to: receiver.id, traffic: wordsOfAll(told), isStopped, example: [machineOf(own), machineOf(passing[0]?.member ?? first)] }];
}

/**
 * Who may talk to whom, between security groups that have members: what a group's rules let in from another group or from
 * the internet, judged by the one evaluator with routes, network ACLs and the reply. A group is not asked about itself, and
 * a rule that lets the whole internet in is not told once more for each group.
 */
export function listGroupTraffic(design: Design): readonly GroupTraffic[] {
  const lookup = buildLookup(design);
  const groups = listGroups(lookup);
  const isThorough = groups.length * groups.length <= MOST_PAIRS;
  return groups.flatMap((receiver) => {
    const open = passingRules(lookup, anywhere, { receiver, rules: receiver.rules.filter(({ peer }) => mayAdmit(peer, 'internet', isThorough)) });
    const rest = receiver.rules.filter((rule) => !open.some((passing) => passing.rule === rule));
    const senders = groups.filter((group) => group !== receiver);
    return [...fromInternet(receiver, open), ...senders.flatMap((sender) => fromGroup(lookup, sender, { receiver, rules: rest.filter(({ peer }) => mayAdmit(peer, sender, isThorough)) }))];
  });
}
