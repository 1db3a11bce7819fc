import { expect, test } from 'vitest';
import type { Design } from '../../../model/design.ts';
import { ask } from '../../../testing/ask.ts';
import { findResource, importFiles } from '../import-for-tests.ts';

const ARN = 'arn:aws:lambda:us-east-1:111122223333:function:resize-image';
const CACHE = 'arn:aws:elasticache:us-east-1:111122223333:cluster:sessions-001';
const serving = (id: string, address: string, more: Readonly<Record<string, unknown>>) => ({ NetworkInterfaceId: id, SubnetId: 'subnet-1', VpcId: 'vpc-1', InterfaceType: 'interface', Status: 'in-use', Groups: [{ GroupId: 'sg-1', GroupName: 'all' }], PrivateIpAddress: address, PrivateIpAddresses: [{ PrivateIpAddress: address, Primary: true }], ...more });
const anywhere = [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }];
const subnetGroup = { DBSubnetGroupName: 'group', VpcId: 'vpc-1', Subnets: [{ SubnetIdentifier: 'subnet-1' }] };
const db = (name: string, more: Readonly<Record<string, unknown>> = {}) => ({ DBInstanceIdentifier: name, Engine: 'aurora-postgresql', DBInstanceStatus: 'available', Endpoint: { Port: 5432 }, VpcSecurityGroups: [{ VpcSecurityGroupId: 'sg-1' }], DBSubnetGroup: subnetGroup, ...more });

const account = {
  Vpcs: [{ VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16', IsDefault: false }],
  Subnets: [{ SubnetId: 'subnet-1', VpcId: 'vpc-1', CidrBlock: '10.0.1.0/24', AvailabilityZone: 'us-east-1a' }],
  RouteTables: [{ RouteTableId: 'rtb-1', VpcId: 'vpc-1', Associations: [{ Main: true }], Routes: [] }],
  SecurityGroups: [{ GroupId: 'sg-1', GroupName: 'all', VpcId: 'vpc-1', IpPermissions: anywhere, IpPermissionsEgress: anywhere }],
  NetworkInterfaces: [
    serving('eni-fn', '10.0.1.10', { InterfaceType: 'lambda', Description: 'AWS Lambda VPC ENI-resize-image-3f2504e0-4f89-11d3-9a0c-0305e82c3301' }),
    serving('eni-cache', '10.0.1.11', { RequesterId: 'amazon-elasticache', Description: 'ElastiCache sessions-001' }),
    serving('eni-efs', '10.0.1.12', { InterfaceType: 'efs', Description: 'EFS mount target for fs-1 (fsmt-01)' }),
    serving('eni-app', '10.0.1.20', {}),
  ],
  Functions: [{ FunctionName: 'resize-image', FunctionArn: ARN, VpcConfig: { SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'], VpcId: 'vpc-1' }, Environment: { Variables: { TOKEN: 'secret' } } }],
  CacheClusters: [{ CacheClusterId: 'sessions-001', ARN: CACHE, Engine: 'redis' }],
  MountTargets: [{ MountTargetId: 'fsmt-01', NetworkInterfaceId: 'eni-efs', SubnetId: 'subnet-1' }],
  DBClusters: [{ DBClusterIdentifier: 'orders', DBClusterArn: 'arn:aws:rds:us-east-1:111122223333:cluster:orders', DBClusterMembers: [{ DBInstanceIdentifier: 'orders-2', IsClusterWriter: false }, { DBInstanceIdentifier: 'orders-1', IsClusterWriter: true }] }],
  DBInstances: [db('orders-1'), db('orders-2', { DBInstanceStatus: 'stopped' }), db('new', { Endpoint: undefined, DBInstanceStatus: 'creating' })],
};
const read = (more: Readonly<Record<string, unknown>> = {}): Design => importFiles([{ path: 'all.json', document: { ...account, ...more } }]).design;

test.each([
  ['eni-fn', ARN],
  ['eni-cache', CACHE],
  ['eni-efs', 'fsmt-01'],
])('%s is the interface of %s', (id, owner) => {
  expect(findResource(read(), id, 'network-interface').attachment?.resource).toBe(owner);
});

test.each([
  ['eni-app -> sessions-001 tcp 6379', ['reachable']],
  ['eni-app -> fsmt-01 tcp 2049', ['reachable']],
  ['resize-image -> sessions-001 tcp 6379', ['reachable']],
  ['eni-app -> resize-image tcp 443', ['blocked', 'request service eni-fn']],
  ['eni-app -> orders tcp 5432', ['reachable']],
  ['eni-app -> orders-2 tcp 5432', ['blocked', 'request instance-state orders-2']],
  ['eni-app -> new tcp 5432', ['blocked', 'request instance-state new']],
  ['eni-app -> arn:aws:rds:us-east-1:111122223333:db:orders-1 tcp 5432', ['reachable']],
  ['arn:aws:ec2:us-east-1:111122223333:network-interface/eni-app -> fsmt-01 tcp 2049', ['reachable']],
  ['eni-app -> arn:aws:rds:us-east-1:111122223333:db:nobody tcp 5432', ['error']],
])('what a service has interfaces for is asked by its name: %s', (words, expected) => {
  expect(ask(read(), words)).toEqual(expected);
});

test('the environment of a function is not taken over', () => {
  expect(JSON.stringify(read())).not.toContain('secret');
});

const endpoint = { VpcEndpointId: 'vpce-1', VpcEndpointType: 'Interface', VpcId: 'vpc-1', ServiceName: 'com.amazonaws.us-east-1.ssm', State: 'available', SubnetIds: ['subnet-1'], Groups: [{ GroupId: 'sg-1' }], NetworkInterfaceIds: [], PrivateDnsEnabled: true };
const instance = { InstanceId: 'i-1', State: { Name: 'running' }, VpcId: 'vpc-1', SubnetId: 'subnet-1', PublicDnsName: 'ec2-203-0-113-1.compute-1.amazonaws.com' };
const hostnames = (document: Readonly<Record<string, unknown>>, ...others: readonly unknown[]): boolean =>
  findResource(importFiles([{ path: 'all.json', document: { ...account, ...document } }, ...others.map((one, index) => ({ path: `${index}.json`, document: one }))]).design, 'vpc-1', 'vpc').enableDnsHostnames;

test('DNS hostnames that no file tells are on where an endpoint or an instance could not be as it is without', () => {
  expect(hostnames({})).toBe(false);
  expect(hostnames({ VpcEndpoints: [endpoint] })).toBe(true);
  expect(hostnames({ VpcEndpoints: [{ ...endpoint, PrivateDnsEnabled: false }] })).toBe(false);
  expect(hostnames({ Reservations: [{ ReservationId: 'r-1', Instances: [instance] }] })).toBe(true);
  expect(hostnames({ VpcEndpoints: [endpoint] }, { VpcId: 'vpc-1', EnableDnsHostnames: { Value: false } })).toBe(false);
});
