import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseDesign, parseDesignText } from '../../model/parse-design.ts';
import { writeDesign } from '../../model/write-design.ts';
import { readFiles } from '../read-files.ts';
import { findResource, type Imported } from './import-for-tests.ts';

const SAMPLES = fileURLToPath(new URL('../../../../../shared/samples/aws-describe/', import.meta.url));
const isThere = existsSync(SAMPLES);
const why = isThere ? '' : ' (skipped: the samples are not beside this project)';

const listFiles = (folder: string): string[] =>
  readdirSync(join(SAMPLES, folder)).flatMap((name) => {
    const path = `${folder}/${name}`;
    return statSync(join(SAMPLES, path)).isDirectory() ? listFiles(path) : [path];
  });

interface Sample extends Imported {
  /** The records of all files by top-level key; instances stand under `Instances`. */
  readonly records: ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>;
}

type Documents = readonly Readonly<Record<string, unknown>>[];

function readSample(folder: string): Sample {
  const files = listFiles(folder).map((path) => ({ path, content: readFileSync(join(SAMPLES, path), 'utf8') }));
  const read = readFiles(files);
  if (!read.ok || !read.value.importReport) throw new Error(read.ok ? 'no report' : read.problem.message);
  const records = new Map<string, Documents>();
  for (const { content } of files) {
    for (const [key, value] of Object.entries(JSON.parse(content) as Record<string, unknown>)) {
      if (!Array.isArray(value)) continue;
      const list = key === 'Reservations' ? (value as { Instances: Documents }[]).flatMap(({ Instances }) => Instances) : (value as Documents);
      const name = key === 'Reservations' ? 'Instances' : key;
      records.set(name, [...(records.get(name) ?? []), ...list]);
    }
  }
  return { design: read.value.design, report: read.value.importReport, records };
}

const countKinds = ({ design }: Imported): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { kind } of Object.values(design.resources)) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
};

/** Counted by hand in the files. */
const EXPECTED: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'hybrid-cloud-aws': {
    region: 1,
    vpc: 4,
    subnet: 10,
    'route-table': 5,
    'network-acl': 4,
    'security-group': 11,
    'internet-gateway': 3,
    'virtual-private-gateway': 1,
    'customer-gateway': 1,
    'on-premises-network': 1,
    'vpn-connection': 1,
    'network-interface': 9,
    instance: 4,
    'elastic-ip': 1,
    'db-subnet-group': 1,
    'db-instance': 1,
    internet: 1,
    'prefix-list': 2,
    unmodelled: 2,
  },
  'test-vpc-peering-multi-account': { region: 2, vpc: 2, subnet: 2, 'route-table': 4, 'security-group': 4, 'network-interface': 2, instance: 3, 'vpc-peering-connection': 3 },
  'test-transit-gateway-multi-table': {
    region: 1,
    vpc: 2,
    subnet: 3,
    'route-table': 2,
    'network-acl': 2,
    'security-group': 5,
    'internet-gateway': 1,
    'virtual-private-gateway': 1,
    'customer-gateway': 1,
    'on-premises-network': 1,
    'network-interface': 5,
    instance: 3,
    internet: 1,
    'transit-gateway': 1,
    'transit-gateway-attachment': 2,
    'transit-gateway-route-table': 2,
  },
  'cloudmapper-demo': { region: 1, vpc: 1, subnet: 4, 'security-group': 8, 'network-interface': 4, instance: 3, 'db-subnet-group': 1, 'db-instance': 1, 'load-balancer': 2, 'vpc-endpoint': 2 },
};

/** The field that holds the id of the records of a key. */
const ID_FIELDS: Readonly<Record<string, string>> = {
  Vpcs: 'VpcId',
  Subnets: 'SubnetId',
  RouteTables: 'RouteTableId',
  NetworkAcls: 'NetworkAclId',
  SecurityGroups: 'GroupId',
  InternetGateways: 'InternetGatewayId',
  NatGateways: 'NatGatewayId',
  VpnGateways: 'VpnGatewayId',
  CustomerGateways: 'CustomerGatewayId',
  VpnConnections: 'VpnConnectionId',
  NetworkInterfaces: 'NetworkInterfaceId',
  Instances: 'InstanceId',
  Addresses: 'AllocationId',
  DBInstances: 'DBInstanceIdentifier',
  VpcPeeringConnections: 'VpcPeeringConnectionId',
  VpcEndpoints: 'VpcEndpointId',
  TransitGateways: 'TransitGatewayId',
  TransitGatewayAttachments: 'TransitGatewayAttachmentId',
  TransitGatewayVpcAttachments: 'TransitGatewayAttachmentId',
  TransitGatewayRouteTables: 'TransitGatewayRouteTableId',
  TransitGatewayPropagations: 'TransitGatewayRouteTableId',
  TransitGatewayStaticRoutes: 'TransitGatewayRouteTableId',
  PrefixLists: 'PrefixListId',
  DomainStatusList: 'ARN',
  LoadBalancers: 'LoadBalancerArn',
  LoadBalancerDescriptions: 'LoadBalancerName',
  DhcpOptions: 'DhcpOptionsId',
};
/** Keys whose records are no things; those the report names as not read are found by the test itself. */
const NO_THINGS = ['AvailabilityZones', 'Tags', 'Attributes', 'LoadBalancerAttributes'];

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

test.skipIf(!isThere)(`the samples hold what is expected of them${why}`, () => {
  expect(readdirSync(SAMPLES)).toEqual(expect.arrayContaining(Object.keys(EXPECTED)));
});

// The body of a skipped suite is run all the same, so without the samples there is none.
describe.each(isThere ? Object.keys(EXPECTED) : [])('the sample %s', (folder) => {
  const sample = readSample(folder);
  const { design, report, records } = sample;
  const allocations = Object.values(design.resources).flatMap((one) =>
    one.kind === 'network-interface' || one.kind === 'nat-gateway' ? JSON.stringify(one.addresses).match(/eipalloc-[0-9a-f]+/g) ?? [] : [],
  );
  const said = report.lines.map(({ sentence }) => sentence).join('\n');

  test('has so many things of each kind', () => {
    expect(countKinds(sample)).toEqual(EXPECTED[folder]);
  });

  test('loses no thing: each is a resource or in the report', () => {
    const lost = [...records].flatMap(([key, list]) => {
      const field = ID_FIELDS[key];
      if (NO_THINGS.includes(key) || said.includes(`"${key}"`)) return [];
      if (field === undefined) return [`${key} is not expected here`];
      const ids = list.map((record) => asText(record[field]));
      return ids.filter((id) => !(id in design.resources) && !allocations.includes(id) && !said.includes(id));
    });
    expect(lost).toEqual([]);
  });

  test('loses no route, no rule and no group of an interface', () => {
    for (const table of records.get('RouteTables') ?? []) {
      const routes = (table['Routes'] as Readonly<Record<string, string>>[]).filter((route) => route['GatewayId'] !== 'local');
      const wanted = routes.map((route) => route['NatGatewayId'] ?? route['VpcPeeringConnectionId'] ?? route['TransitGatewayId'] ?? route['NetworkInterfaceId'] ?? route['GatewayId']);
      const read = findResource(design, asText(table['RouteTableId']), 'route-table');
      expect(Object.values(read.routes).map(({ target }) => target)).toEqual(wanted);
    }
    for (const group of records.get('SecurityGroups') ?? []) {
      const permissions = group['IpPermissions'] as Readonly<Record<string, readonly unknown[]>>[];
      const peers = permissions.flatMap((one) => [one['IpRanges'], one['Ipv6Ranges'], one['PrefixListIds'], one['UserIdGroupPairs']].flatMap((list) => list ?? []));
      expect(Object.keys(findResource(design, asText(group['GroupId']), 'security-group').inbound)).toHaveLength(peers.length);
    }
    for (const one of records.get('NetworkInterfaces') ?? []) {
      const groups = (one['Groups'] as { GroupId: string }[]).map(({ GroupId }) => GroupId);
      expect(findResource(design, asText(one['NetworkInterfaceId']), 'network-interface').securityGroups).toEqual(groups);
    }
  });

  test('is a design that is written and read without a change', () => {
    expect(parseDesign(design)).toEqual({ ok: true, value: design });
    expect(parseDesignText(writeDesign(design))).toEqual({ ok: true, value: design });
  });
});

describe.runIf(isThere)(`what the samples are known for${why}`, () => {
  test('a group and a NAT gateway that are nowhere, and a database without an interface', () => {
    const { design, report } = readSample('hybrid-cloud-aws');
    const broken = report.lines.filter(({ outcome }) => outcome === 'broken-reference').map(({ sentence }) => sentence);
    expect(broken).toEqual(['rtb-f28e418b names nat-055c00735cace0ec4, which is in no file.', 'sg-55510831 names sg-cf3f86b3, which is in no file.']);
    expect(Object.values(findResource(design, 'rtb-f28e418b', 'route-table').routes)).toEqual([{ destination: '0.0.0.0/0', target: 'nat-055c00735cace0ec4', origin: 'static', state: 'blackhole' }]);
    expect(Object.values(design.resources).some((one) => one.kind === 'network-interface' && one.attachment?.resource === 'test-rds')).toBe(false);
    expect(Object.values(findResource(design, 'onprem-cgw-fb76ace5', 'on-premises-network').cidrs).map(({ cidr }) => cidr)).toEqual(['10.1.1.0/24', '10.1.2.0/24', '10.1.3.0/24', '10.1.4.0/24']);
    expect(JSON.stringify(design)).not.toContain('pre_shared_key');
    expect(report.missing).toEqual([]);
  });

  test('two accounts, a terminated instance, and missing answers', () => {
    const { design, report } = readSample('test-vpc-peering-multi-account');
    expect(report.missing).toEqual(['internet-gateways', 'network-acls']);
    expect(findResource(design, 'i-022b9fb2c0a0c72c1', 'instance').state).toBe('terminated');
    expect(['vpc-0f44fae3468d2b998', 'vpc-05951c91977125d2e'].map((id) => findResource(design, id, 'vpc').account)).toEqual(['028403472736', '951601349076']);
    expect(findResource(design, 'pcx-0040f7640e10191f4', 'vpc-peering-connection')).toMatchObject({
      name: 'pcx-bat-fish-r',
      state: 'active',
      requester: { vpc: 'vpc-0f44fae3468d2b998', account: '028403472736', region: 'us-east-1', cidrs: ['10.1.0.0/16'], dnsResolution: false },
      accepter: { vpc: 'vpc-05951c91977125d2e', account: '951601349076', region: 'us-east-1', cidrs: ['10.2.0.0/16'], dnsResolution: false },
    });
    expect(findResource(design, 'eni-0664ca29e3153724d', 'network-interface').addresses).toEqual({ 'address-1': { address: '10.1.1.100', primary: true, public: { address: '52.90.112.181', type: 'auto-assigned' } } });
  });

  test('an Elastic IP, a detached gateway and the parts of a transit gateway', () => {
    const { design } = readSample('test-transit-gateway-multi-table');
    expect(findResource(design, 'vgw-045e114c413727463', 'virtual-private-gateway').vpc).toBeUndefined();
    expect(Object.values(findResource(design, 'eni-0024c0af5aa1387e5', 'network-interface').addresses)).toEqual([
      { address: '192.168.1.106', primary: true, public: { address: '3.136.41.161', type: 'elastic', allocation: 'eipalloc-0ac2b9a9f59d2cc2f' } },
    ]);
    expect(findResource(design, 'eni-00f08ecf4f651037c', 'network-interface')).toMatchObject({ owner: 'transit_gateway', attachment: { resource: 'tgw-attach-07f5ec59e9f540021' } });
    expect(findResource(design, 'tgw-rtb-096a7119299ab1c42', 'transit-gateway-route-table')).toMatchObject({ name: 'rt B', propagations: ['tgw-attach-07f5ec59e9f540021'], routes: {} });
    expect(findResource(design, 'tgw-rtb-096a7119299ab1c42', 'transit-gateway-route-table').routesKnown).toBeUndefined();
    expect(findResource(design, 'tgw-attach-0ae2696617bb06fb4', 'transit-gateway-attachment')).toMatchObject({ routeTable: 'tgw-rtb-096a7119299ab1c42', subnets: ['subnet-0ebf6378a79a3e534'] });
  });

  test('instances that share one anonymous interface', () => {
    const { design } = readSample('cloudmapper-demo');
    const own = Object.values(design.resources).flatMap((one) => (one.kind === 'network-interface' && one.attachment ? [one.attachment.resource] : []));
    expect(own.sort()).toEqual(['i-00000000000000000', 'i-00000000000000001', 'i-00000000000000002']);
    expect(findResource(design, 'eni-00000001', 'network-interface').owner).toBe('ecs');
  });
});
