import type { LocalAws } from './aws-tools.ts';
import { textIn, type Call, type Properties } from './calls.ts';
import { resolve, type Made } from './template-values.ts';

/** The option of `create-route` for each property of AWS::EC2::Route that names a target. */
const TARGETS: Readonly<Record<string, string>> = {
  GatewayId: '--gateway-id',
  NatGatewayId: '--nat-gateway-id',
  EgressOnlyInternetGatewayId: '--egress-only-internet-gateway-id',
  NetworkInterfaceId: '--network-interface-id',
  VpcPeeringConnectionId: '--vpc-peering-connection-id',
  TransitGatewayId: '--transit-gateway-id',
};

async function createRoute(aws: LocalAws, properties: Properties, made: Made): Promise<undefined> {
  const { RouteTableId, DestinationCidrBlock, DestinationIpv6CidrBlock } = properties;
  const destination = DestinationIpv6CidrBlock === undefined ? ['--destination-cidr-block', String(DestinationCidrBlock)] : ['--destination-ipv6-cidr-block', resolve(DestinationIpv6CidrBlock, made)];
  const target = Object.entries(TARGETS).flatMap(([property, option]) => (properties[property] === undefined ? [] : [option, resolve(properties[property], made)]));
  await aws.run('ec2', 'create-route', '--route-table-id', resolve(RouteTableId, made), ...destination, ...target);
  return undefined;
}

const authorize =
  (direction: 'ingress' | 'egress'): Call =>
  async (aws, { GroupId, IpProtocol, FromPort, ToPort, CidrIpv6 }, made) => {
    const permission = { IpProtocol, ...(FromPort !== undefined && { FromPort, ToPort }), Ipv6Ranges: [{ CidrIpv6: resolve(CidrIpv6, made) }] };
    await aws.run('ec2', `authorize-security-group-${direction}`, '--group-id', resolve(GroupId, made), '--ip-permissions', JSON.stringify([permission]));
    return undefined;
  };

interface Conditional {
  /** Whether a resource with these properties is one that moto's CloudFormation gets wrong. */
  readonly isFor: (properties: Properties) => boolean;
  readonly call: Call;
}

/**
 * Types that moto's CloudFormation makes when they speak of IPv4 alone: it knows no block of a VPC but the first, and reads
 * past the IPv6 side of subnets, routes and rules (`create_from_cloudformation_json` of each).
 */
export const CONDITIONAL_CALLS: Readonly<Record<string, Conditional>> = {
  'AWS::EC2::Route': { isFor: ({ DestinationIpv6CidrBlock, TransitGatewayId }) => DestinationIpv6CidrBlock !== undefined || TransitGatewayId !== undefined, call: createRoute },
  'AWS::EC2::SecurityGroupIngress': { isFor: ({ CidrIpv6 }) => CidrIpv6 !== undefined, call: authorize('ingress') },
  'AWS::EC2::SecurityGroupEgress': { isFor: ({ CidrIpv6 }) => CidrIpv6 !== undefined, call: authorize('egress') },
};

/** What comes with IPv6. */
export const IPV6_CALLS: Readonly<Record<string, Call>> = {
  'AWS::EC2::VPCCidrBlock': async (aws, { VpcId, CidrBlock, AmazonProvidedIpv6CidrBlock }, made) => {
    const block = AmazonProvidedIpv6CidrBlock === true ? ['--amazon-provided-ipv6-cidr-block'] : ['--cidr-block', String(CidrBlock)];
    const answer = await aws.run('ec2', 'associate-vpc-cidr-block', '--vpc-id', resolve(VpcId, made), ...block);
    const logical = (VpcId as { readonly Ref: string }).Ref;
    if (AmazonProvidedIpv6CidrBlock === true) made.set(`${logical}.Ipv6CidrBlocks`, textIn(answer, 'Ipv6CidrBlockAssociation', 'Ipv6CidrBlock'));
    return undefined;
  },
  'AWS::EC2::EgressOnlyInternetGateway': async (aws, { VpcId }, made) => textIn(await aws.run('ec2', 'create-egress-only-internet-gateway', '--vpc-id', resolve(VpcId, made)), 'EgressOnlyInternetGateway', 'EgressOnlyInternetGatewayId'),
};

/** Gives a subnet that the stack made its IPv6 block, or makes one of IPv6 alone; answers its id. */
export async function giveSubnetItsBlock(aws: LocalAws, logical: string, given: { readonly properties: Properties; readonly made: Made }): Promise<void> {
  const { properties, made } = given;
  const block = resolve(properties['Ipv6CidrBlock'], made);
  if (properties['Ipv6Native'] === true) {
    const answer = await aws.run('ec2', 'create-subnet', '--vpc-id', resolve(properties['VpcId'], made), '--availability-zone', String(properties['AvailabilityZone']), '--ipv6-native', '--ipv6-cidr-block', block);
    made.set(logical, textIn(answer, 'Subnet', 'SubnetId'));
  } else {
    await aws.run('ec2', 'associate-subnet-cidr-block', '--subnet-id', made.get(logical) ?? '', '--ipv6-cidr-block', block);
  }
  made.set(`${logical}.Ipv6CidrBlocks`, block);
}
