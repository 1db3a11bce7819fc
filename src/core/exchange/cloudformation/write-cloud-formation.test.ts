import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { asResourceId, asRowId } from '../../model/ids.ts';
import { arbitraryBrokenDesign } from '../../testing/broken-designs.ts';
import { DesignBuilder } from '../../testing/design-builder.ts';
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

const network = (): DesignBuilder => new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').subnet('subnet-1', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-a' }).routeTable('rtb-a', 'vpc-1', []);

describe('routes', () => {
  test.each([
    { line: '0.0.0.0/0 -> igw-1', properties: { DestinationCidrBlock: '0.0.0.0/0', GatewayId: { Ref: 'Igw1' } }, dependsOn: ['Igw1Attachment'] },
    { line: '0.0.0.0/0 -> nat-1', properties: { NatGatewayId: { Ref: 'Nat1' } }, dependsOn: undefined },
    { line: '192.168.0.0/16 -> vgw-1', properties: { DestinationCidrBlock: '192.168.0.0/16', GatewayId: { Ref: 'Vgw1' } }, dependsOn: ['Vgw1Attachment'] },
    { line: '::/0 -> igw-1', properties: { DestinationIpv6CidrBlock: '::/0' }, dependsOn: ['Igw1Attachment'] },
    { line: '10.0.9.0/24 -> eni-i-1', properties: { NetworkInterfaceId: { Ref: 'EniI1' } }, dependsOn: undefined },
  ])('$line', ({ line, properties, dependsOn }) => {
    const builder = network().internetGateway('igw-1', 'vpc-1').virtualPrivateGateway('vgw-1', 'vpc-1').natGateway('nat-1', { subnet: 'subnet-1', address: '10.0.1.5', public: '203.0.113.5' });
    const { resources } = write(builder.instance('i-1', { subnet: 'subnet-1', address: '10.0.1.10', groups: ['sg-default-vpc-1'] }).routeTable('rtb-a', 'vpc-1', [line]));
    expect(resources['RtbARoute1']).toMatchObject({ Type: 'AWS::EC2::Route', Properties: { RouteTableId: { Ref: 'RtbA' }, ...properties } });
    expect(resources['RtbARoute1']?.DependsOn).toEqual(dependsOn);
  });

  test.each(['0.0.0.0/0 -> igw-gone', 'pl-1 -> igw-1'])('%s is left out, and that is said', (line) => {
    const { resources, notes } = write(network().internetGateway('igw-1', 'vpc-1').routeTable('rtb-a', 'vpc-1', [line]));
    expect(resources['RtbARoute1']).toBeUndefined();
    expect(notes.join()).toContain('is not written');
  });

  test('subnets on a main table with routes of its own are associated with it', () => {
    const { resources, notes } = write(new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').internetGateway('igw-1', 'vpc-1').routeTable('rtb-main-vpc-1', 'vpc-1', ['0.0.0.0/0 -> igw-1']).subnet('subnet-1', { vpc: 'vpc-1', cidr: '10.0.1.0/24' }));
    expect(resources['Subnet1RouteTable']?.Properties).toEqual({ SubnetId: { Ref: 'Subnet1' }, RouteTableId: { Ref: 'RtbMainVpc1' } });
    expect(notes.join()).toContain('cannot replace the main one');
  });
});

describe('security groups', () => {
  test('let nothing out that no rule lets out, and may name each other', () => {
    const { resources } = write(network().group('sg-a', 'vpc-1', { inbound: ['tcp 443 from sg-b'], outbound: [] }).group('sg-b', 'vpc-1', { inbound: ['icmp from 0.0.0.0/0'], outbound: ['all to sg-a'] }));
    expect(resources['SgA']?.Properties['SecurityGroupEgress']).toMatchObject([{ IpProtocol: '-1', CidrIp: '127.0.0.1/32' }]);
    expect(resources['SgAInboundIn1']?.Properties).toEqual({ GroupId: { 'Fn::GetAtt': ['SgA', 'GroupId'] }, IpProtocol: 'tcp', FromPort: 443, ToPort: 443, SourceSecurityGroupId: { 'Fn::GetAtt': ['SgB', 'GroupId'] } });
    expect(resources['SgBOutboundOut1']?.Properties).toEqual({ GroupId: { 'Fn::GetAtt': ['SgB', 'GroupId'] }, IpProtocol: '-1', DestinationSecurityGroupId: { 'Fn::GetAtt': ['SgA', 'GroupId'] } });
    expect(resources['SgBInboundIn1']?.Properties).toMatchObject({ IpProtocol: 'icmp', FromPort: -1, ToPort: -1 });
  });

  test('a default one that was changed is said not to be written', () => {
    const { notes } = write(network().group('sg-default-vpc-1', 'vpc-1', { inbound: ['tcp 22 from 0.0.0.0/0'] }));
    expect(notes).toEqual(['sg-default-vpc-1 is a default security group and comes with its VPC; the rules that were changed in it are not written.']);
  });
});

test('network ACL rules carry AWS’s numbers of protocols', () => {
  const { resources } = write(network().networkAcl('acl-a', 'vpc-1', { inbound: ['100 deny tcp 22 from 0.0.0.0/0', '110 allow all from 10.0.0.0/8'], outbound: ['100 allow icmp to 0.0.0.0/0'] }));
  expect(resources['AclAInboundIn100']?.Properties).toMatchObject({ RuleNumber: 100, Protocol: 6, RuleAction: 'deny', Egress: false, CidrBlock: '0.0.0.0/0', PortRange: { From: 22, To: 22 } });
  expect(resources['AclAInboundIn110']?.Properties).toMatchObject({ Protocol: -1, CidrBlock: '10.0.0.0/8' });
  expect(resources['AclAOutboundOut100']?.Properties).toMatchObject({ Protocol: 1, Egress: true, Icmp: { Type: -1, Code: -1 } });
});

test('the interface of an instance has its address, and a public one by an Elastic IP after the gateway is attached', () => {
  const { resources, notes } = write(network().internetGateway('igw-1', 'vpc-1').group('sg-a', 'vpc-1', { inbound: [] }).instance('i-1', { subnet: 'subnet-1', address: '10.0.1.10', groups: ['sg-a'], public: '203.0.113.9' }));
  expect(resources['EniI1']?.Properties).toMatchObject({ SubnetId: { Ref: 'Subnet1' }, PrivateIpAddresses: [{ PrivateIpAddress: '10.0.1.10', Primary: true }], GroupSet: [{ 'Fn::GetAtt': ['SgA', 'GroupId'] }] });
  expect(resources['I1']?.Properties).toMatchObject({ NetworkInterfaces: [{ NetworkInterfaceId: { Ref: 'EniI1' }, DeviceIndex: '0' }] });
  expect(resources['EniI1ElasticAddress1']?.DependsOn).toEqual(['Igw1Attachment']);
  expect(notes.join()).toContain('gives it an Elastic IP');
});

test('a subnet in a further block waits for it', () => {
  const vpc = { secondaryCidrs: { [asRowId('cidr-2')]: { cidr: '10.1.0.0/16' } } };
  const { resources } = write(new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16', vpc).subnet('subnet-1', { vpc: 'vpc-1', cidr: '10.1.1.0/24' }));
  expect(resources['Subnet1']?.DependsOn).toEqual(['Vpc1BlockCidr2']);
});

test('ids that are the same without their signs get a number', () => {
  const { resources } = write(new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').internetGateway('igw-1').internetGateway('igw_1'));
  expect(Object.keys(resources)).toEqual(expect.arrayContaining(['Igw1', 'Igw1N2']));
});

test.each([
  ['no VPC', new DesignBuilder().region(), 'has no VPC'],
  ['two Regions', new DesignBuilder().region().region('eu-west-1').vpc('vpc-1', '10.0.0.0/16').vpc('vpc-2', '10.1.0.0/16', { region: asResourceId('eu-west-1') }), 'in 2 Regions'],
])('a design with %s is refused', (_, builder, message) => {
  const reply = writeCloudFormation(builder.build());
  expect(reply.ok ? '' : reply.problem.message).toContain(message);
});

test('law: whatever a design holds, every reference in its template leads to a resource or parameter of it', () => {
  const collect = (value: unknown): readonly string[] => {
    if (typeof value !== 'object' || value === null) return [];
    if ('Ref' in value) return [String(value.Ref)];
    if ('Fn::GetAtt' in value) return [String((value['Fn::GetAtt'] as readonly string[])[0])];
    return Object.values(value).flatMap(collect);
  };
  fc.assert(
    fc.property(arbitraryBrokenDesign, (design) => {
      const reply = writeCloudFormation(design);
      if (!reply.ok) return;
      const { Resources, Parameters = {} } = JSON.parse(reply.value.text) as { readonly Resources: Readonly<Record<string, Written>>; readonly Parameters?: object };
      const known = new Set([...Object.keys(Resources), ...Object.keys(Parameters)]);
      const named = Object.values(Resources).flatMap((resource) => [...collect(resource.Properties), ...(resource.DependsOn ?? [])]);
      expect(named.filter((name) => !known.has(name))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
