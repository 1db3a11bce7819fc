import { containsAddress, formatCidr } from '../../address/cidr.ts';
import type { Interval } from '../../address/interval.ts';
import { formatPorts } from '../../address/ports.ts';
import { ephemeralPorts } from '../../aws/ephemeral-ports.ts';
import { edit } from '../../editing/edit.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { asResourceId, asRowId, type ResourceId } from '../../model/ids.ts';
import type { NetworkAcl, NetworkAclRule } from '../../model/resources/index.ts';
import { isOneWithPorts, protocolLabel } from '../../address/protocol.ts';
import { interfacesOf } from '../case.ts';
import { wordsOf } from '../../tracing/names.ts';
import { fixFrom, type FixInput } from './fix-input.ts';
import { cidrOf, ruleTrafficOf } from './rule-traffic.ts';

const STEP = 10;
const HIGHEST = 32766;

/** A free number below the rule that denies, or after the last one: the lowest number that fits AWS's habit of tens. */
export function freeRuleNumber(acl: NetworkAcl, direction: 'inbound' | 'outbound', denyingRow: string): number | undefined {
  const rules = Object.values(acl[direction]);
  const taken = new Set(rules.map((rule) => rule.number));
  const denying = acl[direction][asRowId(denyingRow)];
  if (!denying) {
    const last = Math.max(0, ...taken);
    const next = (Math.floor(last / STEP) + 1) * STEP;
    return next <= HIGHEST ? Math.max(next, rules.length === 0 ? 100 : next) : undefined;
  }
  const before = Math.max(0, ...[...taken].filter((number) => number < denying.number));
  const middle = Math.floor((before + denying.number) / 2);
  return middle > before ? middle : undefined;
}

function portsOf(input: FixInput): Interval<number> {
  const { block, question } = input;
  const { protocol, destinationPort } = block.traffic;
  if (block.leg === 'request' || !isOneWithPorts(protocol)) return destinationPort;
  const client = ephemeralPorts[question.sourcePort === undefined ? (question.client ?? 'any') : 'any'].ports;
  // Behind a NAT gateway replies go to a port of the gateway's choice, not of the client's.
  const isOfClient = client[0] <= destinationPort[0] && destinationPort[1] <= client[1];
  return isOfClient ? client : ephemeralPorts.nat.ports;
}

/** The peer of the new rule: the whole internet, or the block of the subnet at the other end. */
function peerCidr(input: FixInput, isInbound: boolean): string {
  const far = isInbound === (input.block.leg === 'request') ? input.from : input.to;
  const range = isInbound ? input.block.traffic.source : input.block.traffic.destination;
  if (far.kind === 'internet' && far.range === undefined) return typeof range[0] === 'number' ? '0.0.0.0/0' : '::/0';
  const block = interfacesOf(far)[0]?.subnet.blocks.find((candidate) => containsAddress(candidate, range[0]));
  return block ? formatCidr(block) : cidrOf(range);
}

function makeRule(input: FixInput, given: { readonly number: number; readonly isInbound: boolean; readonly ports: Interval<number> }): NetworkAclRule {
  const traffic = ruleTrafficOf({ protocol: input.block.traffic.protocol, destinationPort: given.ports });
  return { ...traffic, number: given.number, cidr: peerCidr(input, given.isInbound), action: 'allow' };
}

function words(input: FixInput, ports: Interval<number>): string {
  const { protocol } = input.block.traffic;
  return isOneWithPorts(protocol) ? `${protocolLabel(protocol[0])} ${formatPorts(ports)}` : wordsOf(input.block.traffic);
}

/** A rule that is to be added, and how its ports are said. */
export interface MissingAclRule {
  readonly id: ResourceId;
  readonly direction: 'inbound' | 'outbound';
  readonly rule: NetworkAclRule;
  /** `TCP 1024–65535` */
  readonly words: string;
}

/** The fix that adds a rule to a network ACL, and for how many subnets it opens what. */
export function addAclRule(lookup: Lookup, { id, direction, rule, words: opened }: MissingAclRule): readonly Fix[] {
  const acl = lookup.resource(id);
  if (acl?.kind !== 'network-acl') return [];
  const isInbound = direction === 'inbound';
  const row = asRowId(`${isInbound ? 'in' : 'out'}-${rule.number}`);
  const title = `Add ${direction} rule ${rule.number} to ${lookup.nameOf(id)}`;
  const result = edit(lookup.design, (draft) => {
    draft.change(id, 'network-acl', { [direction]: { ...acl[direction], [row]: rule } });
    return { said: title };
  });
  const subnets = [...lookup.subnets.values()].filter((subnet) => subnet.networkAcl?.id === id).length;
  return fixFrom(result, {
    title,
    effect: `Opens ${opened} ${isInbound ? 'from' : 'to'} ${rule.cidr} ${isInbound ? 'in to' : 'out of'} ${subnets === 1 ? '1 subnet' : `${subnets} subnets`}; security groups still guard their interfaces.`,
  });
}

/** Adds a rule in the right place: with a free number before the one that denies; for replies, the ephemeral ports. */
export function fixNetworkAcl(input: FixInput): readonly Fix[] {
  const { lookup, block } = input;
  const acl = lookup.resource(block.resource);
  if (acl?.kind !== 'network-acl' || block.certainty === 'unknown') return [];
  const direction = block.subject.direction ?? 'inbound';
  const number = freeRuleNumber(acl, direction, block.row ?? '');
  if (number === undefined) return [];
  const ports = portsOf(input);
  const rule = makeRule(input, { number, isInbound: direction === 'inbound', ports });
  return addAclRule(lookup, { id: asResourceId(block.resource), direction, rule, words: words(input, ports) });
}
