import { describe, expect, test } from 'vitest';
import { exampleAccount, type Account } from '../example-account.ts';
import { findResource, importAccount, type Imported } from '../import-for-tests.ts';

const VPC = 'vpc-0a01';
const SUBNET = { SubnetId: 'subnet-6', VpcId: VPC, AvailabilityZone: 'eu-west-1a' };
const importWith = (answers: Account): Imported => importAccount({ ...exampleAccount, ...answers });

describe('IPv6', () => {
  test.each([
    [[{ State: 'attached', VpcId: VPC }], VPC],
    [[], undefined],
    [[{ State: 'detached', VpcId: VPC }], undefined],
  ])('an egress-only internet gateway with attachments %j', (Attachments, vpc) => {
    const { design } = importWith({ EgressOnlyInternetGateways: [{ EgressOnlyInternetGatewayId: 'eigw-1', Attachments, Tags: [{ Key: 'Name', Value: 'out' }] }] });
    expect(findResource(design, 'eigw-1', 'egress-only-internet-gateway')).toMatchObject({ name: 'out', ...(vpc !== undefined && { vpc }) });
    expect(findResource(design, 'eigw-1', 'egress-only-internet-gateway').vpc).toBe(vpc);
  });

  test('a subnet of IPv6 alone has no IPv4 block', () => {
    const Subnets = [{ ...SUBNET, Ipv6Native: true, AssignIpv6AddressOnCreation: true, EnableDns64: true, Ipv6CidrBlockAssociationSet: [{ Ipv6CidrBlock: '2001:db8:0:6::/64', Ipv6CidrBlockState: { State: 'associated' } }] }];
    const subnet = findResource(importWith({ Subnets }).design, 'subnet-6', 'subnet');
    expect(subnet).toMatchObject({ ipv6Cidr: '2001:db8:0:6::/64', assignIpv6AddressOnCreation: true, enableDns64: true });
    expect(subnet.cidr).toBeUndefined();
  });

  test('an interface has its IPv6 addresses and its prefixes', () => {
    const NetworkInterfaces = [{ NetworkInterfaceId: 'eni-6', SubnetId: 'subnet-6', PrivateIpAddress: '10.1.0.9', Ipv6Addresses: [{ Ipv6Address: '2001:db8:0:6::9' }], Ipv4Prefixes: [{ Ipv4Prefix: '10.1.0.16/28' }], Ipv6Prefixes: [{ Ipv6Prefix: '2001:db8:0:6:1::/80' }] }];
    const entry = findResource(importWith({ Subnets: [SUBNET], NetworkInterfaces }).design, 'eni-6', 'network-interface');
    expect(entry.ipv6Addresses).toEqual({ 'ipv6-address-1': { address: '2001:db8:0:6::9' } });
    expect(entry.prefixes).toEqual({ 'prefix-1': { cidr: '10.1.0.16/28' }, 'prefix-2': { cidr: '2001:db8:0:6:1::/80' } });
  });
});

describe('gateways', () => {
  test('a regional NAT gateway has zones and a table of its own', () => {
    const NatGateways = [
      { NatGatewayId: 'nat-r', VpcId: VPC, State: 'available', AvailabilityMode: 'regional', AutoProvisionZones: 'enabled', RouteTableId: 'rtb-r', NatGatewayAddresses: [{ AllocationId: 'eipalloc-1', PublicIp: '198.51.100.7', AvailabilityZone: 'eu-west-1a' }] },
    ];
    expect(findResource(importWith({ NatGateways }).design, 'nat-r', 'nat-gateway')).toMatchObject({
      availability: 'regional',
      vpc: VPC,
      routeTable: 'rtb-r',
      autoProvisionZones: true,
      addresses: { 'address-1': { publicAddress: '198.51.100.7', availabilityZone: 'eu-west-1a' } },
    });
  });

  test('Block Public Access leaves out VPCs and subnets, while the exclusion exists', () => {
    const exclusion = (id: string, place: string, State: string): object => ({ ExclusionId: id, InternetGatewayExclusionMode: 'allow-egress', ResourceArn: `arn:aws:ec2:eu-west-1:111122223333:${place}`, State });
    const VpcBlockPublicAccessExclusions = [exclusion('vpcbpa-1', `vpc/${VPC}`, 'create-complete'), exclusion('vpcbpa-2', 'subnet/subnet-6', 'create-complete'), exclusion('vpcbpa-3', `vpc/${VPC}`, 'delete-complete')];
    const { design } = importWith({ Subnets: [SUBNET], VpcBlockPublicAccessExclusions });
    const region = findResource(design, findResource(design, VPC, 'vpc').region, 'region');
    expect(region.blockPublicAccessExclusions).toEqual({
      'vpcbpa-1': { vpc: VPC, mode: 'allow-egress', state: 'create-complete' },
      'vpcbpa-2': { subnet: 'subnet-6', mode: 'allow-egress', state: 'create-complete' },
    });
  });
});
