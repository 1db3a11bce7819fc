import { DESIGN_VERSION, type Design } from '../model/design.ts';
import { parseDesign } from '../model/parse-design.ts';

/** Resources as a file has them: plain objects by id. */
export type PlainResources = Record<string, Record<string, unknown>>;

/** A design from plain resources; throws when the model refuses them, since a test then tests nothing. */
export function makeDesign(resources: PlainResources, layout: Design['layout'] = {}): Design {
  const reply = parseDesign({ version: DESIGN_VERSION, name: 'test', resources, layout });
  if (!reply.ok) throw new Error(reply.problem.message);
  return reply.value;
}

export const region = (more: object = {}): Record<string, unknown> => ({ kind: 'region', name: 'N. Virginia', code: 'us-east-1', ...more });

export const vpc = (more: object = {}): Record<string, unknown> => ({
  kind: 'vpc',
  name: 'app',
  region: 'region-1',
  cidr: '10.0.0.0/16',
  secondaryCidrs: {},
  ipv6Cidrs: {},
  availabilityZones: [],
  enableDnsSupport: true,
  enableDnsHostnames: true,
  ...more,
});

export const subnet = (name: string, cidr: string, more: object = {}): Record<string, unknown> => ({
  kind: 'subnet',
  name,
  vpc: 'vpc-1',
  availabilityZone: 'us-east-1a',
  cidr,
  autoAssignPublicIp: false,
  ...more,
});

export const instance = (name: string, more: object = {}): Record<string, unknown> => ({
  kind: 'instance',
  name,
  operatingSystem: 'amazon-linux-2023',
  instanceType: 't3.small',
  state: 'running',
  ...more,
});

interface InterfaceWords {
  readonly subnet: string;
  readonly address?: string;
  readonly public?: string;
  readonly of?: string;
  readonly device?: number;
  readonly role?: 'primary' | 'standby';
  readonly groups?: readonly string[];
  readonly owner?: string;
}

export function networkInterface(words: InterfaceWords): Record<string, unknown> {
  const publicAddress = words.public === undefined ? {} : { public: { address: words.public, type: 'auto-assigned' } };
  const attachment = { resource: words.of, deviceIndex: words.device ?? 0, ...(words.role ? { role: words.role } : {}) };
  return {
    kind: 'network-interface',
    name: '',
    subnet: words.subnet,
    ...(words.of === undefined ? {} : { attachment }),
    ...(words.owner === undefined ? {} : { owner: words.owner }),
    addresses: words.address === undefined ? {} : { a: { address: words.address, primary: true, ...publicAddress } },
    ipv6Addresses: {},
    securityGroups: words.groups ?? [],
    sourceDestinationCheck: true,
  };
}

export const securityGroup = (name: string): Record<string, unknown> => ({ kind: 'security-group', name, vpc: 'vpc-1', inbound: {}, outbound: {} });

const dbInstance = (name: string, more: object = {}): Record<string, unknown> => ({
  kind: 'db-instance',
  name,
  engine: 'mysql',
  port: 3306,
  multiAz: true,
  publiclyAccessible: false,
  securityGroups: ['sg-db'],
  state: 'available',
  ...more,
});

const natGateway = (name: string, subnetId: string, addresses: readonly [string, string]): Record<string, unknown> => ({
  kind: 'nat-gateway',
  name,
  connectivity: 'public',
  availability: 'zonal',
  subnet: subnetId,
  state: 'available',
  addresses: { a: { privateAddress: addresses[0], publicAddress: addresses[1], primary: true } },
});

const routeTable = (name: string, routes: Record<string, unknown>): Record<string, unknown> => ({
  kind: 'route-table',
  name,
  vpc: 'vpc-1',
  routes,
  propagatingGateways: [],
});

function threeTierNetwork(): PlainResources {
  const zoneB = { availabilityZone: 'us-east-1b' };
  return {
    'region-1': region(),
    'vpc-1': vpc({ availabilityZones: ['us-east-1a', 'us-east-1b'], mainRouteTable: 'rtb-main' }),
    'rtb-main': routeTable('rtb-main', {}),
    'rtb-public': routeTable('rtb-public', { r: { destination: '0.0.0.0/0', target: 'igw-1', origin: 'static' } }),
    'subnet-public-a': subnet('public-a', '10.0.0.0/23', { routeTable: 'rtb-public' }),
    'subnet-public-b': subnet('public-b', '10.0.2.0/23', { routeTable: 'rtb-public', ...zoneB }),
    'subnet-app-a': subnet('app-a', '10.0.16.0/21'),
    'subnet-app-b': subnet('app-b', '10.0.24.0/21', zoneB),
    'subnet-db-a': subnet('db-a', '10.0.32.0/24'),
    'subnet-db-b': subnet('db-b', '10.0.33.0/24', zoneB),
    'dbsg-1': { kind: 'db-subnet-group', name: 'orders', vpc: 'vpc-1', subnets: ['subnet-db-a', 'subnet-db-b'] },
    'igw-1': { kind: 'internet-gateway', name: 'igw-app', region: 'region-1', vpc: 'vpc-1' },
    'vgw-1': { kind: 'virtual-private-gateway', name: 'vgw-office', region: 'region-1', vpc: 'vpc-1' },
    'cgw-1': { kind: 'customer-gateway', name: 'cgw-office', region: 'region-1', address: '203.0.113.12', onPremises: 'office' },
    'vpn-1': {
      kind: 'vpn-connection',
      name: 'vpn-1',
      customerGateway: 'cgw-1',
      gateway: 'vgw-1',
      routing: 'static',
      staticRoutes: {},
      tunnels: {},
      state: 'available',
    },
    office: { kind: 'on-premises-network', name: 'office', cidrs: { a: { cidr: '192.168.0.0/16' } } },
    internet: { kind: 'internet', name: 'Internet' },
    'nat-a': natGateway('nat-a', 'subnet-public-a', ['10.0.0.20', '52.7.19.44']),
    'nat-b': natGateway('nat-b', 'subnet-public-b', ['10.0.2.20', '52.7.19.81']),
  };
}

function threeTierServers(): PlainResources {
  const resources: PlainResources = { 'sg-web': securityGroup('web-sg'), 'sg-app': securityGroup('app-sg'), 'sg-db': securityGroup('db-sg') };
  const put = (name: string, words: InterfaceWords, more: object = {}): void => {
    resources[`i-${name}`] = instance(name, more);
    resources[`eni-${name}`] = networkInterface({ ...words, of: `i-${name}` });
  };
  put('web-1', { subnet: 'subnet-public-a', address: '10.0.0.10', public: '54.210.8.17', groups: ['sg-web'] });
  put('web-2', { subnet: 'subnet-public-b', address: '10.0.2.10', groups: ['sg-web'] });
  for (const [name, zone, address] of [
    ['app-1', 'a', '10.0.16.11'],
    ['app-2', 'a', '10.0.16.12'],
    ['app-3', 'b', '10.0.24.11'],
    ['app-4', 'b', '10.0.24.12'],
  ] as const) {
    put(name, { subnet: `subnet-app-${zone}`, address, groups: ['sg-app'] }, { instanceType: 'm6i.large' });
  }
  resources['db-orders'] = dbInstance('orders', { subnetGroup: 'dbsg-1', availabilityZone: 'us-east-1a' });
  resources['eni-db-a'] = networkInterface({ subnet: 'subnet-db-a', address: '10.0.32.9', of: 'db-orders', role: 'primary', groups: ['sg-db'] });
  resources['eni-db-b'] = networkInterface({ subnet: 'subnet-db-b', address: '10.0.33.9', of: 'db-orders', role: 'standby', groups: ['sg-db'] });
  return resources;
}

/** Two zones with public, application and database subnets, an office behind a VPN, and the internet. */
export const threeTierResources = (): PlainResources => ({ ...threeTierNetwork(), ...threeTierServers() });
export const threeTier = (layout: Design['layout'] = {}): Design => makeDesign(threeTierResources(), layout);
