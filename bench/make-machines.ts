import type { ResourceId } from '@core/model/ids.ts';
import type { Instance, NetworkInterface } from '@core/model/resources/index.ts';
import { rows, type Collector } from './collector.ts';
import type { Network, Tier } from './make-network.ts';

/** A DB subnet group, a DB instance and its two interfaces. */
const DATABASE_SIZE = 4;
const MACHINE_SIZE = 2;
/** The first that AWS hands out are its own, and a NAT gateway holds the fifth. */
const FIRST_HOST = 10;
const BYTE = 256;

/** Address of the host with this number in the subnet of a tier and zone; a /20 holds them all. */
function addressOf(network: Network, tier: Tier, host: number): string {
  const zone = host % network.zones.length;
  const inSubnet = FIRST_HOST + Math.floor(host / network.zones.length);
  const third = { web: 0, app: 64, db: 128 }[tier] + zone * 16 + Math.floor(inSubnet / BYTE);
  return `10.${network.number}.${third}.${inSubnet % BYTE}`;
}

interface Holder {
  readonly id: ResourceId;
  readonly tier: Tier;
  readonly host: number;
  readonly isPublic?: boolean;
  readonly role?: 'primary' | 'standby';
}

function addInterface(collector: Collector, network: Network, { id, tier, host, isPublic = false, role }: Holder): void {
  const subnets = network.subnets[tier];
  const subnet = subnets[host % subnets.length];
  if (subnet === undefined) throw new RangeError(`The tier ${tier} has no subnet.`);
  const translated = isPublic ? { public: { address: `18.${network.number}.${1 + Math.floor(host / BYTE)}.${host % BYTE}`, type: 'auto-assigned' as const } } : {};
  const value: NetworkInterface = {
    kind: 'network-interface',
    name: '',
    subnet,
    attachment: { resource: id, deviceIndex: 0, ...(role !== undefined && { role }) },
    addresses: rows('address', [{ address: addressOf(network, tier, host), primary: true, ...translated }]),
    ipv6Addresses: {},
    securityGroups: [network.groups[tier]],
    sourceDestinationCheck: true,
  };
  collector.add('eni', value);
}

function addDatabase(collector: Collector, network: Network): void {
  const subnetGroup = collector.add('dbsubnetgroup', { kind: 'db-subnet-group', name: `vpc-${network.number + 1}-db`, vpc: network.vpc, subnets: [...network.subnets.db] });
  const id = collector.add('db', {
    kind: 'db-instance',
    name: `vpc-${network.number + 1}-orders`,
    engine: 'mysql',
    instanceClass: 'db.m6g.large',
    port: 3306,
    subnetGroup,
    multiAz: true,
    publiclyAccessible: false,
    securityGroups: [network.groups.db],
    state: 'available',
  });
  addInterface(collector, network, { id, tier: 'db', host: 0, role: 'primary' });
  addInterface(collector, network, { id, tier: 'db', host: 1, role: 'standby' });
}

function makeInstance(network: Network, tier: Tier, host: number): Instance {
  const port = tier === 'web' ? 443 : 8080;
  return {
    kind: 'instance',
    name: `vpc-${network.number + 1}-${tier}-${host + 1}`,
    operatingSystem: 'amazon-linux-2023',
    instanceType: 't3.small',
    state: 'running',
    services: rows('service', [{ name: tier, protocol: 'tcp', port, scheme: tier === 'web' ? ('https' as const) : ('http' as const), bindAddress: '0.0.0.0', running: true }]),
    tags: { Environment: network.number % 2 === 0 ? 'production' : 'staging', Tier: tier },
  };
}

/** Every third instance serves the internet. */
const WEB_EVERY = 3;

function addInstances(collector: Collector, network: Network, count: number): void {
  const next: Record<'web' | 'app', number> = { web: 0, app: 0 };
  for (let index = 0; index < count; index += 1) {
    const tier = index % WEB_EVERY === 0 ? 'web' : 'app';
    const host = next[tier];
    next[tier] += 1;
    const id = collector.add('i', makeInstance(network, tier, host));
    addInterface(collector, network, { id, tier, host, isPublic: tier === 'web' });
  }
}

/** Fills a network with exactly so many resources: a database, instances with their interfaces, a reserved address. */
export function addMachines(collector: Collector, network: Network, count: number): void {
  let left = count;
  if (left >= DATABASE_SIZE) {
    addDatabase(collector, network);
    left -= DATABASE_SIZE;
  }
  addInstances(collector, network, Math.floor(left / MACHINE_SIZE));
  if (left % MACHINE_SIZE === 1) collector.add('eipalloc', { kind: 'elastic-ip', name: '', region: network.region, address: `18.${network.number}.255.1` });
}
