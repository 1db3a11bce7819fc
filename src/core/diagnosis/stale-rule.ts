import { formatAddress, rangeOf, readCidr } from '../address/cidr.ts';
import { parseIpv4 } from '../address/ipv4.ts';
import { edit } from '../editing/edit.ts';
import type { BlockerNote } from '../findings/diagnosis.ts';
import type { Evidence } from '../findings/evidence.ts';
import type { Fix } from '../findings/fix.ts';
import type { Lookup } from '../lookup/entries.ts';
import { asResourceId, asRowId } from '../model/ids.ts';
import type { SecurityGroup, SecurityGroupRule } from '../model/resources/index.ts';
import { boxesOfRule } from '../filtering/rule-match.ts';
import type { Block } from '../tracing/flight.ts';
import { evidenceAt } from '../tracing/advance.ts';
import { fixFrom, type FixInput } from './fixes/fix-input.ts';
import { clientOf } from './machine-blocks/personal-network-blocks.ts';

/** Addresses that a provider deals out to one customer lie in blocks of this size or smaller. */
const NEAR_BITS = 16;

interface StaleRule {
  readonly group: ReturnType<typeof asResourceId>;
  readonly row: string;
  readonly rule: SecurityGroupRule;
  /** The one address the rule admits. */
  readonly admits: number;
}

/** What is said beside a security group's block, and what would mend it. */
export interface StaleRuleNote {
  readonly note: BlockerNote;
  readonly evidence: Evidence;
  readonly fixes: readonly Fix[];
}

function askingAddress({ from }: FixInput): number | undefined {
  const range = from.kind === 'client' || from.kind === 'internet' ? from.range : undefined;
  return range && typeof range[0] === 'number' && typeof range[1] === 'number' && range[1] - range[0] === 1 ? range[0] : undefined;
}

function onlyAdmitted({ peer }: SecurityGroupRule): number | undefined {
  const cidr = 'cidr' in peer ? readCidr(peer.cidr) : undefined;
  const range = cidr?.family === 4 && cidr.prefixLength === 32 ? rangeOf(cidr) : undefined;
  return typeof range?.[0] === 'number' ? range[0] : undefined;
}

/** Whether the rule would admit the blocked traffic, were it not for its source. */
function fitsBesidesSource(rule: SecurityGroupRule, { traffic }: Block): boolean {
  const family = typeof traffic.source[0] === 'number' ? 4 : 6;
  return boxesOfRule(rule, { direction: 'inbound', family, peers: [traffic.source] }).some(
    ({ protocol, destinationPort }) =>
      protocol[0] <= traffic.protocol[0] && traffic.protocol[1] <= protocol[1] && destinationPort[0] <= traffic.destinationPort[0] && traffic.destinationPort[1] <= destinationPort[1],
  );
}

function rulesForOneAddress(lookup: Lookup, block: Block): readonly StaleRule[] {
  const entry = lookup.interfaces.get(asResourceId(block.subject.interface ?? ''));
  const groups = entry?.groups ?? [];
  return groups.flatMap((group) => rowsOfGroup(group.id, group.value, block));
}

function rowsOfGroup(group: StaleRule['group'], value: SecurityGroup, block: Block): readonly StaleRule[] {
  return Object.entries(value.inbound).flatMap(([row, rule]): readonly StaleRule[] => {
    const admits = onlyAdmitted(rule);
    return admits !== undefined && fitsBesidesSource(rule, block) ? [{ group, row, rule, admits }] : [];
  });
}

const isNear = (a: number, b: number): boolean => a >>> (32 - NEAR_BITS) === b >>> (32 - NEAR_BITS);

/** The one rule that was made for this client: it admits an address the client had, else exactly one near the client's. */
function pickStale(input: FixInput, address: number): StaleRule | undefined {
  const rules = rulesForOneAddress(input.lookup, input.block).filter(({ admits }) => admits !== address);
  const former = new Set(Object.values(clientOf(input.from)?.client.formerAddresses ?? {}).map((row) => parseIpv4(row.address)));
  const known = rules.find(({ admits }) => former.has(admits));
  const near = rules.filter(({ admits }) => isNear(admits, address));
  return known ?? (near.length === 1 ? near[0] : undefined);
}

function replaceAddress({ lookup }: FixInput, { group, row, rule, admits }: StaleRule, address: string): readonly Fix[] {
  const value = lookup.resource(group);
  if (value?.kind !== 'security-group') return [];
  const name = lookup.nameOf(group);
  const inbound = { ...value.inbound, [asRowId(row)]: { ...rule, peer: { cidr: `${address}/32` } } };
  const title = `Replace ${formatAddress(admits)}/32 by ${address}/32 in ${name}`;
  const result = edit(lookup.design, (draft) => {
    draft.change(group, 'security-group', { inbound });
    return { said: title };
  });
  return fixFrom(result, { title, effect: `Admits ${address} in the place of ${formatAddress(admits)}, which is no longer this client’s.` });
}

/**
 * “My IP changed”: the group admits one address that was this client's, and the client now has another one (VPC User
 * Guide, vpc-security-groups: “My IP” writes the address of that moment into the rule). Said beside the group's block.
 */
export function findStaleRule(input: FixInput): StaleRuleNote | undefined {
  const { block, lookup } = input;
  const address = block.component === 'security-group' && block.leg === 'request' && block.subject.direction !== 'outbound' ? askingAddress(input) : undefined;
  const stale = address === undefined ? undefined : pickStale(input, address);
  if (!stale || address === undefined) return undefined;
  const now = formatAddress(address);
  const sentence = `${lookup.nameOf(stale.group)} admits ${formatAddress(stale.admits)} alone, and the client’s address is ${now} now.`;
  const evidence = evidenceAt(stale.group, stale.row, 'inbound');
  return { note: { code: 'X_CLIENT_IP_NOT_IN_SG', sentence, evidence: [evidence] }, evidence, fixes: replaceAddress(input, stale, now) };
}
