import { readFile, writeFile } from 'node:fs/promises';
import type { LocalAws } from './aws-tools.ts';

type Properties = Readonly<Record<string, unknown>>;

interface TemplateResource {
  readonly Type: string;
  readonly Properties: Properties;
}
interface Template {
  readonly Parameters?: Readonly<Record<string, unknown>>;
  readonly Resources: Readonly<Record<string, TemplateResource>>;
}

/** Ids of what was made, by logical id. */
type Made = Map<string, string>;

type Call = (aws: LocalAws, properties: Properties, made: Made) => string | undefined;

const STACK = 'design';

function resolve(value: unknown, made: Made): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if ('Ref' in value) return made.get(String(value.Ref)) ?? '';
  const [logical, attribute] = (value as { readonly 'Fn::GetAtt': readonly [string, string] })['Fn::GetAtt'];
  return made.get(`${logical}.${attribute}`) ?? made.get(logical) ?? '';
}

const textIn = (answer: string, ...path: readonly string[]): string => String(path.reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>>)[key], JSON.parse(answer)));

/**
 * What moto's CloudFormation reads past: it keeps associations of route tables apart from the tables, and drops the
 * addresses and groups of interfaces, the interfaces of instances and the tags of most things (its create_from_cloudformation_json
 * methods). These are made by the calls that CloudFormation itself would make, from the template's own properties.
 */
const CALLS: Readonly<Record<string, Call>> = {
  'AWS::EC2::SubnetRouteTableAssociation': (aws, { SubnetId, RouteTableId }, made) => {
    aws.run('ec2', 'associate-route-table', '--subnet-id', resolve(SubnetId, made), '--route-table-id', resolve(RouteTableId, made));
    return undefined;
  },
  'AWS::EC2::SubnetNetworkAclAssociation': (aws, { SubnetId, NetworkAclId }, made) => {
    const subnet = resolve(SubnetId, made);
    const acls = JSON.parse(aws.run('ec2', 'describe-network-acls', '--filters', `Name=association.subnet-id,Values=${subnet}`)) as { readonly NetworkAcls: readonly { readonly Associations: readonly { readonly NetworkAclAssociationId: string; readonly SubnetId: string }[] }[] };
    const current = acls.NetworkAcls.flatMap(({ Associations }) => Associations).find((association) => association.SubnetId === subnet);
    aws.run('ec2', 'replace-network-acl-association', '--association-id', current?.NetworkAclAssociationId ?? '', '--network-acl-id', resolve(NetworkAclId, made));
    return undefined;
  },
  'AWS::EC2::NetworkAcl': (aws, { VpcId }, made) => textIn(aws.run('ec2', 'create-network-acl', '--vpc-id', resolve(VpcId, made)), 'NetworkAcl', 'NetworkAclId'),
  'AWS::EC2::NetworkAclEntry': (aws, { NetworkAclId, RuleNumber, Protocol, RuleAction, Egress, CidrBlock, PortRange, Icmp }, made) => {
    const ports = PortRange as { readonly From: number; readonly To: number } | undefined;
    const icmp = Icmp as { readonly Type: number; readonly Code: number } | undefined;
    const more = [...(ports ? ['--port-range', `From=${ports.From},To=${ports.To}`] : []), ...(icmp ? ['--icmp-type-code', `Type=${icmp.Type},Code=${icmp.Code}`] : [])];
    const words = ['--network-acl-id', resolve(NetworkAclId, made), '--rule-number', String(RuleNumber), '--protocol', String(Protocol), '--rule-action', String(RuleAction), '--cidr-block', String(CidrBlock)];
    aws.run('ec2', 'create-network-acl-entry', ...words, Egress === true ? '--egress' : '--ingress', ...more);
    return undefined;
  },
  'AWS::EC2::CustomerGateway': (aws, { BgpAsn, IpAddress }) => textIn(aws.run('ec2', 'create-customer-gateway', '--type', 'ipsec.1', '--bgp-asn', String(BgpAsn), '--public-ip', String(IpAddress)), 'CustomerGateway', 'CustomerGatewayId'),
  'AWS::EC2::VPNConnection': (aws, { CustomerGatewayId, VpnGatewayId, StaticRoutesOnly }, made) => {
    const words = ['--type', 'ipsec.1', '--customer-gateway-id', resolve(CustomerGatewayId, made), '--vpn-gateway-id', resolve(VpnGatewayId, made), '--options', JSON.stringify({ StaticRoutesOnly })];
    return textIn(aws.run('ec2', 'create-vpn-connection', ...words), 'VpnConnection', 'VpnConnectionId');
  },
  'AWS::EC2::VPNConnectionRoute': () => undefined,
  'AWS::EC2::VPNGatewayRoutePropagation': () => undefined,
  'AWS::EC2::NetworkInterface': (aws, { SubnetId, GroupSet, PrivateIpAddresses, SourceDestCheck }, made) => {
    const groups = (GroupSet as readonly unknown[] | undefined)?.map((group) => resolve(group, made)) ?? [];
    const [address] = PrivateIpAddresses as readonly { readonly PrivateIpAddress: string }[];
    const answer = aws.run('ec2', 'create-network-interface', '--subnet-id', resolve(SubnetId, made), '--private-ip-address', address?.PrivateIpAddress ?? '', ...(groups.length > 0 ? ['--groups', ...groups] : []));
    const id = textIn(answer, 'NetworkInterface', 'NetworkInterfaceId');
    if (SourceDestCheck === false) aws.run('ec2', 'modify-network-interface-attribute', '--network-interface-id', id, '--no-source-dest-check');
    return id;
  },
  'AWS::EC2::Instance': (aws, { InstanceType, NetworkInterfaces, Tags }, made) => {
    const cards = (NetworkInterfaces as readonly { readonly NetworkInterfaceId: unknown; readonly DeviceIndex: string }[]).map(({ NetworkInterfaceId, DeviceIndex }) => ({ NetworkInterfaceId: resolve(NetworkInterfaceId, made), DeviceIndex: Number(DeviceIndex) }));
    const tags = JSON.stringify([{ ResourceType: 'instance', Tags }]);
    const answer = aws.run('ec2', 'run-instances', '--image-id', 'ami-12c6146b', '--instance-type', String(InstanceType), '--network-interfaces', JSON.stringify(cards), '--tag-specifications', tags);
    return (JSON.parse(answer) as { readonly Instances: readonly { readonly InstanceId: string }[] }).Instances[0]?.InstanceId;
  },
  'AWS::EC2::EIPAssociation': (aws, { AllocationId, NetworkInterfaceId, PrivateIpAddress }, made) => {
    aws.run('ec2', 'associate-address', '--allocation-id', resolve(AllocationId, made), '--network-interface-id', resolve(NetworkInterfaceId, made), '--private-ip-address', String(PrivateIpAddress));
    return undefined;
  },
};

interface StackResource {
  readonly LogicalResourceId?: string;
  readonly PhysicalResourceId?: string;
  readonly ResourceType?: string;
}

/** What the stack made. The id of an Elastic IP is its address; what others ask of it is its allocation. */
function readStack(aws: LocalAws): Made {
  const { StackResources } = JSON.parse(aws.run('cloudformation', 'describe-stack-resources', '--stack-name', STACK)) as { readonly StackResources: readonly StackResource[] };
  const { Addresses } = JSON.parse(aws.run('ec2', 'describe-addresses')) as { readonly Addresses: readonly { readonly PublicIp: string; readonly AllocationId: string }[] };
  const made: Made = new Map();
  for (const { LogicalResourceId, PhysicalResourceId } of StackResources) {
    if (LogicalResourceId === undefined || PhysicalResourceId === undefined) continue;
    made.set(LogicalResourceId, PhysicalResourceId);
    const address = Addresses.find(({ PublicIp }) => PublicIp === PhysicalResourceId);
    if (address) made.set(`${LogicalResourceId}.AllocationId`, address.AllocationId);
  }
  return made;
}

function addDefaultGroups(aws: LocalAws, template: Template, made: Made): void {
  const { SecurityGroups } = JSON.parse(aws.run('ec2', 'describe-security-groups', '--filters', 'Name=group-name,Values=default')) as { readonly SecurityGroups: readonly { readonly VpcId: string; readonly GroupId: string }[] };
  for (const [logical, { Type }] of Object.entries(template.Resources)) {
    const group = Type === 'AWS::EC2::VPC' ? SecurityGroups.find(({ VpcId }) => VpcId === made.get(logical)) : undefined;
    if (group) made.set(`${logical}.DefaultSecurityGroup`, group.GroupId);
  }
}

/** Deploys a template to the stand-in and answers the ids of what was made, by logical id. */
export async function deploy(aws: LocalAws, path: string): Promise<ReadonlyMap<string, string>> {
  const template = JSON.parse(await readFile(path, 'utf8')) as Template;
  const byCall = Object.entries(template.Resources).filter(([, { Type }]) => CALLS[Type] !== undefined);
  const rest = Object.fromEntries(Object.entries(template.Resources).filter(([, { Type }]) => CALLS[Type] === undefined));
  const stackPath = `${path}.stack.json`;
  await writeFile(stackPath, JSON.stringify({ ...template, Parameters: undefined, Resources: rest }));
  aws.run('cloudformation', 'create-stack', '--stack-name', STACK, '--template-body', `file://${stackPath}`);
  const { Stacks } = JSON.parse(aws.run('cloudformation', 'describe-stacks', '--stack-name', STACK)) as { readonly Stacks: readonly { readonly StackStatus: string; readonly StackStatusReason?: string }[] };
  const [stack] = Stacks;
  if (stack?.StackStatus !== 'CREATE_COMPLETE') throw new Error(`The stack is ${stack?.StackStatus ?? 'missing'}: ${stack?.StackStatusReason ?? ''}`);
  const made = readStack(aws);
  addDefaultGroups(aws, template, made);
  for (const [logical, { Type, Properties }] of byCall) {
    const id = CALLS[Type]?.(aws, Properties, made);
    if (id !== undefined) made.set(logical, id);
  }
  return made;
}
