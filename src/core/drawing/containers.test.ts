import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { containersAround, findContainers, kindsWithoutNode, nodeKeyOf } from './containers.ts';
import { instance, makeDesign, networkInterface, region, subnet, threeTier, vpc, type PlainResources } from './designs-for-tests.ts';
import { designs } from './random-designs-for-tests.ts';

const network: PlainResources = {
  'region-1': region(),
  'vpc-1': vpc({ availabilityZones: ['us-east-1c'] }),
  'subnet-a': subnet('a', '10.0.0.0/24'),
  'subnet-b': subnet('b', '10.0.1.0/24', { availabilityZone: 'us-east-1b' }),
};

const db = (more: object = {}): Record<string, unknown> => ({
  kind: 'db-instance',
  name: 'orders',
  engine: 'mysql',
  port: 3306,
  multiAz: false,
  publiclyAccessible: false,
  securityGroups: [],
  state: 'available',
  ...more,
});
const group = { kind: 'db-subnet-group', name: 'g', vpc: 'vpc-1', subnets: ['subnet-a', 'subnet-b'] };
const unmodelled = (more: object): Record<string, unknown> => ({ kind: 'unmodelled', type: 'load-balancer', name: 'lb', subnets: [], data: {}, ...more });
const nat = (more: object): Record<string, unknown> => ({
  kind: 'nat-gateway',
  name: 'nat',
  connectivity: 'public',
  availability: 'zonal',
  state: 'available',
  addresses: {},
  ...more,
});
const gateway = (kind: string, more: object = {}): Record<string, unknown> => ({ kind, name: kind, region: 'region-1', ...more });

const onCanvas = 'the canvas';
const placeIn = (resources: PlainResources, key: string): string => findContainers(makeDesign({ ...network, ...resources })).nodes.get(key)?.parent ?? onCanvas;

describe('a node stands in its container', () => {
  test.each<readonly [string, PlainResources, string, string]>([
    ['a VPC in its Region', {}, 'vpc-1', 'region-1'],
    ['a zone of the VPC without subnets in the VPC', {}, 'zone:vpc-1:us-east-1c', 'vpc-1'],
    ['a zone that only a subnet names in the VPC', {}, 'zone:vpc-1:us-east-1b', 'vpc-1'],
    ['a subnet in its zone', {}, 'subnet-b', 'zone:vpc-1:us-east-1b'],
    [
      'an instance in the subnet of its first interface',
      { i: instance('i'), e2: networkInterface({ subnet: 'subnet-a', of: 'i', device: 1 }), e1: networkInterface({ subnet: 'subnet-b', of: 'i' }) },
      'i',
      'subnet-b',
    ],
    [
      'its second interface where it is',
      { i: instance('i'), e2: networkInterface({ subnet: 'subnet-a', of: 'i', device: 1 }), e1: networkInterface({ subnet: 'subnet-b', of: 'i' }) },
      'e2',
      'subnet-a',
    ],
    ['an instance without an interface in the only Region', { i: instance('i', { state: 'terminated' }) }, 'i', 'region-1'],
    ['an instance whose subnet is gone in the only Region', { i: instance('i'), e: networkInterface({ subnet: 'subnet-gone', of: 'i' }) }, 'i', 'region-1'],
    ['an instance without an interface on the canvas where there are two Regions', { 'region-2': region(), i: instance('i') }, 'i', onCanvas],
    ['an unattached interface in its subnet', { e: networkInterface({ subnet: 'subnet-a' }) }, 'e', 'subnet-a'],
    ['an interface of a service in its subnet', { e: networkInterface({ subnet: 'subnet-a', owner: 'lambda' }) }, 'e', 'subnet-a'],
    ['a NAT gateway in its subnet', { n: nat({ subnet: 'subnet-a' }) }, 'n', 'subnet-a'],
    ['a regional NAT gateway in its VPC', { n: nat({ availability: 'regional', vpc: 'vpc-1' }) }, 'n', 'vpc-1'],
    [
      'a NAT gateway without a subnet where its interface is',
      { n: nat({ addresses: { a: { interface: 'e' } } }), e: networkInterface({ subnet: 'subnet-b' }) },
      'n',
      'subnet-b',
    ],
    [
      'a DB instance in the subnet of its primary interface',
      { d: db(), e: networkInterface({ subnet: 'subnet-b', of: 'd', role: 'primary' }) },
      'd',
      'subnet-b',
    ],
    ['its standby in the subnet of the other one', { d: db(), e: networkInterface({ subnet: 'subnet-b', of: 'd', role: 'standby' }) }, 'standby:d', 'subnet-b'],
    [
      'a DB instance without interfaces in the subnet of its group and zone',
      { d: db({ subnetGroup: 'g', availabilityZone: 'us-east-1b' }), g: group },
      'd',
      'subnet-b',
    ],
    ['a DB instance whose zone is not known in the VPC of its group', { d: db({ subnetGroup: 'g' }), g: group }, 'd', 'vpc-1'],
    ['an attached internet gateway at its VPC', { x: gateway('internet-gateway', { vpc: 'vpc-1' }) }, 'x', 'vpc-1'],
    ['a detached one in its Region', { x: gateway('internet-gateway') }, 'x', 'region-1'],
    ['a virtual private gateway of a VPC that is gone in its Region', { x: gateway('virtual-private-gateway', { vpc: 'vpc-gone' }) }, 'x', 'region-1'],
    [
      'a customer gateway in its office',
      { x: gateway('customer-gateway', { onPremises: 'o' }), o: { kind: 'on-premises-network', name: 'o', cidrs: {} } },
      'x',
      'o',
    ],
    ['a customer gateway without an office outside', { x: gateway('customer-gateway') }, 'x', onCanvas],
    [
      'a client in its office',
      { c: { kind: 'client', name: 'c', network: 'o', operatingSystem: 'linux', blockedPorts: {} }, o: { kind: 'on-premises-network', name: 'o', cidrs: {} } },
      'c',
      'o',
    ],
    ['an unmodelled resource of one subnet in it', { u: unmodelled({ vpc: 'vpc-1', subnets: ['subnet-a', 'subnet-gone'] }) }, 'u', 'subnet-a'],
    ['one of several subnets in their VPC', { u: unmodelled({ subnets: ['subnet-a', 'subnet-b'] }) }, 'u', 'vpc-1'],
    ['one of a Region in it', { u: unmodelled({ region: 'region-1' }) }, 'u', 'region-1'],
    ['one of nothing on the canvas', { u: unmodelled({}) }, 'u', onCanvas],
    ['a subnet of a VPC that is gone on the canvas', { s: subnet('s', '10.9.0.0/24', { vpc: 'vpc-gone' }) }, 's', onCanvas],
    ['a VPC of a Region that is gone on the canvas', { v: vpc({ region: 'region-gone' }) }, 'v', onCanvas],
  ])('%s', (_name, resources, key, parent) => {
    expect(placeIn(resources, key)).toBe(parent);
  });
});

describe('what has no node of its own', () => {
  const containers = findContainers(threeTier());

  test('is a chip, a line or a row of the inspector', () => {
    const kinds = new Set<string>([...containers.nodes.values()].map(({ kind }) => kind));
    expect(kindsWithoutNode.filter((kind) => kinds.has(kind))).toEqual([]);
    expect(nodeKeyOf(containers, 'sg-web')).toBeUndefined();
  });

  test.each([
    ['eni-web-1', 'i-web-1'],
    ['eni-db-a', 'db-orders'],
    ['eni-db-b', 'standby:db-orders'],
    ['i-web-1', 'i-web-1'],
  ])('is shown by the node that stands for it: %s by %s', (resource, key) => {
    expect(nodeKeyOf(containers, resource)).toBe(key);
  });

  test('interfaces of one instance in one subnet share its node', () => {
    const two = findContainers(
      makeDesign({
        ...network,
        i: instance('i'),
        a: networkInterface({ subnet: 'subnet-a', of: 'i' }),
        b: networkInterface({ subnet: 'subnet-a', of: 'i', device: 1 }),
      }),
    );
    expect([two.nodes.has('a'), two.nodes.has('b')]).toEqual([false, false]);
    expect(nodeKeyOf(two, 'b')).toBe('i');
  });
});

test('gateways stand astride the border only while they are attached', () => {
  const { nodes } = findContainers(makeDesign({ ...network, on: gateway('internet-gateway', { vpc: 'vpc-1' }), off: gateway('internet-gateway') }));
  expect([nodes.get('on')?.astride, nodes.get('off')?.astride, nodes.get('subnet-a')?.astride]).toEqual([true, false, false]);
});

test('subnets are ordered by address and names by their numbers', () => {
  const many = makeDesign({
    ...network,
    'subnet-late': subnet('early', '10.0.200.0/24'),
    'subnet-early': subnet('late', '10.0.20.0/24'),
    'i-1': instance('web-10'),
    'i-2': instance('web-2'),
    e1: networkInterface({ subnet: 'subnet-a', of: 'i-1' }),
    e2: networkInterface({ subnet: 'subnet-a', of: 'i-2' }),
  });
  const { nodes } = findContainers(many);
  expect(nodes.get('zone:vpc-1:us-east-1a')?.children).toEqual(['subnet-a', 'subnet-early', 'subnet-late']);
  expect(nodes.get('subnet-a')?.children).toEqual(['i-2', 'i-1']);
});

test('containers come before their contents, and each node once', () => {
  fc.assert(
    fc.property(designs, (design) => {
      const { nodes, roots } = findContainers(design);
      const seen = new Set<string>();
      for (const { key, parent, level } of nodes.values()) {
        expect(parent === undefined ? roots.includes(key) : seen.has(parent)).toBe(true);
        expect(containersAround(findContainers(design), key)).toHaveLength(level);
        seen.add(key);
      }
      const listed = [...roots, ...[...nodes.values()].flatMap(({ children }) => children)];
      expect([...listed].sort()).toEqual([...nodes.keys()].sort());
    }),
    { numRuns: 60 },
  );
});

test('are made once for the same resources', () => {
  const design = threeTier();
  expect(findContainers({ ...design, layout: { 'vpc-1': { x: 1, y: 2 } } })).toBe(findContainers(design));
});
