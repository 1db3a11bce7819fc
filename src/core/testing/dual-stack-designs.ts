import fc from 'fast-check';
import type { Design } from '../model/design.ts';
import { asResourceId, asRowId } from '../model/ids.ts';
import type { Question } from '../model/question.ts';
import { arbitraryDesign } from './arbitraries.ts';
import { aclRules, groupRules, routes } from './design-builder.ts';
import { EdgeDesignBuilder } from './edge-design-builder.ts';

const PEERS = ['::/0', '::/0', '2001:db8:1:100::/56', '2001:db8:1:101::/64', '2001:db8:ffff::/48'] as const;
const TRAFFIC = ['all', 'tcp', 'tcp 22', 'tcp 443', 'tcp 1024-65535', 'udp 53'] as const;

const aclLine = fc
  .record({ number: fc.constantFrom(51, 101, 105, 201), action: fc.constantFrom('allow', 'allow', 'allow', 'deny'), traffic: fc.constantFrom(...TRAFFIC), cidr: fc.constantFrom(...PEERS) })
  .map(({ number, action, traffic, cidr }) => `${number} ${action} ${traffic} from ${cidr}`);
const aclLines = fc.oneof({ weight: 2, arbitrary: fc.constant(['101 allow all from ::/0']) }, { weight: 1, arbitrary: fc.uniqueArray(aclLine, { maxLength: 2, selector: (line) => line.split(' ')[0] }) });
const acl = fc.record({ inbound: aclLines, outbound: aclLines });
const groupLine = fc.record({ traffic: fc.constantFrom(...TRAFFIC), peer: fc.constantFrom(...PEERS) }).map(({ traffic, peer }) => `${traffic} from ${peer}`);
const groupLines = fc.oneof({ weight: 2, arbitrary: fc.constant(['all from ::/0']) }, { weight: 1, arbitrary: fc.array(groupLine, { maxLength: 2 }) });

const routeLine = fc
  .record({ destination: fc.constantFrom('::/0', '::/0', '2001:db8:ffff::/48', '64:ff9b::/96', '2001:db8:1:102::/64'), target: fc.constantFrom('igw-1', 'eigw-1', 'eigw-1', 'nat-1', 'eni-i-4', 'eigw-gone') })
  .map(({ destination, target }) => `${destination} -> ${target}`);
const ways = fc.oneof({ weight: 2, arbitrary: fc.constantFrom<readonly string[]>(['::/0 -> igw-1'], ['::/0 -> eigw-1'], ['::/0 -> eigw-1', '64:ff9b::/96 -> nat-1']) }, { weight: 2, arbitrary: fc.uniqueArray(routeLine, { maxLength: 2, selector: (line) => line.split(' ')[0] }) });
const v4Way = fc.constantFrom<readonly string[]>([], [], [], ['198.18.0.0/15 -> eni-i-4'], ['203.0.113.128/25 -> nat-regional']);

const edgeRoute = fc
  .record({ destination: fc.constantFrom('10.1.1.0/24', '10.1.2.0/24', '10.1.0.0/16', '2001:db8:1:102::/64', '0.0.0.0/0'), target: fc.constantFrom('eni-i-4', 'eni-i-4', 'eni-i-1', 'local', 'nat-1') })
  .map(({ destination, target }) => `${destination} -> ${target}`);
const edge = fc.record({ gateways: fc.subarray(['igw-1', 'vgw-1']), lines: fc.uniqueArray(edgeRoute, { maxLength: 2, selector: (line) => line.split(' ')[0] }) });

const exclusion = fc.record({ of: fc.constantFrom('vpc-1', 'subnet-1', 'subnet-2'), mode: fc.constantFrom('allow-bidirectional', 'allow-egress') });
const flags = (): fc.Arbitrary<readonly [boolean, boolean, boolean]> => fc.tuple(fc.boolean(), fc.boolean(), fc.boolean());

const recipe = fc.record({
  blocks: flags(),
  addresses: flags(),
  dns64: flags(),
  gatewayVpc: fc.constantFrom('vpc-1', 'vpc-1', 'vpc-1', undefined),
  ways: fc.tuple(ways, ways, ways),
  v4Ways: fc.tuple(v4Way, v4Way, v4Way),
  acls: fc.tuple(acl, acl, acl),
  groups: fc.tuple(groupLines, groupLines, groupLines, groupLines),
  edge: fc.option(edge, { freq: 2, nil: undefined }),
  appliance: fc.record({ forwards: fc.constantFrom('nat', 'router', undefined), check: fc.boolean() }),
  regional: fc.option(fc.constantFrom<Readonly<Record<string, string>>>({ 'us-east-1a': '203.0.113.60' }, { 'us-east-1b': '203.0.113.61' }, {}), { freq: 2, nil: undefined }),
  mode: fc.constantFrom('off', 'off', 'off', 'block-bidirectional', 'block-ingress'),
  exclusion: fc.option(exclusion, { freq: 2, nil: undefined }),
});
type Recipe = typeof recipe extends fc.Arbitrary<infer Made> ? Made : never;

const BLOCK = '2001:db8:1:100::/56';
const TABLES = ['rtb-a', 'rtb-b', 'rtb-main-vpc-1'] as const;

function dualStackSubnets(builder: EdgeDesignBuilder, made: Recipe): void {
  for (const index of [0, 1, 2] as const) {
    if (!made.blocks[index]) continue;
    const key = `${index + 1}`;
    builder.change(`subnet-${key}`, 'subnet', { ipv6Cidr: `2001:db8:1:10${key}::/64`, enableDns64: made.dns64[index] });
    if (made.addresses[index]) builder.change(`eni-i-${key}`, 'network-interface', { ipv6Addresses: { [asRowId('ipv6-1')]: { address: `2001:db8:1:10${key}::10` } } });
  }
  builder.ipv6Subnet('subnet-six', { vpc: 'vpc-1', ipv6: '2001:db8:1:109::/64', table: 'rtb-b', dns64: made.dns64[0] });
  builder.machine('i-six', { subnet: 'subnet-six', ipv6: '2001:db8:1:109::10', groups: ['sg-a'] });
}

/** Rows under ids of their own, beside those that the design has. */
const named = <Row>(rows: Readonly<Record<string, Row>>): Record<string, Row> => Object.fromEntries(Object.entries(rows).map(([row, value]) => [`six-${row}`, value]));

function addRoutes(builder: EdgeDesignBuilder, design: Design, made: Recipe): void {
  for (const [index, key] of TABLES.entries()) {
    const table = design.resources[asResourceId(key)];
    if (table?.kind !== 'route-table') continue;
    const lines = [...(made.ways[index] ?? []), ...(made.v4Ways[index] ?? [])];
    builder.change(key, 'route-table', { routes: { ...table.routes, ...named(routes(lines)) } });
  }
}

function addAclRules(builder: EdgeDesignBuilder, design: Design, made: Recipe): void {
  for (const [index, key] of ['acl-a', 'acl-b', 'acl-default-vpc-1'].entries()) {
    const [value, lines] = [design.resources[asResourceId(key)], made.acls[index]];
    if (value?.kind !== 'network-acl' || !lines) continue;
    builder.change(key, 'network-acl', { inbound: { ...value.inbound, ...named(aclRules('in', lines.inbound)) }, outbound: { ...value.outbound, ...named(aclRules('out', lines.outbound)) } });
  }
}

function addGroupRules(builder: EdgeDesignBuilder, design: Design, made: Recipe): void {
  for (const [index, key] of ['sg-a', 'sg-b'].entries()) {
    const value = design.resources[asResourceId(key)];
    if (value?.kind !== 'security-group') continue;
    const [inbound, outbound] = [made.groups[index * 2] ?? [], made.groups[index * 2 + 1] ?? []];
    builder.change(key, 'security-group', { inbound: { ...value.inbound, ...named(groupRules('in', inbound)) }, outbound: { ...value.outbound, ...named(groupRules('out', outbound)) } });
  }
}

function addEdges(builder: EdgeDesignBuilder, made: Recipe): void {
  const { forwards, check } = made.appliance;
  builder.change('eni-i-4', 'network-interface', { sourceDestinationCheck: check });
  if (forwards !== undefined) builder.change('i-4', 'instance', { forwards });
  if (made.edge) builder.routeTable('rtb-edge', 'vpc-1', made.edge.lines).edgeTable('rtb-edge', made.edge.gateways);
  if (made.regional) builder.regionalNatGateway('nat-regional', { vpc: 'vpc-1', zones: made.regional, table: 'rtb-regional' }).routeTable('rtb-regional', 'vpc-1', ['0.0.0.0/0 -> igw-1']);
  if (made.mode === 'off') return;
  const excluded = made.exclusion && { [made.exclusion.of.startsWith('vpc') ? 'vpc' : 'subnet']: asResourceId(made.exclusion.of), mode: made.exclusion.mode };
  builder.blockPublicAccess(made.mode, excluded ? [excluded] : []);
}

function widen(design: Design, made: Recipe): Design {
  const builder = new EdgeDesignBuilder();
  for (const [key, resource] of Object.entries(design.resources)) builder.add(key, resource);
  builder.change('vpc-1', 'vpc', { ipv6Cidrs: { [asRowId('ipv6-1')]: { cidr: BLOCK } } }).egressOnlyInternetGateway('eigw-1', made.gatewayVpc);
  dualStackSubnets(builder, made);
  for (const add of [addRoutes, addAclRules, addGroupRules]) add(builder, design, made);
  addEdges(builder, made);
  return builder.build();
}

/**
 * The networks of {@link arbitraryDesign} with IPv6 in vpc-1 (an egress-only gateway, DNS64, rules and routes of both
 * families, a subnet of IPv6 alone), a table of gateways, a machine that passes traffic on, a regional NAT gateway and
 * VPC Block Public Access, each of them right or wrong.
 */
export const arbitraryDualStackDesign: fc.Arbitrary<Design> = fc.tuple(arbitraryDesign, recipe).map(([design, made]) => widen(design, made));

const INSIDE = ['i-1', 'i-2', 'i-3', 'i-4', 'i-six', '2001:db8:1:102::77'] as const;
const OUTSIDE = ['internet', 'internet:2001:db8:ffff::7', 'internet:198.51.100.7', 'onprem:vgw-1:192.168.5.5'] as const;
const ends = fc.oneof(
  fc.tuple(fc.constantFrom(...OUTSIDE), fc.constantFrom(...INSIDE)),
  fc.tuple(fc.constantFrom(...INSIDE), fc.constantFrom(...OUTSIDE)),
  fc.tuple(fc.constantFrom(...INSIDE), fc.constantFrom(...INSIDE)).filter(([from, to]) => from !== to),
);

/** Questions about the resources of {@link arbitraryDualStackDesign}. */
export const arbitraryDualStackQuestion: fc.Arbitrary<Question> = fc
  .tuple(ends, fc.constantFrom<Partial<Question>>({ protocol: 'tcp', port: 443 }, { protocol: 'tcp', port: 22 }, { protocol: 'udp', port: 53 }, { protocol: 'tcp', port: 443, sourcePort: 50_000 }))
  .map(([[from, to], rest]) => ({ ...rest, from, to }));
