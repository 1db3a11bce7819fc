import { cidrsOf, formatCidr } from '../../address/cidr.ts';
import { equals } from '../../address/interval-set.ts';
import { formatPorts } from '../../address/ports.ts';
import { protocolLabel, UDP } from '../../address/protocol.ts';
import { documentation } from '../../aws/documentation-links.ts';
import { ephemeralPorts } from '../../aws/ephemeral-ports.ts';
import { joinNames } from '../../editing/nouns.ts';
import type { Fix } from '../../findings/fix.ts';
import { ALL_ADDRESSES, type Direction } from '../../filtering/rule-match.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { nextRowId } from '../../model/ids.ts';
import type { NetworkAclRule } from '../../model/resources/index.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { writtenRule } from '../facts/acl-words.ts';
import { letsAnythingThrough } from '../facts/covered-acl-rules.ts';
import { findDroppedReplies, lostClients, type DroppedReplies } from '../facts/dropped-replies.ts';
import { nameOf } from '../facts/names.ts';
import { opensNothing } from '../facts/opens-nothing.ts';
import { subnetsOfAcl } from '../facts/uses.ts';
import { freeAclNumber } from '../fixes/acl-rule-number.ts';
import { addValue, expectValue, together } from '../fixes/patch-of.ts';

interface Facts {
  readonly dropped: DroppedReplies;
  readonly acl: string;
  readonly subnet: string;
  /** The row that lets the requests through. */
  readonly rule: NetworkAclRule;
}

const opposite: Readonly<Record<Direction, Direction>> = { inbound: 'outbound', outbound: 'inbound' };

function* faultsOf(lookup: Lookup, dropped: DroppedReplies): Iterable<Fault<Facts>> {
  const { acl, subnet, direction, row, droppingRows, isComplete } = dropped;
  const rule = writtenRule(acl.value, direction, { row });
  if (!rule) return;
  yield {
    evidence: [{ at: acl.id, row, direction }, { at: subnet.id }, ...droppingRows.slice(0, 2).map((one) => ({ at: acl.id, row: one, direction: opposite[direction] }))],
    facts: { dropped, acl: nameOf(lookup, acl.id), subnet: nameOf(lookup, subnet.id), rule },
    severity: isComplete ? 'warning' : 'advice',
  };
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const subnet of lookup.subnets.values()) {
    const acl = subnet.networkAcl;
    // A direction that lets nothing through at all is a fault of its own.
    if (!acl || subnet.interfaces.length === 0 || !letsAnythingThrough(acl.value, 'inbound') || !letsAnythingThrough(acl.value, 'outbound')) continue;
    for (const dropped of findDroppedReplies(lookup, subnet, acl)) yield* faultsOf(lookup, dropped);
  }
}

const SHOWN_BLOCKS = 3;

function describePeers({ peers, family }: DroppedReplies): string {
  if (equals(peers, [ALL_ADDRESSES[family]])) return family === 4 ? '0.0.0.0/0' : '::/0';
  const blocks = peers.flatMap(([start, end]) => cidrsOf(typeof start === 'bigint' ? [start, BigInt(end)] : [start, Number(end)]).map(formatCidr));
  return blocks.length <= SHOWN_BLOCKS ? joinNames(blocks) : `${blocks.slice(0, SHOWN_BLOCKS - 1).join(', ')} and ${blocks.length - SHOWN_BLOCKS + 1} more blocks`;
}

function explain({ dropped, acl, subnet }: Facts): string {
  const { direction, requests, droppedPorts, isComplete } = dropped;
  const what = joinNames(requests.map(({ protocol, ports }) => `${protocolLabel(protocol)} ${ports.map(formatPorts).join(', ')}`));
  const lets = direction === 'inbound' ? `lets ${what} into ${subnet} from ${describePeers(dropped)}` : `lets ${what} out of ${subnet} to ${describePeers(dropped)}`;
  const closed = droppedPorts.map(formatPorts).join(', ');
  const add = direction === 'inbound' ? 'add an outbound rule that lets them out' : 'add an inbound rule that lets them in';
  if (isComplete) return `${acl} ${lets}, but drops the replies to ports ${closed}; ${add}.`;
  return `${acl} ${lets}, but drops replies to ports ${closed}, which some clients use (${joinNames(lostClients(droppedPorts))}); open ${formatPorts(ephemeralPorts.any.ports)} for them.`;
}

const { firstPort, lastPort, ports: anyClient } = ephemeralPorts.any;

interface AddedRule {
  readonly row: string;
  readonly rule: NetworkAclRule;
}

/** A rule for each protocol that lets replies go to every ephemeral port of those whom the requests come from or go to. */
function replyRules({ dropped: { acl, direction, requests, droppingRows }, rule: { cidr } }: Facts): readonly AddedRule[] {
  const reverse = reverseOf(direction);
  const added: AddedRule[] = [];
  let rules = acl.value[reverse];
  for (const { protocol } of requests) {
    const number = freeAclNumber({ ...acl.value, [reverse]: rules }, reverse, droppingRows);
    if (number === undefined) return [];
    const row = nextRowId('rule', rules);
    const rule: NetworkAclRule = { number, action: 'allow', protocol: protocol === UDP ? 'udp' : 'tcp', fromPort: firstPort, toPort: lastPort, cidr };
    rules = { ...rules, [row]: rule };
    added.push({ row, rule });
  }
  return added;
}

const reverseOf = (direction: Direction): Direction => (direction === 'inbound' ? 'outbound' : 'inbound');

function fix(facts: Facts, lookup: Lookup): readonly Fix[] {
  const { dropped, acl: name, rule } = facts;
  const { acl } = dropped;
  const reverse = reverseOf(dropped.direction);
  const subnets = subnetsOfAcl(lookup).get(acl.id) ?? [];
  const added = opensNothing(lookup, subnets) ? replyRules(facts) : [];
  if (added.length === 0) return [];
  const numbers = joinNames(added.map((one) => String(one.rule.number)));
  const protocols = joinNames(dropped.requests.map(({ protocol }) => protocolLabel(protocol)));
  return [
    {
      title: `Add ${reverse} ${added.length === 1 ? 'rule' : 'rules'} ${numbers} to ${name}: allow ${protocols} ${formatPorts(anyClient)} ${reverse === 'outbound' ? 'to' : 'from'} ${rule.cidr}`,
      effect: `Opens these ports for ${subnets.length === 1 ? 'the one subnet' : `all ${subnets.length} subnets`} with ${name}; security groups still decide.`,
      patch: together([expectValue([acl.id, reverse], acl.value[reverse])], ...added.map((one) => addValue([acl.id, reverse, one.row], one.rule))),
    },
  ];
}

export const aclDropsReplies = defineRule<Facts>({
  id: 'acl-drops-replies',
  area: 'network-acls',
  severity: 'warning',
  why: 'Network ACLs are stateless: a reply is judged like any other packet, and it goes to the port the client opened the connection from, 1024–65535 depending on the client.',
  learnMore: documentation.networkAclEphemeralPorts,
  check,
  explain,
  fix,
});
