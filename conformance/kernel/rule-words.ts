import type { Design } from '@core/model/design.ts';
import type { RuleTraffic } from '@core/model/fields.ts';
import type { ResourceId } from '@core/model/ids.ts';
import type { NetworkAcl, NetworkInterface, SecurityGroup } from '@core/model/resources/index.ts';
import { entriesOf, resourcesOf } from './design-reading.ts';

const [ICMP, TCP, UDP, ICMPV6] = [1, 6, 17, 58];
const NUMBERS: Readonly<Record<string, number>> = { tcp: TCP, udp: UDP, icmp: ICMP, icmpv6: ICMPV6 };

function icmpWords({ icmpType, icmpCode }: RuleTraffic): string {
  if (icmpType === undefined) return 'meta l4proto 1';
  return icmpCode === undefined ? `icmp type ${icmpType}` : `icmp type ${icmpType} icmp code ${icmpCode}`;
}

/** AWS takes no range that ends before it begins; a design edited by hand may hold one, and then it matches nothing. */
function portWords(number: number, { fromPort, toPort = fromPort }: RuleTraffic): string | undefined {
  if (fromPort === undefined || toPort === undefined) return `meta l4proto ${number}`;
  return toPort < fromPort ? undefined : `${number === TCP ? 'tcp' : 'udp'} dport ${fromPort}-${toPort}`;
}

/** What a rule matches, in nftables' words: none where it matches no IPv4 packet. */
export function trafficWords(rule: RuleTraffic): string | undefined {
  if (rule.protocol === 'all') return '';
  const number = typeof rule.protocol === 'number' ? rule.protocol : NUMBERS[rule.protocol];
  if (number === undefined || number === ICMPV6) return undefined;
  if (number === ICMP) return icmpWords(rule);
  return number === TCP || number === UDP ? portWords(number, rule) : `meta l4proto ${number}`;
}

type Side = 'saddr' | 'daddr';

const isIpv4 = (cidr: string): boolean => !cidr.includes(':');

function aclLines(acl: NetworkAcl, direction: 'inbound' | 'outbound'): readonly string[] {
  const side: Side = direction === 'inbound' ? 'saddr' : 'daddr';
  const rules = Object.values(acl[direction]).filter(({ cidr }) => isIpv4(cidr)).sort((a, b) => a.number - b.number);
  return rules.flatMap((rule) => {
    const words = trafficWords(rule);
    return words === undefined ? [] : [`ip ${side} ${rule.cidr} ${words} ${rule.action === 'allow' ? 'return' : 'drop'}`];
  });
}

/** The chains of one network ACL, without connection tracking: what no rule lets go on is dropped (VPC User Guide, vpc-network-acls). */
export function aclChains(acl: NetworkAcl | undefined, name: string): string {
  const chain = (direction: 'inbound' | 'outbound'): string => (acl ? [...aclLines(acl, direction), 'drop'].join('\n    ') : 'return');
  return `  chain in_${name} {\n    ${chain('inbound')}\n  }\n  chain out_${name} {\n    ${chain('outbound')}\n  }\n`;
}

/** Groups of an interface; AWS puts one that names none into the default group of its VPC. */
export function groupIdsOf(design: Design, card: NetworkInterface): readonly ResourceId[] {
  if (card.securityGroups.length > 0) return card.securityGroups;
  const subnet = design.resources[card.subnet];
  const vpc = subnet?.kind === 'subnet' ? design.resources[subnet.vpc] : undefined;
  return vpc?.kind === 'vpc' && vpc.defaultSecurityGroup ? [vpc.defaultSecurityGroup] : [];
}

/** The private addresses of a group's members, which are all that a reference to it matches (VPC User Guide, security-group-rules). */
function memberAddresses(design: Design, group: ResourceId): readonly string[] {
  const members = resourcesOf(design, 'network-interface').filter(([, card]) => groupIdsOf(design, card).includes(group));
  return members.flatMap(([, card]) => Object.values(card.addresses).map(({ address }) => address));
}

function peersOf(design: Design, group: SecurityGroup, peer: SecurityGroup['inbound'][keyof SecurityGroup['inbound']]['peer']): readonly string[] {
  if ('cidr' in peer) return isIpv4(peer.cidr) ? [peer.cidr] : [];
  if ('prefixList' in peer) return entriesOf(design, peer.prefixList);
  const other = design.resources[peer.group];
  if (other?.kind !== 'security-group') return [];
  return other.vpc === group.vpc || isPeered(design, group.vpc, other.vpc) ? memberAddresses(design, peer.group) : [];
}

function isPeered(design: Design, one: ResourceId, other: ResourceId): boolean {
  return resourcesOf(design, 'vpc-peering-connection').some(([, { state, requester, accepter }]) => {
    const sides = [requester.vpc, accepter.vpc];
    return state === 'active' && sides.includes(one) && sides.includes(other);
  });
}

function groupLines(design: Design, groups: readonly SecurityGroup[], direction: 'inbound' | 'outbound'): readonly string[] {
  const side: Side = direction === 'inbound' ? 'saddr' : 'daddr';
  return groups.flatMap((group) =>
    Object.values(group[direction]).flatMap((rule) => {
      const words = trafficWords(rule);
      if (words === undefined) return [];
      return peersOf(design, group, rule.peer).map((peer) => `ip ${side} ${peer} ${words} accept`);
    }),
  );
}

/** The stateful filter of a host: the union of its groups' rules, and replies (VPC User Guide, security-groups). */
export function groupFilter(design: Design, card: NetworkInterface): string {
  const groups = groupIdsOf(design, card).map((id) => design.resources[id]).filter((found) => found?.kind === 'security-group');
  const chain = (hook: 'input' | 'output', direction: 'inbound' | 'outbound'): string =>
    [`  chain ${hook} {`, `    type filter hook ${hook} priority 0; policy drop;`, '    ct state established accept', ...groupLines(design, groups, direction).map((line) => `    ${line}`), '  }'].join('\n');
  return `table ip groups {\n${chain('input', 'inbound')}\n${chain('output', 'outbound')}\n}`;
}
