import { ICMP, ICMPV6, protocolNumber, TCP, UDP } from '../../address/protocol.ts';
import type { RuleTraffic } from '../../model/fields.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { NetworkAcl, NetworkAclRule, SecurityGroup, SecurityGroupRule } from '../../model/resources/index.ts';
import { ipv6TextOf } from './ipv6-blocks.ts';
import { tagsOf, type Reference, type Template } from './template.ts';

const MAXIMUM_PORT = 65_535;
const ALL = -1;

const isIpv6 = (cidr: string): boolean => cidr.includes(':');
const numberOf = ({ protocol }: RuleTraffic): number => protocolNumber(protocol) ?? ALL;
const hasPorts = (rule: RuleTraffic): boolean => numberOf(rule) === TCP || numberOf(rule) === UDP;
const isIcmp = (rule: RuleTraffic): boolean => numberOf(rule) === ICMP || numberOf(rule) === ICMPV6;

function aclTraffic(rule: RuleTraffic): Readonly<Record<string, unknown>> {
  if (isIcmp(rule)) return { Icmp: { Type: rule.icmpType ?? ALL, Code: rule.icmpCode ?? ALL } };
  return hasPorts(rule) ? { PortRange: { From: rule.fromPort ?? 0, To: rule.toPort ?? rule.fromPort ?? MAXIMUM_PORT } } : {};
}

function writeAclRule(template: Template, acl: ResourceId, given: { readonly row: string; readonly rule: NetworkAclRule; readonly isEgress: boolean }): void {
  const { row, rule, isEgress } = given;
  const place = ipv6TextOf(template, rule.cidr, `A rule of ${template.nameOf(acl)}`);
  const properties = {
    NetworkAclId: template.ref(acl),
    RuleNumber: rule.number,
    Protocol: numberOf(rule),
    RuleAction: rule.action,
    Egress: isEgress,
    ...(isIpv6(rule.cidr) ? { Ipv6CidrBlock: place.value } : { CidrBlock: rule.cidr }),
    ...aclTraffic(rule),
  };
  template.add(`${acl} ${isEgress ? 'outbound' : 'inbound'} ${row}`, 'AWS::EC2::NetworkAclEntry', { properties, dependsOn: place.dependsOn });
}

/** Whether the first rule for an address family, where there is one, lets all of it pass. */
const isOpenFor = (rules: readonly NetworkAclRule[], everywhere: string): boolean => {
  const [first] = rules.filter(({ cidr }) => isIpv6(cidr) === isIpv6(everywhere)).sort((a, b) => a.number - b.number);
  return first?.action === 'allow' && first.protocol === 'all' && first.cidr === everywhere;
};

/** Lets everything pass of the families its VPC has: AWS adds the rule for IPv6 with the first block (VPC User Guide, default-network-acl). */
const allowsEverything = (rules: NetworkAcl['inbound'], hasIpv6: boolean): boolean => isOpenFor(Object.values(rules), '0.0.0.0/0') && (!hasIpv6 || isOpenFor(Object.values(rules), '::/0'));

/** A default ACL as AWS makes it comes with the VPC. */
function isUntouchedDefault(template: Template, id: ResourceId, acl: NetworkAcl): boolean {
  const vpc = template.get(acl.vpc, 'vpc');
  const hasIpv6 = Object.keys(vpc?.ipv6Cidrs ?? {}).length > 0;
  return vpc?.defaultNetworkAcl === id && [acl.inbound, acl.outbound].every((rules) => allowsEverything(rules, hasIpv6));
}

function writeAcl(template: Template, id: ResourceId, acl: NetworkAcl): void {
  if (!template.has(acl.vpc) || isUntouchedDefault(template, id, acl)) return;
  template.add(id, 'AWS::EC2::NetworkAcl', { properties: { VpcId: template.ref(acl.vpc), Tags: tagsOf(acl) } });
  for (const [row, rule] of Object.entries(acl.inbound)) writeAclRule(template, id, { row, rule, isEgress: false });
  for (const [row, rule] of Object.entries(acl.outbound)) writeAclRule(template, id, { row, rule, isEgress: true });
}

function writeAclAssociations(template: Template): void {
  for (const [id, subnet] of template.all('subnet')) {
    const acl = subnet.networkAcl ?? template.get(subnet.vpc, 'vpc')?.defaultNetworkAcl;
    if (!template.has(id) || acl === undefined || !template.has(acl)) continue;
    template.add(`${id} network acl`, 'AWS::EC2::SubnetNetworkAclAssociation', { properties: { SubnetId: template.ref(id), NetworkAclId: template.ref(acl) } });
  }
}

const isDefaultGroup = (template: Template, id: string): boolean => template.get(template.get(id, 'security-group')?.vpc, 'vpc')?.defaultSecurityGroup === id;

/** The id of a group: a default one is an attribute of its VPC. */
export function groupReference(template: Template, id: ResourceId): Reference | undefined {
  const group = template.get(id, 'security-group');
  if (!group) return undefined;
  if (isDefaultGroup(template, id)) return template.attribute(group.vpc, 'DefaultSecurityGroup');
  return template.has(id) ? template.attribute(id, 'GroupId') : undefined;
}

function groupTraffic(rule: RuleTraffic): Readonly<Record<string, unknown>> {
  const IpProtocol = typeof rule.protocol === 'number' ? String(rule.protocol) : rule.protocol === 'all' ? '-1' : rule.protocol;
  if (isIcmp(rule)) return { IpProtocol, FromPort: rule.icmpType ?? ALL, ToPort: rule.icmpCode ?? ALL };
  return hasPorts(rule) ? { IpProtocol, FromPort: rule.fromPort ?? 0, ToPort: rule.toPort ?? rule.fromPort ?? MAXIMUM_PORT } : { IpProtocol };
}

interface WrittenPeer {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly dependsOn?: readonly string[];
}

function blockPeer(template: Template, cidr: string, where: string): WrittenPeer {
  if (!isIpv6(cidr)) return { properties: { CidrIp: cidr } };
  const { value, dependsOn } = ipv6TextOf(template, cidr, where);
  return { properties: { CidrIpv6: value }, dependsOn };
}

function peerOf(template: Template, id: ResourceId, given: { readonly peer: SecurityGroupRule['peer']; readonly isEgress: boolean }): WrittenPeer | undefined {
  const { peer, isEgress } = given;
  if ('cidr' in peer) return blockPeer(template, peer.cidr, `A rule of ${template.nameOf(id)}`);
  if ('prefixList' in peer) return template.has(peer.prefixList) ? { properties: { [isEgress ? 'DestinationPrefixListId' : 'SourcePrefixListId']: template.ref(peer.prefixList) } } : undefined;
  const group = groupReference(template, peer.group);
  return group && { properties: { [isEgress ? 'DestinationSecurityGroupId' : 'SourceSecurityGroupId']: group } };
}

/** CloudFormation adds a rule that lets everything out unless one is written; this one lets nothing out (RFC 1122, loopback). */
const NOTHING_OUT = [{ IpProtocol: '-1', CidrIp: '127.0.0.1/32', Description: 'Takes the place of the rule that lets everything out' }];

/** Rules stand beside their group, so that two groups may name each other. */
function writeGroupRules(template: Template, id: ResourceId, group: SecurityGroup): void {
  for (const [direction, type] of [['inbound', 'AWS::EC2::SecurityGroupIngress'], ['outbound', 'AWS::EC2::SecurityGroupEgress']] as const) {
    for (const [row, rule] of Object.entries(group[direction])) {
      const peer = peerOf(template, id, { peer: rule.peer, isEgress: direction === 'outbound' });
      const GroupId = groupReference(template, id);
      if (!peer || !GroupId) {
        template.note(`A rule of ${template.nameOf(id)} is not written: what it names is not in the template.`);
        continue;
      }
      const properties = { GroupId, ...groupTraffic(rule), ...peer.properties, ...(rule.description !== undefined && { Description: rule.description }) };
      template.add(`${id} ${direction} ${row}`, type, { properties, ...(peer.dependsOn && { dependsOn: peer.dependsOn }) });
    }
  }
}

const isEverything = ({ protocol, peer }: SecurityGroupRule): boolean => protocol === 'all' && 'cidr' in peer && (peer.cidr === '0.0.0.0/0' || peer.cidr === '::/0');

/** As AWS makes a default group: in from its members, out to everywhere (VPC User Guide, default-security-group). */
function isUntouched(id: ResourceId, { inbound, outbound }: SecurityGroup): boolean {
  const isFromItself = ({ protocol, peer }: SecurityGroupRule): boolean => protocol === 'all' && 'group' in peer && peer.group === id;
  const [incoming, outgoing] = [Object.values(inbound), Object.values(outbound)];
  return incoming.length === 1 && incoming.every(isFromItself) && outgoing.length > 0 && outgoing.every(isEverything);
}

function writeGroups(template: Template): void {
  const groups = template.all('security-group').filter(([, group]) => template.has(group.vpc));
  const own = groups.filter(([id]) => !isDefaultGroup(template, id));
  for (const [id, group] of own) {
    const properties = { GroupDescription: group.description ?? (group.name === '' ? id : group.name), VpcId: template.ref(group.vpc), SecurityGroupEgress: NOTHING_OUT, Tags: tagsOf(group) };
    template.add(id, 'AWS::EC2::SecurityGroup', { properties });
  }
  for (const [id, group] of own) writeGroupRules(template, id, group);
  for (const [id, group] of groups) {
    if (isDefaultGroup(template, id) && !isUntouched(id, group)) template.note(`${template.nameOf(id)} is a default security group and comes with its VPC; the rules that were changed in it are not written.`);
  }
}

/** Network ACLs with their subnets, and security groups. */
export function writeFilters(template: Template): void {
  for (const [id, acl] of template.all('network-acl')) writeAcl(template, id, acl);
  writeAclAssociations(template);
  writeGroups(template);
}
