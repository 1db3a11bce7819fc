import type { ResourceId } from '../../model/ids.ts';
import type { Subnet, Vpc } from '../../model/resources/index.ts';
import { ipv6BlockOf, secondaryKey } from './ipv6-blocks.ts';
import { tagsOf, type Template } from './template.ts';

function writeVpc(template: Template, id: ResourceId, vpc: Vpc): void {
  const { cidr, enableDnsSupport, enableDnsHostnames } = vpc;
  template.add(id, 'AWS::EC2::VPC', { properties: { CidrBlock: cidr, EnableDnsSupport: enableDnsSupport, EnableDnsHostnames: enableDnsHostnames, Tags: tagsOf(vpc) } });
  for (const [row, block] of Object.entries(vpc.secondaryCidrs)) {
    template.add(secondaryKey(id, row), 'AWS::EC2::VPCCidrBlock', { properties: { VpcId: template.ref(id), CidrBlock: block.cidr } });
  }
  const [ipv6, ...more] = Object.keys(vpc.ipv6Cidrs);
  if (ipv6 === undefined) return;
  template.add(secondaryKey(id, ipv6), 'AWS::EC2::VPCCidrBlock', { properties: { VpcId: template.ref(id), AmazonProvidedIpv6CidrBlock: true } });
  template.note(`AWS chooses the IPv6 block of ${template.nameOf(id)} itself, so the addresses in it differ from the drawing.`);
  if (more.length > 0) template.note(`${template.nameOf(id)} has ${more.length + 1} IPv6 blocks; the first is written.`);
}

/** The further blocks of a VPC have to be there before a subnet lies in them. */
function blocksBefore(template: Template, vpc: ResourceId): readonly string[] {
  const value = template.get(vpc, 'vpc');
  const rows = [...Object.keys(value?.secondaryCidrs ?? {}), ...Object.keys(value?.ipv6Cidrs ?? {})].map((row) => secondaryKey(vpc, row));
  return rows.filter((key) => template.has(key)).map((key) => template.logicalId(key));
}

/** AWS gives whatever starts in a subnet of IPv6 alone an address (EC2 API, CreateSubnet). */
const ipv6Properties = ({ cidr, assignIpv6AddressOnCreation, enableDns64 }: Subnet, block: unknown): Readonly<Record<string, unknown>> => ({
  Ipv6CidrBlock: block,
  AssignIpv6AddressOnCreation: cidr === undefined || assignIpv6AddressOnCreation === true,
  ...(enableDns64 === true && { EnableDns64: true }),
});

function writeSubnet(template: Template, id: ResourceId, subnet: Subnet): void {
  if (!template.has(subnet.vpc)) {
    template.note(`Subnet ${template.nameOf(id)} lies in no VPC of the design and is left out.`);
    return;
  }
  const ipv6 = ipv6BlockOf(template, subnet);
  if (subnet.ipv6Cidr !== undefined && ipv6 === undefined) template.note(`The IPv6 block ${subnet.ipv6Cidr} of ${template.nameOf(id)} is not written: a template can name a /64 of the VPC's first block alone.`);
  if (subnet.cidr === undefined && ipv6 === undefined) {
    template.note(`Subnet ${template.nameOf(id)} is left out: it has no block that can be written.`);
    return;
  }
  const properties = {
    VpcId: template.ref(subnet.vpc),
    AvailabilityZone: subnet.availabilityZone,
    ...(subnet.cidr === undefined ? { Ipv6Native: true } : { CidrBlock: subnet.cidr, MapPublicIpOnLaunch: subnet.autoAssignPublicIp }),
    ...(ipv6 !== undefined && ipv6Properties(subnet, ipv6)),
    Tags: tagsOf(subnet),
  };
  template.add(id, 'AWS::EC2::Subnet', { properties, dependsOn: blocksBefore(template, subnet.vpc) });
}

/** VPCs with all of their blocks, and their subnets. */
export function writeVpcs(template: Template): void {
  for (const [id, vpc] of template.all('vpc')) writeVpc(template, id, vpc);
  for (const [id, subnet] of template.all('subnet')) writeSubnet(template, id, subnet);
}
