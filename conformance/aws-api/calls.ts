import type { LocalAws } from './aws-tools.ts';
import { resolve, type Made } from './template-values.ts';

export type Properties = Readonly<Record<string, unknown>>;

/** Makes one resource of a template, and answers its id where others ask for it. */
export type Call = (aws: LocalAws, properties: Properties, made: Made) => Promise<string | undefined> | undefined;

export const textIn = (answer: string, ...path: readonly string[]): string => String(path.reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>>)[key], JSON.parse(answer)));

/**
 * What moto's CloudFormation reads past: it keeps associations of route tables apart from the tables, and drops the
 * addresses and groups of interfaces, the interfaces of instances and the tags of most things (its create_from_cloudformation_json
 * methods). These are made by the calls that CloudFormation itself would make, from the template's own properties.
 */
export const CALLS: Readonly<Record<string, Call>> = {
  'AWS::EC2::SubnetRouteTableAssociation': async (aws, { SubnetId, RouteTableId }, made) => {
    await aws.run('ec2', 'associate-route-table', '--subnet-id', resolve(SubnetId, made), '--route-table-id', resolve(RouteTableId, made));
    return undefined;
  },
  'AWS::EC2::SubnetNetworkAclAssociation': async (aws, { SubnetId, NetworkAclId }, made) => {
    const subnet = resolve(SubnetId, made);
    const acls = JSON.parse(await aws.run('ec2', 'describe-network-acls', '--filters', `Name=association.subnet-id,Values=${subnet}`)) as { readonly NetworkAcls: readonly { readonly Associations: readonly { readonly NetworkAclAssociationId: string; readonly SubnetId: string }[] }[] };
    const current = acls.NetworkAcls.flatMap(({ Associations }) => Associations).find((association) => association.SubnetId === subnet);
    await aws.run('ec2', 'replace-network-acl-association', '--association-id', current?.NetworkAclAssociationId ?? '', '--network-acl-id', resolve(NetworkAclId, made));
    return undefined;
  },
  'AWS::EC2::NetworkAcl': async (aws, { VpcId }, made) => textIn(await aws.run('ec2', 'create-network-acl', '--vpc-id', resolve(VpcId, made)), 'NetworkAcl', 'NetworkAclId'),
  'AWS::EC2::NetworkAclEntry': async (aws, { NetworkAclId, RuleNumber, Protocol, RuleAction, Egress, CidrBlock, Ipv6CidrBlock, PortRange, Icmp }, made) => {
    const ports = PortRange as { readonly From: number; readonly To: number } | undefined;
    const icmp = Icmp as { readonly Type: number; readonly Code: number } | undefined;
    const more = [...(ports ? ['--port-range', `From=${ports.From},To=${ports.To}`] : []), ...(icmp ? ['--icmp-type-code', `Type=${icmp.Type},Code=${icmp.Code}`] : [])];
    const words = ['--network-acl-id', resolve(NetworkAclId, made), '--rule-number', String(RuleNumber), '--protocol', String(Protocol), '--rule-action', String(RuleAction), ...(Ipv6CidrBlock === undefined ? ['--cidr-block', String(CidrBlock)] : ['--ipv6-cidr-block', resolve(Ipv6CidrBlock, made)])];
    await aws.run('ec2', 'create-network-acl-entry', ...words, Egress === true ? '--egress' : '--ingress', ...more);
    return undefined;
  },
  'AWS::EC2::CustomerGateway': async (aws, { BgpAsn, IpAddress }) => textIn(await aws.run('ec2', 'create-customer-gateway', '--type', 'ipsec.1', '--bgp-asn', String(BgpAsn), '--public-ip', String(IpAddress)), 'CustomerGateway', 'CustomerGatewayId'),
  'AWS::EC2::VPNConnection': async (aws, { CustomerGatewayId, VpnGatewayId, TransitGatewayId, StaticRoutesOnly }, made) => {
    const words = ['--type', 'ipsec.1', '--customer-gateway-id', resolve(CustomerGatewayId, made), ...(VpnGatewayId === undefined ? ['--transit-gateway-id', resolve(TransitGatewayId, made)] : ['--vpn-gateway-id', resolve(VpnGatewayId, made)]), '--options', JSON.stringify({ StaticRoutesOnly })];
    return textIn(await aws.run('ec2', 'create-vpn-connection', ...words), 'VpnConnection', 'VpnConnectionId');
  },
  'AWS::EC2::VPNConnectionRoute': () => undefined,
  'AWS::EC2::VPNGatewayRoutePropagation': () => undefined,
  'AWS::EC2::NetworkInterface': async (aws, { SubnetId, GroupSet, PrivateIpAddresses, Ipv6Addresses, SourceDestCheck }, made) => {
    const groups = (GroupSet as readonly unknown[] | undefined)?.map((group) => resolve(group, made)) ?? [];
    const [address] = (PrivateIpAddresses as readonly { readonly PrivateIpAddress: string }[] | undefined) ?? [];
    const six = ((Ipv6Addresses as readonly { readonly Ipv6Address: unknown }[] | undefined) ?? []).map(({ Ipv6Address }) => `Ipv6Address=${resolve(Ipv6Address, made)}`);
    const answer = await aws.run('ec2', 'create-network-interface', '--subnet-id', resolve(SubnetId, made), ...(address ? ['--private-ip-address', address.PrivateIpAddress] : []), ...(six.length > 0 ? ['--ipv6-addresses', ...six] : []), ...(groups.length > 0 ? ['--groups', ...groups] : []));
    const id = textIn(answer, 'NetworkInterface', 'NetworkInterfaceId');
    if (SourceDestCheck === false) await aws.run('ec2', 'modify-network-interface-attribute', '--network-interface-id', id, '--no-source-dest-check');
    return id;
  },
  'AWS::EC2::Instance': async (aws, { InstanceType, NetworkInterfaces, Tags }, made) => {
    const cards = (NetworkInterfaces as readonly { readonly NetworkInterfaceId: unknown; readonly DeviceIndex: string }[]).map(({ NetworkInterfaceId, DeviceIndex }) => ({ NetworkInterfaceId: resolve(NetworkInterfaceId, made), DeviceIndex: Number(DeviceIndex) }));
    const tags = JSON.stringify([{ ResourceType: 'instance', Tags }]);
    const answer = await aws.run('ec2', 'run-instances', '--image-id', 'ami-12c6146b', '--instance-type', String(InstanceType), '--network-interfaces', JSON.stringify(cards), '--tag-specifications', tags);
    return (JSON.parse(answer) as { readonly Instances: readonly { readonly InstanceId: string }[] }).Instances[0]?.InstanceId;
  },
  'AWS::EC2::EIPAssociation': async (aws, { AllocationId, NetworkInterfaceId, PrivateIpAddress }, made) => {
    await aws.run('ec2', 'associate-address', '--allocation-id', resolve(AllocationId, made), '--network-interface-id', resolve(NetworkInterfaceId, made), '--private-ip-address', String(PrivateIpAddress));
    return undefined;
  },
};
