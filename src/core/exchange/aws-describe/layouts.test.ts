import { describe, expect, test } from 'vitest';
import { exampleAccount, toFiles, type Account } from './example-account.ts';
import { findResource, importFiles, sentencesOf } from './import-for-tests.ts';
import type { DescribeFile } from './read-aws-describe.ts';
import { readAwsDescribe } from './read-aws-describe.ts';
import { readSource } from './source.ts';

const regionsOf = (files: readonly DescribeFile[]): (readonly [string, string | undefined])[] =>
  Object.values(importFiles(files).design.resources).flatMap((resource) => (resource.kind === 'region' ? [[resource.code, resource.account] as const] : []));

describe('what a path says', () => {
  test.each([
    ['Vpcs.json', '', undefined, undefined],
    ['eu-west-1/Vpcs.json', 'eu-west-1', 'eu-west-1', undefined],
    ['accounts/111122223333/us-east-1/Vpcs.json', 'accounts/111122223333/us-east-1', 'us-east-1', '111122223333'],
    ['snap\\accounts\\prod\\ap-southeast-2\\Vpcs.json', 'snap/accounts/prod/ap-southeast-2', 'ap-southeast-2', 'prod'],
    ['/tmp/111122223333/vpcs.json', 'tmp/111122223333', undefined, '111122223333'],
    ['dump/vpcs-us-gov-west-1.json', 'dump', 'us-gov-west-1', undefined],
    ['ec2-describe-vpcs.cn-northwest-1.json', '', 'cn-northwest-1', undefined],
    ['EU-CENTRAL-1_vpcs.json', '', 'eu-central-1', undefined],
    ['ec2-describe-network-interfaces.json', '', undefined, undefined],
    ['eu-west-1/copy-of-us-east-1.json', 'eu-west-1', 'us-east-1', undefined],
    ['eusc-de-east-1/Vpcs.json', 'eusc-de-east-1', 'eusc-de-east-1', undefined],
  ])('%s', (path, folder, region, account) => {
    expect(readSource(path)).toEqual({ path, folder, region, account });
  });
});

describe('where a snapshot is from', () => {
  const withoutZones = Object.fromEntries(Object.entries(exampleAccount).filter(([key]) => key !== 'AvailabilityZones' && key !== 'VpcBlockPublicAccessOptions'));
  const onlyVpc: Account = { Vpcs: [{ VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16' }] };
  test.each<[string, readonly DescribeFile[], string]>([
    ['a folder named after the Region', toFiles(onlyVpc, 'us-east-2'), 'us-east-2'],
    ['a file named after the Region', [{ path: 'vpcs-us-east-2.json', document: onlyVpc }], 'us-east-2'],
    ['zones of subnets', toFiles(withoutZones, 'shop'), 'eu-west-1'],
    ['the list of zones', toFiles({ ...onlyVpc, AvailabilityZones: [{ ZoneName: 'ca-central-1a', RegionName: 'ca-central-1' }] }, ''), 'ca-central-1'],
    ['a Local Zone', toFiles({ ...onlyVpc, Subnets: [{ SubnetId: 'subnet-1', VpcId: 'vpc-1', AvailabilityZone: 'us-west-2-lax-1a', CidrBlock: '10.0.0.0/24' }] }, ''), 'us-west-2'],
    ['an ARN', toFiles({ ...onlyVpc, TransitGateways: [{ TransitGatewayId: 'tgw-1', TransitGatewayArn: 'arn:aws:ec2:sa-east-1:111122223333:transit-gateway/tgw-1' }] }, ''), 'sa-east-1'],
    ['a key named after the Region', [{ path: 'all.json', document: { 'eu-north-1': onlyVpc } }], 'eu-north-1'],
  ])('%s', (_, files, code) => {
    expect(regionsOf(files).map(([found]) => found)).toEqual([code]);
  });

  test('nowhere: the Region is unknown, and the report says what to do', () => {
    const { design, report } = importFiles(toFiles(onlyVpc, ''));
    expect(findResource(design, 'vpc-1', 'vpc').region).toBe('region-unknown-region');
    expect(sentencesOf(report, 'skipped')).toEqual(['The files do not say which Region they are from; put them into a folder named after it, such as us-east-1.']);
  });

  test('VPCs of two Regions in one flat file are told apart by their subnets', () => {
    const document = {
      Vpcs: [{ VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16' }, { VpcId: 'vpc-2', CidrBlock: '10.1.0.0/16' }],
      Subnets: [
        { SubnetId: 'subnet-1', VpcId: 'vpc-1', AvailabilityZone: 'us-east-1a', CidrBlock: '10.0.0.0/24' },
        { SubnetId: 'subnet-2', VpcId: 'vpc-2', AvailabilityZone: 'eu-west-1a', CidrBlock: '10.1.0.0/24' },
      ],
    };
    const { design } = importFiles([{ path: 'all.json', document }]);
    expect(['vpc-1', 'vpc-2'].map((id) => findResource(design, id, 'vpc').region)).toEqual(['region-us-east-1', 'region-eu-west-1']);
  });
});

describe('several accounts', () => {
  const vpc = (id: string, owner: string): Account => ({ Vpcs: [{ VpcId: id, CidrBlock: '10.0.0.0/16', OwnerId: owner }] });

  test('each account has Regions of its own', () => {
    const files = [...toFiles(vpc('vpc-1', '111122223333'), 'accounts/111122223333/us-east-1'), ...toFiles(vpc('vpc-2', '444455556666'), 'accounts/444455556666/us-east-1')];
    expect(regionsOf(files)).toEqual([
      ['us-east-1', '111122223333'],
      ['us-east-1', '444455556666'],
    ]);
    const { design } = importFiles(files);
    expect(findResource(design, 'vpc-1', 'vpc').region).not.toBe(findResource(design, 'vpc-2', 'vpc').region);
  });

  test('a VPC that both see is one, and stands in the account that owns it', () => {
    const shared = { VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16', OwnerId: '444455556666' };
    const { design, report } = importFiles([
      ...toFiles({ Vpcs: [shared] }, 'accounts/111122223333/us-east-1'),
      ...toFiles({ Vpcs: [{ ...shared, Tags: [{ Key: 'Name', Value: 'shared' }] }] }, 'accounts/444455556666/us-east-1'),
    ]);
    expect(findResource(design, 'vpc-1', 'vpc')).toMatchObject({ name: 'shared', account: '444455556666' });
    expect(Object.values(design.resources).filter(({ kind }) => kind === 'vpc')).toHaveLength(1);
    expect(sentencesOf(report, 'skipped')).toEqual([]);
  });

  test('the account comes from the owner, or else from the folder', () => {
    const { design } = importFiles(toFiles({ ...vpc('vpc-1', '444455556666'), Subnets: [{ SubnetId: 'subnet-1', VpcId: 'vpc-1', CidrBlock: '10.0.0.0/24' }] }, 'accounts/111122223333/us-east-1'));
    expect(findResource(design, 'vpc-1', 'vpc').account).toBe('444455556666');
    expect(findResource(design, 'subnet-1', 'subnet').account).toBe('111122223333');
  });

  test('DB instances and subnet groups of one name in two Regions are two', () => {
    const database = (region: string, vpcId: string): Account => ({
      Vpcs: [{ VpcId: vpcId, CidrBlock: '10.0.0.0/16' }],
      DBInstances: [{ DBInstanceIdentifier: 'main', DBInstanceArn: `arn:aws:rds:${region}:111122223333:db:main`, Engine: 'postgres', DBSubnetGroup: { DBSubnetGroupName: 'default', VpcId: vpcId, Subnets: [] } }],
    });
    const { design } = importFiles([...toFiles(database('us-east-1', 'vpc-1'), 'us-east-1'), ...toFiles(database('us-west-2', 'vpc-2'), 'us-west-2')]);
    expect(findResource(design, 'main', 'db-instance')).toMatchObject({ port: 5432, subnetGroup: 'db-subnet-group-default' });
    expect(findResource(design, 'arn:aws:rds:us-west-2:111122223333:db:main', 'db-instance').subnetGroup).toBe('db-subnet-group-default-vpc-2');
  });
});

describe('the same design whatever the files', () => {
  const whole = importFiles(toFiles(exampleAccount));

  test('in one merged document', () => {
    expect(importFiles([{ path: 'shop/eu-west-1/all.json', document: exampleAccount }]).design).toEqual(whole.design);
  });

  test('in a list of documents', () => {
    const documents = toFiles(exampleAccount).map(({ document }) => document);
    expect(importFiles([{ path: 'shop/eu-west-1/all.json', document: documents }]).design).toEqual(whole.design);
  });

  test('gathered by call', () => {
    const document = { 'describe-all': exampleAccount };
    expect(importFiles([{ path: 'shop/eu-west-1/all.json', document }]).design).toEqual(whole.design);
  });

  test.each<[string, unknown]>([
    ['under the names of the lists', Object.fromEntries(Object.entries(exampleAccount).map(([key, list]) => [key, { [key]: list }]))],
    ['by account, Region and call', { '111122223333': { 'eu-west-1': { 'describe-all': exampleAccount } } }],
    ['by account and Region', { '111122223333': { 'eu-west-1': exampleAccount } }],
  ])('in one document %s', (_, document) => {
    const { design, report } = importFiles([{ path: 'shop/eu-west-1/all.json', document }]);
    expect(Object.keys(design.resources).sort()).toEqual(Object.keys(whole.design.resources).sort());
    expect(sentencesOf(report, 'skipped')).toEqual(sentencesOf(whole.report, 'skipped'));
  });

  test('in another order and under other names', () => {
    const renamed = toFiles(exampleAccount).map(({ document }, index) => ({ path: `shop/eu-west-1/${99 - index}.txt`, document }));
    const { design } = importFiles(renamed.reverse());
    expect(Object.keys(design.resources).sort()).toEqual(Object.keys(whole.design.resources).sort());
    expect(importFiles(renamed).design).toEqual(design);
  });

  test('with every file twice', () => {
    const twice = [...toFiles(exampleAccount), ...toFiles(exampleAccount, 'shop/eu-west-1/again')];
    const { design, report } = importFiles(twice);
    expect(design.resources).toEqual(whole.design.resources);
    expect(sentencesOf(report, 'skipped')).toEqual([]);
  });

  test('split over pages', () => {
    const { Subnets, ...rest } = exampleAccount;
    const pages = (Array.isArray(Subnets) ? Subnets : []).map((subnet: unknown, index) => ({ path: `shop/eu-west-1/Subnets-page${index}.json`, document: { Subnets: [subnet] } }));
    expect(importFiles([...toFiles(rest), ...pages]).design.resources).toEqual(whole.design.resources);
  });
});

test('contradicting files are said, and the first one counts', () => {
  const { design, report } = importFiles([
    { path: 'a/us-east-1/Subnets.json', document: { Subnets: [{ SubnetId: 'subnet-1', VpcId: 'vpc-1', CidrBlock: '10.0.0.0/24' }] } },
    { path: 'b/us-east-1/Subnets.json', document: { Subnets: [{ SubnetId: 'subnet-1', VpcId: 'vpc-1', CidrBlock: '10.0.1.0/24', AvailabilityZone: 'us-east-1a' }] } },
  ]);
  expect(findResource(design, 'subnet-1', 'subnet')).toMatchObject({ cidr: '10.0.0.0/24', availabilityZone: 'us-east-1a' });
  expect(sentencesOf(report, 'skipped')).toEqual(['subnet-1 is in a/us-east-1/Subnets.json and in b/us-east-1/Subnets.json with different CidrBlock; a/us-east-1/Subnets.json was used.']);
});

test('no file is a sentence', () => {
  expect(readAwsDescribe([])).toEqual({ ok: false, problem: { message: 'There is no file to import; choose what "aws ec2 describe-…" printed.' } });
});

const VPC = { VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16', State: 'available', CidrBlockAssociationSet: [], Tags: [{ Key: 'Name', Value: 'shop' }] };
const INSTANCE = { InstanceId: 'i-1', InstanceType: 't3.micro', State: { Name: 'running' }, VpcId: 'vpc-1', NetworkInterfaces: [] };

test.each<[string, unknown, string]>([
  ['Vpcs', [VPC], 'vpc-1'],
  ['Vpcs[0]', VPC, 'vpc-1'],
  ['Reservations[].Instances[]', [INSTANCE], 'i-1'],
  ['Reservations[*].Instances[*]', [[INSTANCE]], 'i-1'],
])('what --query %s prints is known by its fields', (_, document, id) => {
  const { design, report } = importFiles([{ path: 'a.json', document }]);
  expect(Object.keys(design.resources)).toContain(id);
  expect(report.lines.filter(({ outcome, type }) => outcome === 'skipped' && type !== 'Regions')).toEqual([]);
});

test('a page of which the last one is there too is nothing to say', () => {
  const pages = [{ path: 'a/1.json', document: { Vpcs: [VPC], NextToken: 'x' } }];
  const lines = (files: Parameters<typeof importFiles>[0]) => importFiles(files).report.lines.filter(({ type }) => type === 'NextToken');
  expect(lines(pages)).toHaveLength(1);
  expect(lines([...pages, { path: 'a/2.json', document: { Vpcs: [] } }])).toEqual([]);
  expect(lines([...pages, { path: 'b/2.json', document: { Vpcs: [] } }])).toHaveLength(1);
});
