import { describe, expect, test } from 'vitest';
import { buildLookup } from '../lookup/build-lookup.ts';
import { asResourceId } from '../model/ids.ts';
import type { ResourceOfKind } from '../model/resources/index.ts';
import { EdgeDesignBuilder } from '../testing/edge-design-builder.ts';
import { outsideOf } from './outside-addresses.ts';
import { resolveEndpoint, type Role } from './resolve-endpoint.ts';

const id = asResourceId;

/** Two VPCs that use the same block, in two Regions, with a database of one name in each. */
const builder = new EdgeDesignBuilder()
  .region()
  .region('eu-west-1')
  .dualStackVpc('vpc-a', '10.0.0.0/16', '2600:1f00:1:100::/56')
  .vpc('vpc-b', '10.0.0.0/16', { region: id('eu-west-1') })
  .subnet('subnet-a', { vpc: 'vpc-a', cidr: '10.0.1.0/24' })
  .subnet('subnet-b', { vpc: 'vpc-b', cidr: '10.0.1.0/24' })
  .ipv6Subnet('subnet-six', { vpc: 'vpc-a', ipv6: '2600:1f00:1:101::/64' })
  .group('sg-a', 'vpc-a', { inbound: [] })
  .group('sg-b', 'vpc-b', { inbound: [] })
  .machine('i-a', { subnet: 'subnet-a', address: '10.0.1.10', groups: ['sg-a'] })
  .machine('i-b', { subnet: 'subnet-b', address: '10.0.1.20', groups: ['sg-b'] })
  .networkInterface('eni-late', { subnet: 'subnet-a', address: '10.0.1.41', groups: ['sg-a'], of: 'i-untold', index: 1 })
  .networkInterface('eni-first', { subnet: 'subnet-a', address: '10.0.1.40', groups: ['sg-a'], of: 'i-untold', index: 0 });

function database(key: string, name: string, subnet: string): void {
  const given = { kind: 'db-instance', name, engine: 'postgres', port: 5432, multiAz: false, publiclyAccessible: false, securityGroups: [], state: 'available' } as unknown as ResourceOfKind<'db-instance'>;
  builder.add(key, given).networkInterface(`eni-${key}`, { subnet, address: key === 'db-a' ? '10.0.1.50' : '10.0.1.51', groups: [], of: key });
}
database('db-a', 'orders', 'subnet-a');
database('db-b', 'orders', 'subnet-b');
database('db-c', 'stock', 'subnet-a');
const cluster = (members: readonly unknown[]): ResourceOfKind<'unmodelled'> => ({ kind: 'unmodelled', name: 'aurora', type: 'db-cluster', data: { DBClusterMembers: members } }) as unknown as ResourceOfKind<'unmodelled'>;
builder
  .add('cluster-1', cluster([{ DBInstanceIdentifier: 'orders', IsClusterWriter: false }, null, 'stock', { DBInstanceIdentifier: 'stock', IsClusterWriter: true }]))
  .add('cluster-2', cluster([{ DBInstanceIdentifier: 7, IsClusterWriter: true }]))
  .change('i-a', 'instance', { name: 'twin' })
  .change('i-b', 'instance', { name: 'twin' });
const lookup = buildLookup(builder.build());

function resolve(text: string, role: Role = 'destination'): string {
  const reply = resolveEndpoint(lookup, text, role);
  if (!reply.ok) return reply.problem.message;
  return reply.value.kind === 'interfaces' ? reply.value.interfaces.map((entry) => entry.id).join(' ') : reply.value.kind;
}

// The forms of ARNs: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
describe('an ARN', () => {
  test.each([
    ['arn:aws:ec2:us-east-1:111122223333:instance/i-a', 'eni-i-a'],
    ['arn:aws:ec2:us-east-1:111122223333:network-interface/eni-late', 'eni-late'],
    ['arn:aws-cn:ec2:cn-north-1:111122223333:subnet/subnet-a', 'eni-i-a eni-late eni-first eni-db-a eni-db-c'],
    ['arn:aws:rds:us-east-1:111122223333:db:orders', 'eni-db-a'],
    ['arn:aws:rds:eu-west-1:111122223333:db:orders', 'eni-db-b'],
    // Only one database has the name, so its Region does not decide.
    ['arn:aws:rds:ap-south-1:111122223333:db:stock', 'eni-db-c'],
  ])('%s is %s', (text, expected) => {
    expect(resolve(text)).toBe(expected);
  });

  test.each(['arn:aws:rds:ap-south-1:111122223333:db:orders', 'arn:aws:ec2:us-east-1:111122223333:instance/i-gone', 'arn:aws:rds:us-east-1:111122223333:cluster:orders'])('%s names nothing of the design', (text) => {
    expect(resolve(text)).toContain('Nothing in the design is called');
  });
});

test.each<[string, Role, string]>([
  ['twin', 'source', '2 resources are called "twin" (i-a, i-b). Write the id of the one you mean.'],
  // Both VPCs have the block, and one of them the address.
  ['10.0.1.10', 'source', 'eni-i-a'],
  ['10.0.1.99', 'source', '10.0.1.99 is in more than one VPC (vpc-a, vpc-b). Write vpc-a:10.0.1.99.'],
  ['10.0.1.99', 'destination', 'address'],
  ['vpc-b:10.0.1.20', 'source', 'eni-i-b'],
  ['vpc-a:10.0.1.20', 'source', 'host'],
  ['vpc-a:nowhere', 'source', '"nowhere" after vpc-a is not an IP address.'],
  // A machine that no file describes is met at its first interface.
  ['i-untold', 'source', 'eni-first'],
  ['i-nobody', 'source', 'Nothing in the design is called "i-nobody". Write a resource id, a name, an address, "internet" or onprem:GATEWAY:ADDRESS.'],
  // IPv6 blocks of a VPC are public and yet inside.
  ['2600:1f00:1:101::/64', 'destination', 'address'],
  ['2600:1f00:2::/64', 'destination', 'internet'],
  // An Aurora cluster's endpoint leads to its writer; without one that is known it is not understood.
  ['cluster-1', 'destination', 'eni-db-c'],
  ['cluster-2', 'destination', 'unmodelled'],
])('%s as %s is: %s', (text, role, expected) => {
  expect(resolve(text, role)).toBe(expected);
});

test('what is out there for a host leaves out the IPv6 blocks of its own VPC', () => {
  const host = resolveEndpoint(lookup, 'subnet-six', 'source');
  const far = resolveEndpoint(lookup, 'internet', 'destination');
  if (!host.ok || !far.ok || host.value.kind !== 'host') throw new Error('The ends are not what the test is about.');
  const own = 0x2600_1f00_0001_0101n << 64n;
  const holds = (end: typeof host.value | typeof far.value): boolean => outsideOf(end, 6).some(([first, last]) => BigInt(first) <= own && own < BigInt(last));
  expect([holds(host.value), holds(far.value)]).toEqual([false, true]);
});
