import { ICMP, ICMPV6, protocolNumber, TCP, UDP } from '../../address/protocol.ts';
import type { RuleTraffic } from '../../model/fields.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { NetworkAcl, NetworkAclRule, SecurityGroup, SecurityGroupRule } from '../../model/resources/index.ts';
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
  const properties = {
    NetworkAclId: template.ref(acl),
    RuleNumber: rule.number,
    Protocol: numberOf(rule),
    RuleAction: rule.action,
    Egress: isEgress,
    ...(isIpv6(rule.cidr) ? { Ipv6CidrBlock: rule.cidr } : { CidrBlock: rule.cidr }),
    ...aclTraffic(rule),
  };
  template.add(`${acl} ${isEgress ? 'outbound' : 'inbound'} ${row}`, 'AWS::EC2::NetworkAclEntry', { properties });
}

const allowsEverything = (rules: NetworkAcl['inbound']): boolean => {
  const [first, ...others] = Object.values(rules).sort((a, b) => a.number - b.number).filter(({ cidr }) => !isIpv6(cidr));
  return first?.action === 'allow' && first.protocol === 'all' && first.cidr === '0.0.0.0/0' && others.every(({ number }) => number > first.number);
};

/** A default ACL as AWS makes it comes with the VPC. */
const isUntouchedDefault = (template: Template, id: ResourceId, acl: NetworkAcl): boolean =>
  template.get(acl.vpc, 'vpc')?.defaultNetworkAcl === id && allowsEverything(acl.inbound) && allowsEverything(acl.outbound);

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

function peerOf(template: Template, { peer }: SecurityGroupRule, isEgress: boolean): Readonly<Record<string, unknown>> | undefined {
  if ('cidr' in peer) return isIpv6(peer.cidr) ? { CidrIpv6: peer.cidr } : { CidrIp: peer.cidr };
  if ('prefixList' in peer) return undefined;
  const group = groupReference(template, peer.group);
  return group && { [isEgress ? 'DestinationSecurityGroupId' : 'SourceSecurityGroupId']: group };
}

/** CloudFormation adds a rule that lets everything out unless one is written; this one lets nothing out (RFC 1122, loopback). */
const NOTHING_OUT = [{ IpProtocol: '-1', CidrIp: '127.0.0.1/32', Description: 'Takes the place of the rule that lets everything out' }];

/** Rules stand beside their group, so that two groups may name each other. */
function writeGroupRules(template: Template, id: ResourceId, group: SecurityGroup): void {
  for (const [direction, type] of [['inbound', 'AWS::EC2::SecurityGroupIngress'], ['outbound', 'AWS::EC2::SecurityGroupEgress']] as const) {
    for (const [row, rule] of Object.entries(group[direction])) {
      const peer = peerOf(template, rule, direction === 'outbound');
      const GroupId = groupReference(template, id);
      if (!peer || !GroupId) {
        template.note(`A rule of ${template.nameOf(id)} is not written: what it names is not in the template.`);
        continue;
      }
      const properties = { GroupId, ...groupTraffic(rule), ...peer, ...(rule.description !== undefined && { Description: rule.description }) };
      template.add(`${id} ${direction} ${row}`, type, { properties });
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
