import type { Design } from '@core/model/design.ts';
import type { RuleTraffic } from '@core/model/fields.ts';
import type { ResourceId } from '@core/model/ids.ts';
import type { NetworkAcl, NetworkInterface, SecurityGroup } from '@core/model/resources/index.ts';
import { addressesOf, entriesOf, familyOf, resourcesOf, type Family } from './design-reading.ts';

const [ICMP, TCP, UDP, ICMPV6] = [1, 6, 17, 58];
const NUMBERS: Readonly<Record<string, number>> = { tcp: TCP, udp: UDP, icmp: ICMP, icmpv6: ICMPV6 };

function icmpWords({ icmpType, icmpCode }: RuleTraffic, family: Family): string {
  const word = family === 4 ? 'icmp' : 'icmpv6';
  if (icmpType === undefined) return `meta l4proto ${family === 4 ? ICMP : ICMPV6}`;
  return icmpCode === undefined ? `${word} type ${icmpType}` : `${word} type ${icmpType} ${word} code ${icmpCode}`;
}

/** AWS takes no range that ends before it begins; a design edited by hand may hold one, and then it matches nothing. */
function portWords(number: number, { fromPort, toPort = fromPort }: RuleTraffic): string | undefined {
  if (fromPort === undefined || toPort === undefined) return `meta l4proto ${number}`;
  return toPort < fromPort ? undefined : `${number === TCP ? 'tcp' : 'udp'} dport ${fromPort}-${toPort}`;
}

/** What a rule matches, in nftables' words: none where it matches no packet of the family. */
export function trafficWords(rule: RuleTraffic, family: Family): string | undefined {
  if (rule.protocol === 'all') return '';
  const number = typeof rule.protocol === 'number' ? rule.protocol : NUMBERS[rule.protocol];
  if (number === undefined || number === (family === 4 ? ICMPV6 : ICMP)) return undefined;
  if (number === ICMP || number === ICMPV6) return icmpWords(rule, family);
  return number === TCP || number === UDP ? portWords(number, rule) : `meta l4proto ${number}`;
}

type Side = 'saddr' | 'daddr';

/** How nftables calls a family. */
export const wordOf = (family: Family): 'ip' | 'ip6' => (family === 4 ? 'ip' : 'ip6');

function aclLines(acl: NetworkAcl, direction: 'inbound' | 'outbound', family: Family): readonly string[] {
  const side: Side = direction === 'inbound' ? 'saddr' : 'daddr';
  const rules = Object.values(acl[direction]).filter(({ cidr }) => familyOf(cidr) === family).sort((a, b) => a.number - b.number);
  return rules.flatMap((rule) => {
    const words = trafficWords(rule, family);
    return words === undefined ? [] : [`${wordOf(family)} ${side} ${rule.cidr} ${words} ${rule.action === 'allow' ? 'return' : 'drop'}`];
  });
}

/** The chains of one network ACL, without connection tracking: what no rule lets go on is dropped (VPC User Guide, vpc-network-acls). */
export function aclChains(acl: NetworkAcl | undefined, name: string, family: Family): string {
  const chain = (direction: 'inbound' | 'outbound'): string => (acl ? [...aclLines(acl, direction, family), 'drop'].join('\n    ') : 'return');
  return `  chain in_${name} {\n    ${chain('inbound')}\n  }\n  chain out_${name} {\n    ${chain('outbound')}\n  }\n`;
}

/** A design as one family of addresses sees it. */
interface Reading {
  readonly design: Design;
  readonly family: Family;
}

/** Groups of an interface; AWS puts one that names none into the default group of its VPC. */
export function groupIdsOf(design: Design, card: NetworkInterface): readonly ResourceId[] {
  if (card.securityGroups.length > 0) return card.securityGroups;
  const subnet = design.resources[card.subnet];
  const vpc = subnet?.kind === 'subnet' ? design.resources[subnet.vpc] : undefined;
  return vpc?.kind === 'vpc' && vpc.defaultSecurityGroup ? [vpc.defaultSecurityGroup] : [];
}

/** The private addresses of a group's members, which are all that a reference to it matches (VPC User Guide, security-group-rules). */
function memberAddresses(design: Design, group: ResourceId, family: Family): readonly string[] {
  const members = resourcesOf(design, 'network-interface').filter(([, card]) => groupIdsOf(design, card).includes(group));
  return members.flatMap(([, card]) => addressesOf(card, family));
}

function peersOf({ design, family }: Reading, group: SecurityGroup, peer: SecurityGroup['inbound'][keyof SecurityGroup['inbound']]['peer']): readonly string[] {
  if ('cidr' in peer) return familyOf(peer.cidr) === family ? [peer.cidr] : [];
  if ('prefixList' in peer) return entriesOf(design, peer.prefixList, family);
  const other = design.resources[peer.group];
  if (other?.kind !== 'security-group') return [];
  return other.vpc === group.vpc || isPeered(design, group.vpc, other.vpc) ? memberAddresses(design, peer.group, family) : [];
}

function isPeered(design: Design, one: ResourceId, other: ResourceId): boolean {
  return resourcesOf(design, 'vpc-peering-connection').some(([, { state, requester, accepter }]) => {
    const sides = [requester.vpc, accepter.vpc];
    return state === 'active' && sides.includes(one) && sides.includes(other);
  });
}

function groupLines(reading: Reading, groups: readonly SecurityGroup[], direction: 'inbound' | 'outbound'): readonly string[] {
  const side: Side = direction === 'inbound' ? 'saddr' : 'daddr';
  return groups.flatMap((group) =>
    Object.values(group[direction]).flatMap((rule) => {
      const words = trafficWords(rule, reading.family);
      if (words === undefined) return [];
      return peersOf(reading, group, rule.peer).map((peer) => `${wordOf(reading.family)} ${side} ${peer} ${words} accept`);
    }),
  );
}

/** Whoever speaks IPv6 on a cable asks its neighbours for their hardware addresses (RFC 4861), which is no traffic of AWS's. */
const neighbours = (family: Family): readonly string[] => (family === 4 ? [] : ['    icmpv6 type { nd-neighbor-solicit, nd-neighbor-advert } accept']);

/** The stateful filter of a host: the union of its groups' rules, and replies (VPC User Guide, security-groups). */
export function groupFilter(reading: Reading, card: NetworkInterface): string {
  const { design, family } = reading;
  const groups = groupIdsOf(design, card).map((id) => design.resources[id]).filter((found) => found?.kind === 'security-group');
  const chain = (hook: 'input' | 'output', direction: 'inbound' | 'outbound'): string =>
    [`  chain ${hook} {`, `    type filter hook ${hook} priority 0; policy drop;`, '    ct state established accept', ...neighbours(family), ...groupLines(reading, groups, direction).map((line) => `    ${line}`), '  }'].join('\n');
  return `table ${wordOf(family)} groups {\n${chain('input', 'inbound')}\n${chain('output', 'outbound')}\n}`;
}
