import type { ResourceId } from '../../model/ids.ts';
import type { Subnet, Vpc } from '../../model/resources/index.ts';
import { tagsOf, type Template } from './template.ts';

const secondaryKey = (vpc: ResourceId, row: string): string => `${vpc} block ${row}`;

function writeVpc(template: Template, id: ResourceId, vpc: Vpc): void {
  const { cidr, enableDnsSupport, enableDnsHostnames } = vpc;
  template.add(id, 'AWS::EC2::VPC', { properties: { CidrBlock: cidr, EnableDnsSupport: enableDnsSupport, EnableDnsHostnames: enableDnsHostnames, Tags: tagsOf(vpc) } });
  for (const [row, block] of Object.entries(vpc.secondaryCidrs)) {
    template.add(secondaryKey(id, row), 'AWS::EC2::VPCCidrBlock', { properties: { VpcId: template.ref(id), CidrBlock: block.cidr } });
  }
  const [ipv6] = Object.keys(vpc.ipv6Cidrs);
  if (ipv6 === undefined) return;
  template.add(secondaryKey(id, ipv6), 'AWS::EC2::VPCCidrBlock', { properties: { VpcId: template.ref(id), AmazonProvidedIpv6CidrBlock: true } });
  template.note(`AWS chooses the IPv6 block of ${template.nameOf(id)} itself, so the addresses in it differ from the drawing.`);
}

/** The further blocks of a VPC have to be there before a subnet lies in them. */
function blocksBefore(template: Template, vpc: ResourceId): readonly string[] {
  const value = template.get(vpc, 'vpc');
  const rows = [...Object.keys(value?.secondaryCidrs ?? {}), ...Object.keys(value?.ipv6Cidrs ?? {})].map((row) => secondaryKey(vpc, row));
  return rows.filter((key) => template.has(key)).map((key) => template.logicalId(key));
}

function writeSubnet(template: Template, id: ResourceId, subnet: Subnet): void {
  if (!template.has(subnet.vpc)) {
    template.note(`Subnet ${template.nameOf(id)} lies in no VPC of the design and is left out.`);
    return;
  }
  if (subnet.cidr === undefined) {
    template.note(`Subnet ${template.nameOf(id)} has no IPv4 block; AWS has to choose its IPv6 block, so it is left out.`);
    return;
  }
  const properties = { VpcId: template.ref(subnet.vpc), CidrBlock: subnet.cidr, AvailabilityZone: subnet.availabilityZone, MapPublicIpOnLaunch: subnet.autoAssignPublicIp, Tags: tagsOf(subnet) };
  template.add(id, 'AWS::EC2::Subnet', { properties, dependsOn: blocksBefore(template, subnet.vpc) });
}

/** VPCs with all of their blocks, and their subnets. */
export function writeVpcs(template: Template): void {
  for (const [id, vpc] of template.all('vpc')) writeVpc(template, id, vpc);
  for (const [id, subnet] of template.all('subnet')) writeSubnet(template, id, subnet);
}
