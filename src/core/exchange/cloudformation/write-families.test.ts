import { expect, test } from 'vitest';
import { asResourceId } from '../../model/ids.ts';
import { DesignBuilder } from '../../testing/design-builder.ts';
import { EdgeDesignBuilder } from '../../testing/edge-design-builder.ts';
import { writeCloudFormation } from './write-cloud-formation.ts';

interface Written {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DependsOn?: readonly string[];
}

function write(builder: DesignBuilder): { readonly resources: Readonly<Record<string, Written>>; readonly notes: readonly string[] } {
  const reply = writeCloudFormation(builder.build());
  if (!reply.ok) throw new Error(reply.problem.message);
  const { Resources } = JSON.parse(reply.value.text) as { readonly Resources: Readonly<Record<string, Written>> };
  return { resources: Resources, notes: reply.value.notes };
}

const VPC_BLOCK = { 'Fn::Select': [0, { 'Fn::GetAtt': ['Vpc1', 'Ipv6CidrBlocks'] }] };
const SUBNET_BLOCK = { 'Fn::Select': [0, { 'Fn::GetAtt': ['Subnet1', 'Ipv6CidrBlocks'] }] };
const PREFIX = { 'Fn::Select': [0, { 'Fn::Split': ['::/', SUBNET_BLOCK] }] };

const dualStack = (): EdgeDesignBuilder =>
  new EdgeDesignBuilder()
    .region()
    .dualStackVpc('vpc-1', '10.0.0.0/16', '2001:db8:0:100::/56')
    .routeTable('rtb-a', 'vpc-1', ['::/0 -> eigw-1'])
    .ipv6Subnet('subnet-1', { vpc: 'vpc-1', cidr: '10.0.1.0/24', ipv6: '2001:db8:0:102::/64', table: 'rtb-a' })
    .egressOnlyInternetGateway('eigw-1', 'vpc-1');

test('a subnet takes the /64 of the same number out of the block that AWS provides', () => {
  const { resources } = write(dualStack());
  expect(resources['Vpc1BlockIpv61']).toMatchObject({ Type: 'AWS::EC2::VPCCidrBlock', Properties: { AmazonProvidedIpv6CidrBlock: true } });
  expect(resources['Subnet1']).toMatchObject({ Properties: { CidrBlock: '10.0.1.0/24', Ipv6CidrBlock: { 'Fn::Select': [2, { 'Fn::Cidr': [VPC_BLOCK, 3, 64] }] } }, DependsOn: ['Vpc1BlockIpv61'] });
});

test('a subnet of IPv6 alone is written as such, with DNS64 where it has it', () => {
  const { resources } = write(dualStack().ipv6Subnet('subnet-six', { vpc: 'vpc-1', ipv6: '2001:db8:0:109::/64', dns64: true }));
  expect(resources['SubnetSix']?.Properties).toMatchObject({ Ipv6Native: true, AssignIpv6AddressOnCreation: true, EnableDns64: true });
  expect(resources['SubnetSix']?.Properties).not.toHaveProperty('CidrBlock');
  expect(resources['SubnetSix']?.Properties).not.toHaveProperty('MapPublicIpOnLaunch');
});

test.each([
  ['2001:db8:0:200::/64', 'outside of the VPC’s block'],
  ['2001:db8:0:100::/60', 'larger than a /64'],
])('a subnet of IPv6 alone with %s, %s, is left out, and that is said', (ipv6) => {
  const { resources, notes } = write(dualStack().ipv6Subnet('subnet-six', { vpc: 'vpc-1', ipv6 }));
  expect(resources['SubnetSix']).toBeUndefined();
  expect(notes).toEqual(expect.arrayContaining([expect.stringContaining(ipv6), 'Subnet subnet-six is left out: it has no block that can be written.']));
});

test.each([
  ['2001:db8:0:102::10', { 'Fn::Join': ['', [PREFIX, '::10']] }],
  ['2001:db8:0:102:0:a:b:c', { 'Fn::Join': ['', [PREFIX, '::a:b:c']] }],
])('an interface keeps the last groups of %s', (address, expected) => {
  const { resources } = write(dualStack().machine('i-1', { subnet: 'subnet-1', address: '10.0.1.10', ipv6: address, groups: ['sg-default-vpc-1'] }));
  expect(resources['EniI1']?.Properties['Ipv6Addresses']).toEqual([{ Ipv6Address: expected }]);
});

test('an address that fills its last four groups is left to AWS, and that is said', () => {
  const { resources, notes } = write(dualStack().machine('i-1', { subnet: 'subnet-1', ipv6: '2001:db8:0:102:1:a:b:c', groups: ['sg-default-vpc-1'] }));
  expect(resources['EniI1']?.Properties).not.toHaveProperty('Ipv6Addresses');
  expect(notes.join('\n')).toContain('The IPv6 addresses of i-1 are not written');
});

test.each([
  ['::/0', '::/0', undefined],
  ['2001:db8:0:102::/64', SUBNET_BLOCK, ['Vpc1BlockIpv61']],
  ['2001:db8:0:100::/56', VPC_BLOCK, ['Vpc1BlockIpv61']],
  ['2001:db8:0:105::/64', { 'Fn::Select': [5, { 'Fn::Cidr': [VPC_BLOCK, 6, 64] }] }, ['Vpc1BlockIpv61']],
  ['2001:db8:0:102::10/128', { 'Fn::Join': ['', [{ 'Fn::Join': ['', [PREFIX, '::10']] }, '/128']] }, ['Vpc1BlockIpv61']],
])('a rule for %s moves with the block', (cidr, expected, dependsOn) => {
  const { resources } = write(dualStack().group('sg-a', 'vpc-1', { inbound: [`tcp 443 from ${cidr}`] }).networkAcl('acl-a', 'vpc-1', { inbound: [`100 allow all from ${cidr}`], outbound: [] }));
  expect(resources['SgAInboundIn1']?.Properties['CidrIpv6']).toEqual(expected);
  expect(resources['AclAInboundIn100']?.Properties['Ipv6CidrBlock']).toEqual(expected);
  expect([resources['SgAInboundIn1']?.DependsOn, resources['AclAInboundIn100']?.DependsOn]).toEqual([dependsOn, dependsOn]);
});

test('a rule for a part of the block that cannot be moved stays as drawn, and that is said', () => {
  const { resources, notes } = write(dualStack().group('sg-a', 'vpc-1', { inbound: ['tcp 443 from 2001:db8:0:100::/60'] }));
  expect(resources['SgAInboundIn1']?.Properties['CidrIpv6']).toBe('2001:db8:0:100::/60');
  expect(notes.join('\n')).toContain('A rule of sg-a names 2001:db8:0:100::/60');
});

test('a route leads to an egress-only gateway; one without a VPC is said not to be written', () => {
  const { resources, notes } = write(dualStack().egressOnlyInternetGateway('eigw-2'));
  expect(resources['Eigw1']).toMatchObject({ Type: 'AWS::EC2::EgressOnlyInternetGateway', Properties: { VpcId: { Ref: 'Vpc1' } } });
  expect(resources['RtbARoute1']?.Properties).toEqual({ RouteTableId: { Ref: 'RtbA' }, DestinationIpv6CidrBlock: '::/0', EgressOnlyInternetGatewayId: { Ref: 'Eigw1' } });
  expect(notes).toContain('Egress-only internet gateway eigw-2 is not written: it is attached to no VPC of the design.');
});

test('a default ACL that keeps IPv6 out is written, because AWS’s lets it in', () => {
  const onlyIpv4 = { inbound: ['100 allow all from 0.0.0.0/0'], outbound: ['100 allow all from 0.0.0.0/0'] };
  expect(write(dualStack()).resources['AclDefaultVpc1']).toBeUndefined();
  expect(write(dualStack().networkAcl('acl-default-vpc-1', 'vpc-1', onlyIpv4)).resources['AclDefaultVpc1']).toBeDefined();
});

const hub = (): DesignBuilder =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.1.0.0/16')
    .routeTable('rtb-a', 'vpc-1', ['10.0.0.0/8 -> tgw-1'])
    .subnet('subnet-1', { vpc: 'vpc-1', cidr: '10.1.1.0/24', table: 'rtb-a' })
    .bareTransitGateway('tgw-1')
    .attachment('tgw-attach-1', 'tgw-1', { vpc: 'vpc-1', subnets: ['subnet-1'], table: 'tgw-rtb-1', applianceMode: true })
    .office('office', { gateway: 'tgw-1', cidr: '192.168.0.0/16' })
    .attachment('tgw-attach-v', 'tgw-1', { type: 'vpn', vpnConnection: 'vpn-office', table: 'tgw-rtb-1' })
    .transitTable('tgw-rtb-1', 'tgw-1', ['172.16.0.0/12 -> tgw-attach-1', '10.9.0.0/16 -> blackhole', '192.168.0.0/16 -> tgw-attach-v'], { propagations: ['tgw-attach-1'] });

test('a transit gateway is written with attachments, tables, associations, propagations and routes', () => {
  const { resources } = write(hub());
  expect(resources['Tgw1']).toMatchObject({ Type: 'AWS::EC2::TransitGateway', Properties: { DefaultRouteTableAssociation: 'disable', DefaultRouteTablePropagation: 'disable' } });
  expect(resources['TgwAttach1']).toMatchObject({ Type: 'AWS::EC2::TransitGatewayAttachment', Properties: { TransitGatewayId: { Ref: 'Tgw1' }, VpcId: { Ref: 'Vpc1' }, SubnetIds: [{ Ref: 'Subnet1' }], Options: { ApplianceModeSupport: 'enable' } } });
  const both = { TransitGatewayAttachmentId: { Ref: 'TgwAttach1' }, TransitGatewayRouteTableId: { Ref: 'TgwRtb1' } };
  expect(resources['TgwAttach1Association']).toEqual({ Type: 'AWS::EC2::TransitGatewayRouteTableAssociation', Properties: both });
  expect(resources['TgwRtb1PropagationTgwAttach1']).toEqual({ Type: 'AWS::EC2::TransitGatewayRouteTablePropagation', Properties: both });
  const routes = Object.values(resources).filter(({ Type }) => Type === 'AWS::EC2::TransitGatewayRoute').map(({ Properties }) => Properties);
  expect(routes).toEqual([
    { DestinationCidrBlock: '172.16.0.0/12', ...both },
    { DestinationCidrBlock: '10.9.0.0/16', TransitGatewayRouteTableId: { Ref: 'TgwRtb1' }, Blackhole: true },
  ]);
});

test('a route of a VPC to a transit gateway waits for the attachment', () => {
  expect(write(hub()).resources['RtbARoute1']).toEqual({ Type: 'AWS::EC2::Route', Properties: { RouteTableId: { Ref: 'RtbA' }, DestinationCidrBlock: '10.0.0.0/8', TransitGatewayId: { Ref: 'Tgw1' } }, DependsOn: ['TgwAttach1'] });
});

test('a VPN ends at its transit gateway; that its attachment cannot be named in a template is said', () => {
  const { resources, notes } = write(hub());
  expect(resources['VpnOffice']?.Properties).toMatchObject({ TransitGatewayId: { Ref: 'Tgw1' } });
  expect(notes.join('\n')).toContain('Attachment tgw-attach-v of tgw-1 is not written: AWS makes it with the VPN connection');
  expect(notes).toContain('The route 192.168.0.0/16 of tgw-rtb-1 to tgw-attach-v is not written: its attachment is not.');
});

test('an attachment in a state that carries nothing is not written, and that is said', () => {
  const { resources, notes } = write(hub().attachment('tgw-attach-1', 'tgw-1', { vpc: 'vpc-1', subnets: ['subnet-1'], state: 'deleted' }));
  expect(resources['TgwAttach1']).toBeUndefined();
  expect(notes).toContain('Attachment tgw-attach-1 of tgw-1 is not written: it is deleted.');
});

test('prefix lists are written, and so are the rules and routes that name them', () => {
  const builder = new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').internetGateway('igw-1', 'vpc-1').prefixList('pl-1', ['198.51.100.0/24']);
  const { resources } = write(builder.routeTable('rtb-a', 'vpc-1', ['pl-1 -> igw-1']).group('sg-a', 'vpc-1', { inbound: ['tcp 443 from pl-1'] }));
  expect(resources['Pl1']).toMatchObject({ Type: 'AWS::EC2::PrefixList', Properties: { AddressFamily: 'IPv4', Entries: [{ Cidr: '198.51.100.0/24' }] } });
  expect(resources['RtbARoute1']?.Properties['DestinationPrefixListId']).toEqual({ Ref: 'Pl1' });
  expect(resources['SgAInboundIn1']?.Properties['SourcePrefixListId']).toEqual({ Ref: 'Pl1' });
});

test('a gateway endpoint names its route tables, and its routes come with it', () => {
  const builder = new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').routeTable('rtb-a', 'vpc-1', ['pl-1 -> vpce-1']).vpcEndpoint('vpce-1', { vpc: 'vpc-1', service: 's3', tables: ['rtb-a'] });
  const { resources, notes } = write(builder);
  expect(resources['Vpce1']).toMatchObject({ Type: 'AWS::EC2::VPCEndpoint', Properties: { VpcEndpointType: 'Gateway', RouteTableIds: [{ Ref: 'RtbA' }] } });
  expect(resources['RtbARoute1']).toBeUndefined();
  expect(notes).toEqual([]);
});

test('what templates do not hold is said by its name', () => {
  const { notes } = write(new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').add('dxgw-1', { kind: 'direct-connect-gateway', name: 'dx-main', associations: {} }).add('x-1', { kind: 'unmodelled', name: 'records', type: 'hosted zone', subnets: [], region: asResourceId('us-east-1'), data: {} }));
  expect(notes).toEqual(['This resource is not written, because templates do not hold the kind direct connect gateway: dx-main.', 'This resource is not written, because templates do not hold the kind hosted zone: records.']);
});
