import { describe, expect, test } from 'vitest';
import type { Design } from '../../model/design.ts';
import { parseDesign } from '../../model/parse-design.ts';
import { exampleAccount, type Account } from './example-account.ts';
import { findResource, importAccount, sentencesOf } from './import-for-tests.ts';

const countKinds = (design: Design): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { kind } of Object.values(design.resources)) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
};

describe('an account with everything in it', () => {
  const { design, report } = importAccount(exampleAccount);

  test('becomes resources of every kind under the ids of AWS', () => {
    expect(countKinds(design)).toEqual({
      region: 1,
      vpc: 1,
      subnet: 3,
      'route-table': 2,
      'network-acl': 2,
      'internet-gateway': 1,
      'security-group': 3,
      'nat-gateway': 1,
      'virtual-private-gateway': 1,
      'customer-gateway': 1,
      'on-premises-network': 1,
      'vpn-connection': 1,
      'network-interface': 3,
      instance: 2,
      'elastic-ip': 1,
      'db-subnet-group': 1,
      'db-instance': 1,
      internet: 1,
      'prefix-list': 1,
      'vpc-endpoint': 1,
    });
    expect(design.name).toBe('shop');
    expect(design.layout).toEqual({});
    expect(parseDesign(design)).toEqual({ ok: true, value: design });
  });

  test('the VPC has its blocks, zones and defaults', () => {
    expect(findResource(design, 'vpc-0a01', 'vpc')).toEqual({
      kind: 'vpc',
      name: 'shop',
      account: '111122223333',
      tags: { Name: 'shop' },
      region: 'region-eu-west-1',
      cidr: '10.0.0.0/16',
      secondaryCidrs: { 'cidr-1': { cidr: '100.64.0.0/16' } },
      ipv6Cidrs: { 'cidr-1': { cidr: '2001:db8:1200::/56' } },
      availabilityZones: ['eu-west-1a', 'eu-west-1b'],
      enableDnsSupport: true,
      enableDnsHostnames: false,
      isDefault: false,
      mainRouteTable: 'rtb-0c01',
      defaultNetworkAcl: 'acl-0101',
      defaultSecurityGroup: 'sg-0203',
    });
    expect(findResource(design, 'region-eu-west-1', 'region')).toMatchObject({ code: 'eu-west-1', account: '111122223333', blockPublicAccess: 'block-ingress' });
  });

  test('subnets name what was given to them, not what they have by default', () => {
    expect(findResource(design, 'subnet-0b01', 'subnet')).toMatchObject({ routeTable: 'rtb-0c02', networkAcl: 'acl-0102', ipv6Cidr: '2001:db8:1200::/64', autoAssignPublicIp: true });
    const other = findResource(design, 'subnet-0b02', 'subnet');
    expect([other.routeTable, other.networkAcl]).toEqual([undefined, undefined]);
  });

  test('routes are rows without the implied local ones', () => {
    const { routes, propagatingGateways } = findResource(design, 'rtb-0c01', 'route-table');
    expect(Object.values(routes)).toEqual([
      { destination: '0.0.0.0/0', target: 'nat-0f01', origin: 'static', state: 'active' },
      { destination: '192.168.0.0/16', target: 'vgw-0e01', origin: 'propagated', state: 'active' },
      { destination: '0.0.0.0/0', target: 'vgw-0e01', origin: 'propagated', state: 'active' },
    ]);
    expect(propagatingGateways).toEqual(['vgw-0e01']);
  });

  test('network ACLs have numbered rows and no closing rule', () => {
    const { inbound, outbound } = findResource(design, 'acl-0102', 'network-acl');
    expect(inbound).toEqual({
      'rule-110': { number: 110, protocol: 'tcp', fromPort: 443, toPort: 443, cidr: '0.0.0.0/0', action: 'allow' },
      'rule-120': { number: 120, protocol: 'icmp', icmpType: 3, icmpCode: 4, cidr: '0.0.0.0/0', action: 'allow' },
    });
    expect(outbound).toEqual({ 'rule-130': { number: 130, protocol: 47, cidr: '2001:db8::/32', action: 'deny' } });
    expect(Object.keys(findResource(design, 'acl-0101', 'network-acl').outbound)).toEqual(['rule-100']);
  });

  test('security groups have one rule for each peer', () => {
    expect(Object.values(findResource(design, 'sg-0201', 'security-group').inbound)).toEqual([
      { protocol: 'tcp', fromPort: 443, toPort: 443, peer: { cidr: '0.0.0.0/0' }, description: 'HTTPS' },
      { protocol: 'tcp', fromPort: 443, toPort: 443, peer: { cidr: '::/0' } },
      { protocol: 'tcp', fromPort: 443, toPort: 443, peer: { prefixList: 'pl-0301' } },
      { protocol: 'icmp', icmpType: 8, peer: { cidr: '10.0.0.0/8' } },
    ]);
    expect(Object.values(findResource(design, 'sg-0202', 'security-group').inbound)).toEqual([
      { protocol: 'tcp', fromPort: 3306, toPort: 3306, peer: { group: 'sg-0201' } },
      { protocol: 'tcp', fromPort: 3306, toPort: 3306, peer: { group: 'sg-0909', account: '444455556666', peering: 'pcx-0401' } },
    ]);
  });

  test('the interface of a NAT gateway is a part of it', () => {
    expect(findResource(design, 'nat-0f01', 'nat-gateway')).toMatchObject({
      connectivity: 'public',
      availability: 'zonal',
      state: 'available',
      addresses: { 'address-1': { privateAddress: '10.0.0.10', publicAddress: '203.0.113.10', allocation: 'eipalloc-0601', interface: 'eni-0501', primary: true } },
    });
    expect(Object.keys(design.resources)).not.toContain('eni-0501');
    const lines = report.lines.filter(({ type, outcome }) => type === 'NetworkInterfaces' && outcome === 'read');
    expect(lines).toHaveLength(1);
    expect(lines[0]?.sentence).toMatch(/ were read\. eni-0501 is drawn as a part of its NAT gateway\.$/);
  });

  test('instances have their interface, image, role and state', () => {
    expect(findResource(design, 'i-0a11', 'instance')).toMatchObject({ name: 'web 1', operatingSystem: 'amazon-linux-2023', state: 'running', role: 'web-role', account: '111122223333' });
    expect(findResource(design, 'i-0a12', 'instance')).toMatchObject({ operatingSystem: 'windows', state: 'terminated' });
    const own = findResource(design, 'eni-0502', 'network-interface');
    expect(own.attachment).toEqual({ resource: 'i-0a11', deviceIndex: 0 });
    expect(own.sourceDestinationCheck).toBe(false);
    expect(Object.values(own.addresses)).toEqual([
      { address: '10.0.0.20', primary: true, public: { address: '203.0.113.20', type: 'auto-assigned' } },
      { address: '10.0.0.21', primary: false, public: { address: '203.0.113.21', type: 'elastic', allocation: 'eipalloc-0602' } },
    ]);
    expect(Object.values(own.ipv6Addresses)).toEqual([{ address: '2001:db8:1200::20' }]);
  });

  test('what services own is attached where it is sure', () => {
    expect(findResource(design, 'eni-0503', 'network-interface')).toMatchObject({ owner: 'rds', attachment: { resource: 'orders', role: 'primary' } });
    expect(findResource(design, 'eni-0504', 'network-interface')).toMatchObject({ owner: 'vpc_endpoint', attachment: { resource: 'vpce-0901' } });
    expect(findResource(design, 'orders', 'db-instance')).toMatchObject({ port: 3306, subnetGroup: 'db-subnet-group-private' });
    expect(findResource(design, 'eipalloc-0603', 'elastic-ip')).toMatchObject({ address: '203.0.113.99', region: 'region-eu-west-1' });
  });

  test('the network behind a VPN has the blocks its gateway propagated, but not the default route', () => {
    expect(findResource(design, 'onprem-cgw-0701', 'on-premises-network').cidrs).toEqual({ 'cidr-1': { cidr: '192.168.0.0/16' } });
    expect(findResource(design, 'vpn-0801', 'vpn-connection')).toMatchObject({
      routing: 'bgp',
      tunnels: { 'tunnel-1': { outsideAddress: '203.0.113.50', status: 'up' }, 'tunnel-2': { outsideAddress: '203.0.113.51', status: 'down' } },
    });
  });

  test('no secret of a tunnel is taken over', () => {
    expect(JSON.stringify(design)).not.toContain('never to be seen');
  });

  test('the report counts what was read and names what leads nowhere', () => {
    expect(report.missing).toEqual([]);
    expect(design.snapshot).toMatchObject({ missing: [] });
    expect(sentencesOf(report, 'skipped')).toEqual([]);
    expect(sentencesOf(report, 'broken-reference')).toEqual(['sg-0202 names sg-0909, which is in no file.']);
    expect(report.lines.find(({ type }) => type === 'Subnets')).toEqual({ type: 'Subnets', count: 3, outcome: 'read', sentence: '3 subnets were read.' });
  });
});

const without = (...keys: readonly string[]): Account => Object.fromEntries(Object.entries(exampleAccount).filter(([key]) => !keys.includes(key)));

describe('missing answers', () => {
  test.each([
    [['NetworkAcls'], ['network-acls']],
    [['RouteTables'], ['route-tables']],
    [['SecurityGroups'], ['security-groups']],
    [['InternetGateways'], ['internet-gateways']],
    [['NatGateways'], ['nat-gateways']],
    [['VpnGateways'], ['vpn-gateways']],
    [['ManagedPrefixLists'], ['managed-prefix-lists']],
    [['Vpcs'], ['vpcs']],
    [['DBInstances', 'Images', 'AvailabilityZones'], []],
  ])('without %j the report names %j', (keys, missing) => {
    const { design, report } = importAccount(without(...keys));
    expect(report.missing).toEqual(missing);
    expect(design.snapshot).toMatchObject({ missing });
  });

  test('an empty list is an answer', () => {
    expect(importAccount({ ...exampleAccount, NetworkAcls: [] }).report.missing).toEqual([]);
  });

  test('interfaces are made of what instances say themselves', () => {
    const { design, report } = importAccount(without('NetworkInterfaces', 'Addresses'));
    expect(report.missing).toEqual(['network-interfaces']);
    expect(findResource(design, 'eni-0502', 'network-interface')).toMatchObject({ subnet: 'subnet-0b01', attachment: { resource: 'i-0a11', deviceIndex: 0 } });
  });

  test('an old instance gets an interface of its own address, Elastic where the addresses say so', () => {
    const Reservations = [{ Instances: [{ InstanceId: 'i-1', InstanceType: 'm1.small', SubnetId: 'subnet-0b01', PrivateIpAddress: '10.0.0.30', PublicIpAddress: '203.0.113.30', SecurityGroups: [{ GroupId: 'sg-0201' }] }] }];
    const Addresses = [{ PublicIp: '203.0.113.30', AllocationId: 'eipalloc-1', InstanceId: 'i-1' }];
    const { design, report } = importAccount({ ...without('NetworkInterfaces'), Reservations, Addresses });
    expect(findResource(design, 'eni-of-i-1', 'network-interface')).toMatchObject({
      attachment: { resource: 'i-1', deviceIndex: 0 },
      securityGroups: ['sg-0201'],
      addresses: { 'address-1': { address: '10.0.0.30', primary: true, public: { address: '203.0.113.30', type: 'elastic', allocation: 'eipalloc-1' } } },
    });
    expect(sentencesOf(report, 'skipped')).toContain('i-1 has no State; it is taken to be running.');
  });
});
