import type { ResourceId } from '@core/model/ids.ts';
import type { GroupPeer, NetworkAclRule, Route, SecurityGroupRule } from '@core/model/resources/index.ts';
import { rows, type Collector } from './collector.ts';

/** Everything of a VPC that machines are put into. `block` is its number in 10.0.0.0/8. */
export interface Network {
  readonly number: number;
  readonly vpc: ResourceId;
  readonly region: ResourceId;
  readonly zones: readonly string[];
  readonly subnets: Readonly<Record<Tier, readonly ResourceId[]>>;
  readonly groups: Readonly<Record<Tier, ResourceId>>;
}

export const tiers = ['web', 'app', 'db'] as const;
export type Tier = (typeof tiers)[number];

interface Place {
  readonly collector: Collector;
  readonly vpc: ResourceId;
  readonly name: string;
  readonly number: number;
}

/** Resources of a network before any machine: a VPC and what {@link addNetwork} puts into it. */
export const NETWORK_SIZE = 28;

const ZONES = ['a', 'b', 'c'];
const ANYWHERE = '0.0.0.0/0';
const EPHEMERAL = { protocol: 'tcp', fromPort: 1024, toPort: 65535 } as const;
const tcp = (port: number) => ({ protocol: 'tcp', fromPort: port, toPort: port }) as const;

const numbered = (rules: readonly Omit<NetworkAclRule, 'number'>[]) => rows('rule', rules.map((rule, index) => ({ ...rule, number: 100 + 10 * index })));
const allow = (traffic: Pick<NetworkAclRule, 'protocol' | 'fromPort' | 'toPort'>, cidr: string): Omit<NetworkAclRule, 'number'> => ({ ...traffic, cidr, action: 'allow' });

function addAcl({ collector, vpc, name }: Place, tier: string, rules: { readonly inbound: readonly Omit<NetworkAclRule, 'number'>[]; readonly outbound: readonly Omit<NetworkAclRule, 'number'>[] }): ResourceId {
  return collector.add('acl', { kind: 'network-acl', name: `${name}-${tier}`, vpc, inbound: numbered(rules.inbound), outbound: numbered(rules.outbound) });
}

function addTable({ collector, vpc, name }: Place, purpose: string, routes: readonly Route[]): ResourceId {
  return collector.add('rtb', { kind: 'route-table', name: `${name}-${purpose}`, vpc, routes: rows('route', routes), propagatingGateways: [] });
}

const routeTo = (target: ResourceId): Route => ({ destination: ANYWHERE, target, origin: 'static', state: 'active' });

function addGroup({ collector, vpc, name }: Place, tier: string, rules: readonly SecurityGroupRule[]): ResourceId {
  const outbound = rows('out', [{ protocol: 'all', peer: { cidr: ANYWHERE } }] satisfies SecurityGroupRule[]);
  return collector.add('sg', { kind: 'security-group', name: `${name}-${tier}`, description: `${tier} of ${name}`, vpc, inbound: rows('in', rules), outbound });
}

function addGroups(place: Place): Network['groups'] {
  const from = (traffic: ReturnType<typeof tcp>, peer: GroupPeer): SecurityGroupRule => ({ ...traffic, peer });
  const office = { cidr: '198.51.100.0/24' };
  const web = addGroup(place, 'web', [from(tcp(443), { cidr: ANYWHERE }), from(tcp(80), { cidr: ANYWHERE }), from(tcp(22), office)]);
  const app = addGroup(place, 'app', [from(tcp(8080), { group: web }), from(tcp(22), { group: web })]);
  return { web, app, db: addGroup(place, 'db', [from(tcp(3306), { group: app })]) };
}

function addAcls(place: Place): Readonly<Record<Tier, ResourceId>> {
  const inside = `10.${place.number}.0.0/16`;
  return {
    web: addAcl(place, 'web', { inbound: [allow(tcp(443), ANYWHERE), allow(tcp(80), ANYWHERE), allow(tcp(22), '198.51.100.0/24'), allow(EPHEMERAL, ANYWHERE)], outbound: [allow({ protocol: 'all' }, ANYWHERE)] }),
    app: addAcl(place, 'app', { inbound: [allow({ protocol: 'all' }, inside), allow(EPHEMERAL, ANYWHERE)], outbound: [allow({ protocol: 'all' }, ANYWHERE)] }),
    db: addAcl(place, 'db', { inbound: [allow(tcp(3306), inside)], outbound: [allow(EPHEMERAL, inside)] }),
  };
}

function addSubnets(place: Place, tier: Tier, given: { readonly zones: readonly string[]; readonly tables: readonly ResourceId[]; readonly acl: ResourceId }): readonly ResourceId[] {
  const { collector, vpc, name, number } = place;
  return given.zones.map((availabilityZone, index) => {
    const third = tiers.indexOf(tier) * 64 + index * 16;
    const table = given.tables[index % given.tables.length];
    return collector.add('subnet', {
      kind: 'subnet',
      name: `${name}-${tier}-${ZONES[index] ?? ''}`,
      vpc,
      availabilityZone,
      cidr: `10.${number}.${third}.0/20`,
      autoAssignPublicIp: tier === 'web',
      ...(table !== undefined && { routeTable: table }),
      networkAcl: given.acl,
    });
  });
}

function addNatGateways({ collector, name, number }: Place, subnets: readonly ResourceId[]): readonly ResourceId[] {
  return subnets.map((subnet, index) =>
    collector.add('nat', {
      kind: 'nat-gateway',
      name: `${name}-nat-${ZONES[index] ?? ''}`,
      connectivity: 'public',
      availability: 'zonal',
      subnet,
      state: 'available',
      addresses: rows('address', [{ privateAddress: `10.${number}.${index * 16}.4`, publicAddress: `18.${number}.0.${index + 1}`, primary: true }]),
    }),
  );
}

/** Puts the VPC's own table, ACL and group into it: a VPC names them, and they name it. */
function addVpcWithDefaults(collector: Collector, given: { readonly number: number; readonly name: string; readonly region: ResourceId; readonly zones: readonly string[] }): Place {
  const { number, name, region, zones } = given;
  const vpc = collector.add('vpc', {
    kind: 'vpc',
    name,
    region,
    cidr: `10.${number}.0.0/16`,
    secondaryCidrs: {},
    ipv6Cidrs: {},
    availabilityZones: [...zones],
    enableDnsSupport: true,
    enableDnsHostnames: true,
    tags: { Name: name, Environment: number % 2 === 0 ? 'production' : 'staging' },
  });
  const place: Place = { collector, vpc, name, number };
  const everything = [allow({ protocol: 'all' }, ANYWHERE)];
  const defaults = { mainRouteTable: addTable(place, 'main', []), defaultNetworkAcl: addAcl(place, 'default', { inbound: everything, outbound: everything }), defaultSecurityGroup: addGroup(place, 'default', []) };
  const made = collector.resources[vpc];
  if (made?.kind === 'vpc') collector.resources[vpc] = { ...made, ...defaults };
  return place;
}

/** Adds one VPC with three tiers in three zones, and nothing that runs in it. */
export function addNetwork(collector: Collector, given: { readonly number: number; readonly region: { readonly id: ResourceId; readonly code: string } }): Network {
  const { number, region } = given;
  const zones = ZONES.map((letter) => `${region.code}${letter}`);
  const place = addVpcWithDefaults(collector, { number, name: `vpc-${number + 1}`, region: region.id, zones });
  const internetGateway = collector.add('igw', { kind: 'internet-gateway', name: `${place.name}-igw`, region: region.id, vpc: place.vpc });
  const acls = addAcls(place);
  const web = addSubnets(place, 'web', { zones, tables: [addTable(place, 'public', [routeTo(internetGateway)])], acl: acls.web });
  const private_ = addNatGateways(place, web).map((nat, index) => addTable(place, `private-${ZONES[index] ?? ''}`, [routeTo(nat)]));
  const app = addSubnets(place, 'app', { zones, tables: private_, acl: acls.app });
  const db = addSubnets(place, 'db', { zones, tables: [addTable(place, 'isolated', [])], acl: acls.db });
  return { number, vpc: place.vpc, region: region.id, zones, subnets: { web, app, db }, groups: addGroups(place) };
}
