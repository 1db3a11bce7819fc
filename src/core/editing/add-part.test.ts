import { describe, expect, test } from 'vitest';
import { buildLookup } from '../lookup/build-lookup.ts';
import { emptyDesign } from '../model/design.ts';
import { asResourceId } from '../model/ids.ts';
import { addPart } from './add-part.ts';
import { after, dropAll, idOf, named, sampleDesign, wordsOf } from './designs-for-tests.ts';
import { listResources } from './draft.ts';
import { parts } from './parts.ts';
import { repeatableNumbers } from './repeatable-numbers.ts';
import { setField } from './set-field.ts';

const random = repeatableNumbers(5);

describe('a new VPC', () => {
  const design = dropAll([['vpc', undefined, 'app']]);
  const vpc = named(design, 'app', 'vpc');

  test('stands in us-east-1, with two zones and the first /16 of 10.0.0.0/8', () => {
    expect(vpc).toMatchObject({ cidr: '10.0.0.0/16', availabilityZones: ['us-east-1a', 'us-east-1b'], enableDnsSupport: true, enableDnsHostnames: false });
    expect(named(design, 'us-east-1', 'region').code).toBe('us-east-1');
  });

  test('has a main table, a default ACL that allows everything and a default group, as in AWS', () => {
    expect(named(design, 'rtb-app-main', 'route-table').routes).toEqual({});
    const all = { number: 100, protocol: 'all', cidr: '0.0.0.0/0', action: 'allow' };
    const acl = named(design, 'acl-app-default', 'network-acl');
    expect([Object.values(acl.inbound), Object.values(acl.outbound)]).toEqual([[all], [all]]);
    const group = named(design, 'default-app', 'security-group');
    expect(Object.values(group.inbound)).toEqual([{ protocol: 'all', peer: { group: vpc.defaultSecurityGroup } }]);
    expect(Object.values(group.outbound)).toEqual([{ protocol: 'all', peer: { cidr: '0.0.0.0/0' } }]);
    expect(vpc).toMatchObject({ mainRouteTable: idOf(design, 'rtb-app-main'), defaultNetworkAcl: idOf(design, 'acl-app-default'), defaultSecurityGroup: idOf(design, 'default-app') });
  });

  test('takes a block that no other VPC and no office has', () => {
    const first = dropAll([
      ['vpc', undefined, 'one'],
      ['on-premises-network', undefined, 'office'],
    ]);
    const office = { ...named(first, 'office', 'on-premises-network'), cidrs: { ['cidr-1' as never]: { cidr: '10.1.0.0/20' } } };
    const design2 = { ...first, resources: { ...first.resources, [idOf(first, 'office')]: office } };
    expect(wordsOf(addPart(design2, { part: 'vpc', random }))).toBe('Add VPC vpc-1 (10.2.0.0/16) to us-east-1');
  });
});

describe('new subnets', () => {
  test('go to the zone with the fewest, in the next free block of the size their siblings use', () => {
    const design = dropAll([
      ['vpc', undefined, 'app'],
      ['subnet', 'app'],
      ['subnet', 'app'],
      ['subnet', 'app'],
    ]);
    expect(listResources(design, 'subnet').map(({ value }) => [value.name, value.availabilityZone, value.cidr, value.autoAssignPublicIp])).toEqual([
      ['subnet-a', 'us-east-1a', '10.0.0.0/24', false],
      ['subnet-b', 'us-east-1b', '10.0.1.0/24', false],
      ['subnet-a-2', 'us-east-1a', '10.0.2.0/24', false],
    ]);
  });

  test('are smaller when no block of the usual size is left, and refused when none is', () => {
    const small = dropAll([['vpc', undefined, 'app']]);
    const tiny = { ...small, resources: { ...small.resources, [idOf(small, 'app')]: { ...named(small, 'app', 'vpc'), cidr: '10.0.0.0/27' } } };
    const one = after(tiny, addPart(tiny, { part: 'subnet', container: idOf(tiny, 'app'), random }));
    const two = after(one, addPart(one, { part: 'subnet', container: idOf(one, 'app'), random }));
    expect(listResources(two, 'subnet').map(({ value }) => value.cidr)).toEqual(['10.0.0.0/28', '10.0.0.16/28']);
    expect(wordsOf(addPart(two, { part: 'subnet', container: idOf(two, 'app'), random }))).toBe('app (10.0.0.0/27) has no free block of /28 or larger left; add a secondary CIDR block first.');
  });
});

describe('a new instance', () => {
  const base = dropAll([
    ['vpc', undefined, 'app'],
    ['subnet', 'app', 'app-a'],
    ['instance', 'app-a', 'app-1'],
  ]);

  test('is what the console launches: Amazon Linux 2023, t3.micro, running, the default group, the fifth address', () => {
    expect(named(base, 'app-1', 'instance')).toMatchObject({ operatingSystem: 'amazon-linux-2023', instanceType: 't3.micro', state: 'running', services: {} });
    const held = named(base, 'eni-app-1', 'network-interface');
    expect(Object.values(held.addresses)).toEqual([{ address: '10.0.0.4', primary: true }]);
    expect(held).toMatchObject({ securityGroups: [idOf(base, 'default-app')], attachment: { resource: idOf(base, 'app-1'), deviceIndex: 0 } });
  });

  test('continues the row of its neighbours and takes the next address', () => {
    const design = after(base, addPart(base, { part: 'instance', container: idOf(base, 'app-a'), random }));
    expect(Object.values(named(design, 'eni-app-2', 'network-interface').addresses)).toEqual([{ address: '10.0.0.5', primary: true }]);
  });

  test('gets a public address where the subnet hands them out', () => {
    const open = after(base, setField(base, { resource: idOf(base, 'app-a'), path: ['autoAssignPublicIp'], value: true }));
    const design = after(open, addPart(open, { part: 'instance', container: idOf(open, 'app-a'), random }));
    expect(Object.values(named(design, 'eni-app-2', 'network-interface').addresses)).toEqual([{ address: '10.0.0.5', primary: true, public: { address: '203.0.113.1', type: 'auto-assigned' } }]);
  });

  test('is refused in a full subnet', () => {
    const tight = { ...base, resources: { ...base.resources, [idOf(base, 'app-a')]: { ...named(base, 'app-a', 'subnet'), cidr: '10.0.0.0/29' } } };
    const two = ['app-2', 'app-3'].reduce((design, name) => after(design, addPart(design, { part: 'instance', container: idOf(design, 'app-a'), name, random })), tight);
    expect(wordsOf(addPart(two, { part: 'instance', container: idOf(two, 'app-a'), random }))).toBe('app-a (10.0.0.0/29) has no free address left: AWS keeps five and the others are held.');
  });
});

describe('gateways and what lies beyond', () => {
  const design = sampleDesign();

  test('an internet gateway draws the internet along', () => {
    expect(listResources(design, 'internet')).toHaveLength(1);
    expect(named(design, 'igw-app', 'internet-gateway').vpc).toBe(idOf(design, 'app'));
  });

  test('a NAT gateway has a private address, a public one and its allocation', () => {
    const [address] = Object.values(named(design, 'nat-a', 'nat-gateway').addresses);
    expect(address).toMatchObject({ privateAddress: '10.0.0.4', publicAddress: '203.0.113.1', allocation: expect.stringMatching(/^eipalloc-[0-9a-f]{8}$/) as string });
  });

  test('a customer gateway on the canvas comes with a network behind it', () => {
    const alone = after(emptyDesign(), addPart(emptyDesign(), { part: 'customer-gateway', random }));
    expect(named(alone, 'cgw-office', 'customer-gateway').onPremises).toBe(idOf(alone, 'office'));
    expect(Object.values(named(alone, 'office', 'on-premises-network').cidrs)).toEqual([{ cidr: '192.168.0.0/16' }]);
  });

  test('a VPN connection joins the VPC with the office, and knows its blocks', () => {
    expect(named(design, 'vpn-office', 'vpn-connection')).toMatchObject({ gateway: idOf(design, 'vgw-office'), customerGateway: idOf(design, 'cgw-office'), routing: 'static' });
    expect(Object.values(named(design, 'vpn-office', 'vpn-connection').staticRoutes)).toEqual([{ cidr: '192.168.0.0/16' }]);
    expect(wordsOf(addPart(design, { part: 'vpn-connection', container: idOf(design, 'app'), random }))).toBe('vgw-office and cgw-office are joined by a VPN connection already.');
  });

  test('a client in an office has one of its addresses, one outside a public one', () => {
    expect(named(design, 'desk-1', 'client')).toMatchObject({ network: idOf(design, 'office'), address: '192.168.0.10' });
    const outside = after(design, addPart(design, { part: 'client', name: 'phone', random }));
    expect(named(outside, 'phone', 'client').address).toMatch(/^203\.0\.113\./);
  });
});

describe('a new DB instance', () => {
  const design = sampleDesign();

  test('has a subnet group over two zones, and an interface with a role in each', () => {
    expect(named(design, 'orders-subnets', 'db-subnet-group').subnets.map((id) => design.resources[id]?.name)).toEqual(['db-a', 'db-b']);
    expect(named(design, 'orders', 'db-instance')).toMatchObject({ engine: 'mysql', port: 3306, multiAz: true, publiclyAccessible: false });
    const roles = ['primary', 'standby'].map((role) => named(design, `eni-orders-${role}`, 'network-interface'));
    expect(roles.map((held) => [design.resources[held.subnet]?.name, held.attachment?.role, held.owner])).toEqual([
      ['db-a', 'primary', 'rds'],
      ['db-b', 'standby', 'rds'],
    ]);
  });

  test('uses private subnets only, also when it is dropped on a public one', () => {
    const subnet = buildLookup(design).subnets.get(idOf(design, 'public-a'));
    expect(subnet?.routeTable?.value.name).toBe('rtb-public');
    const more = after(design, addPart(design, { part: 'db-instance', container: idOf(design, 'public-a'), name: 'carts', random }));
    expect(named(more, 'carts', 'db-instance').subnetGroup).toBe(idOf(more, 'orders-subnets'));
  });

  test('is refused where there are not two zones', () => {
    expect(wordsOf(addPart(design, { part: 'db-instance', container: idOf(design, 'other'), random }))).toBe(
      'A DB instance needs private subnets in two Availability Zones; other has only other-a. Add private subnets in two zones first.',
    );
  });
});

describe('rules', () => {
  test('a custom ACL starts empty, a group lets everything out and nothing in', () => {
    const design = sampleDesign();
    expect(named(design, 'acl-public', 'network-acl')).toMatchObject({ inbound: {}, outbound: {} });
    expect(named(design, 'public-a', 'subnet').networkAcl).toBe(idOf(design, 'acl-public'));
    expect(named(design, 'web-sg', 'security-group').inbound).toEqual({});
    expect(named(design, 'eni-web-1', 'network-interface').securityGroups).toEqual([idOf(design, 'default-app'), idOf(design, 'web-sg')]);
  });

  test('a sixth group is refused', () => {
    const five = ['a', 'b', 'c'].reduce((design, name) => after(design, addPart(design, { part: 'security-group', container: idOf(design, 'web-1'), name, random })), sampleDesign());
    expect(wordsOf(addPart(five, { part: 'security-group', container: idOf(five, 'web-1'), random }))).toMatch(/^web-1 has 5 security groups/);
  });
});

test('a place given with the drop is kept, and only there', () => {
  const design = dropAll([['vpc', undefined, 'app']]);
  const placed = after(design, addPart(design, { part: 'subnet', container: idOf(design, 'app'), at: { x: 40, y: 60 }, random }));
  expect(placed.layout).toEqual({ [idOf(placed, 'subnet-a')]: { x: 40, y: 60 } });
});

test('a name that is taken gets a number', () => {
  const design = dropAll([['vpc', undefined, 'app']]);
  expect(wordsOf(addPart(design, { part: 'vpc', name: 'app', random }))).toBe('Add VPC app-2 (10.1.0.0/16) to us-east-1');
});

test('a container that is not there is said', () => {
  expect(wordsOf(addPart(emptyDesign(), { part: 'subnet', container: asResourceId('vpc-0'), random }))).toBe('vpc-0 is not in the design.');
});

test('the palette names each part once, in five groups', () => {
  expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
  expect([...new Set(parts.map(({ group }) => group))]).toEqual(['Network', 'Gateways', 'Compute and data', 'Rules', 'Outside']);
});
