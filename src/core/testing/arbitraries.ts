import fc from 'fast-check';
import type { Design } from '../model/design.ts';
import type { Question } from '../model/question.ts';
import { DesignBuilder } from './design-builder.ts';

const VPCS = ['vpc-1', 'vpc-2'] as const;
const PEERS = ['0.0.0.0/0', '10.1.0.0/16', '10.1.1.0/24', '10.1.2.0/24', '10.2.0.0/16', '192.168.0.0/16', '198.51.100.0/24', '198.51.100.7/32'] as const;
const TRAFFIC = ['all', 'tcp', 'udp', 'icmp', 'tcp 22', 'tcp 80', 'tcp 443', 'tcp 1024-65535', 'tcp 32768-60999', 'udp 53', 'tcp 0-1023'] as const;

const aclRule = fc.record({ number: fc.constantFrom(50, 100, 110, 120, 200), action: fc.constantFrom('allow', 'allow', 'allow', 'deny'), traffic: fc.constantFrom(...TRAFFIC), cidr: fc.constantFrom(...PEERS) });
const aclLines = fc
  .uniqueArray(aclRule, { maxLength: 4, selector: ({ number }) => number })
  .map((rules) => rules.map(({ number, action, traffic, cidr }) => `${number} ${action} ${traffic} from ${cidr}`));
const openLines = fc.constant(['100 allow all from 0.0.0.0/0']);

const groupLine = fc.record({ traffic: fc.constantFrom(...TRAFFIC), peer: fc.constantFrom(...PEERS, 'sg-a', 'sg-b', 'sg-far', 'pl-1') }).map(({ traffic, peer }) => `${traffic} from ${peer}`);
const groupLines = fc.oneof({ weight: 2, arbitrary: fc.constant(['all from 0.0.0.0/0']) }, { weight: 3, arbitrary: fc.array(groupLine, { maxLength: 3 }) });

const TARGETS = ['igw-1', 'igw-2', 'nat-1', 'vgw-1', 'nat-gone', 'eni-i-1', 'pcx-1', 'pcx-1', 'tgw-1', 'tgw-1'] as const;
/** Blocks of vpc-2 and beyond, in part, as a prefix list holds them. */
const LISTED = ['10.2.1.0/24', '10.2.0.0/16', '192.168.0.0/16', '198.51.100.0/24'] as const;
const routeLine = fc
  .record({ destination: fc.constantFrom('0.0.0.0/0', '0.0.0.0/0', '198.51.100.0/24', '192.168.0.0/16', '10.2.0.0/16', '10.2.0.0/16', '10.1.2.0/24', '172.20.0.0/16', 'pl-1'), target: fc.constantFrom(...TARGETS), propagated: fc.boolean() })
  .map(({ destination, target, propagated }) => `${destination} -> ${target}${propagated && target === 'vgw-1' ? ' propagated' : ''}`);
const routeLines = fc.oneof({ weight: 2, arbitrary: fc.constant(['0.0.0.0/0 -> igw-1']) }, { weight: 1, arbitrary: fc.constant(['0.0.0.0/0 -> nat-1', '192.168.0.0/16 -> vgw-1']) }, { weight: 3, arbitrary: fc.array(routeLine, { maxLength: 3 }) });

/** Routes of the transit gateway's tables beside what propagates. */
const transitLine = fc
  .record({ destination: fc.constantFrom('0.0.0.0/0', '10.1.0.0/16', '10.2.0.0/16', '10.2.1.0/24', '172.20.0.0/16', '198.51.100.0/24'), attachment: fc.constantFrom('tgw-attach-1', 'tgw-attach-2', 'tgw-attach-2', 'tgw-attach-v', 'blackhole') })
  .map(({ destination, attachment }) => `${destination} -> ${attachment}`);
const ATTACHMENTS = ['tgw-attach-1', 'tgw-attach-2', 'tgw-attach-v'] as const;
const transit = fc.record({
  tables: fc.tuple(fc.array(transitLine, { maxLength: 2 }), fc.array(transitLine, { maxLength: 2 })),
  propagations: fc.tuple(fc.subarray([...ATTACHMENTS]), fc.constant([...ATTACHMENTS])),
  associations: fc.tuple(...ATTACHMENTS.map(() => fc.constantFrom('tgw-rtb-1', 'tgw-rtb-2', 'tgw-rtb-2', null))),
  nearSubnet: fc.constantFrom('subnet-1', 'subnet-3', 'subnet-link'),
  farSubnet: fc.constantFrom('subnet-far', 'subnet-far-link'),
  state: fc.constantFrom('available', 'available', 'available', 'pendingAcceptance'),
  isApplianceMode: fc.boolean(),
});

const acl = fc.record({ inbound: fc.oneof(openLines, aclLines), outbound: fc.oneof(openLines, aclLines) });

const recipe = fc.record({
  attached: fc.constantFrom('vpc-1', 'vpc-1', 'vpc-1', undefined),
  gatewayVpc: fc.constantFrom('vpc-1', 'vpc-1', undefined),
  staticVpn: fc.boolean(),
  tables: fc.tuple(routeLines, routeLines, routeLines),
  acls: fc.tuple(acl, acl),
  groups: fc.tuple(groupLines, groupLines, groupLines, groupLines),
  subnetTables: fc.tuple(fc.constantFrom('rtb-a', 'rtb-b', undefined), fc.constantFrom('rtb-a', 'rtb-b', undefined), fc.constantFrom('rtb-a', 'rtb-b', undefined)),
  subnetAcls: fc.tuple(fc.constantFrom('acl-a', 'acl-b', undefined), fc.constantFrom('acl-a', 'acl-b', undefined), fc.constantFrom('acl-a', 'acl-b', undefined)),
  publics: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
  peering: fc.constantFrom('active', 'active', 'active', 'pending-acceptance', 'deleted'),
  listed: fc.option(fc.subarray([...LISTED]), { freq: 4, nil: undefined }),
  farTable: fc.constantFrom<readonly string[]>(['10.1.0.0/16 -> pcx-1'], ['10.1.0.0/16 -> pcx-1'], ['10.1.1.0/24 -> pcx-1', '0.0.0.0/0 -> igw-2'], ['10.1.0.0/16 -> tgw-1', '172.20.0.0/16 -> tgw-1', '0.0.0.0/0 -> igw-2'], ['0.0.0.0/0 -> tgw-1'], []),
  farGroup: groupLines,
  endpointTables: fc.option(fc.subarray(['rtb-a', 'rtb-b', 'rtb-main-vpc-1']), { freq: 2, nil: undefined }),
  transit,
  natIsPublic: fc.constantFrom(true, true, false),
  memberships: fc.tuple(fc.subarray(['sg-a', 'sg-b'], { minLength: 1 }), fc.subarray(['sg-a', 'sg-b'], { minLength: 1 }), fc.subarray(['sg-a', 'sg-b'], { minLength: 1 })),
});
type Recipe = typeof recipe extends fc.Arbitrary<infer Made> ? Made : never;

function addSubnets(builder: DesignBuilder, made: Recipe): void {
  for (const index of [0, 1, 2] as const) {
    const [table, networkAcl] = [made.subnetTables[index], made.subnetAcls[index]];
    builder.subnet(`subnet-${index + 1}`, { vpc: 'vpc-1', cidr: `10.1.${index + 1}.0/24`, ...(table !== undefined && { table }), ...(networkAcl !== undefined && { acl: networkAcl }) });
    const address = made.publics[index] ? { public: `203.0.113.${index + 1}` } : {};
    builder.instance(`i-${index + 1}`, { subnet: `subnet-${index + 1}`, address: `10.1.${index + 1}.10`, groups: made.memberships[index], ...address });
  }
}

/** A transit gateway with two tables, an attachment in each VPC and a VPN to a branch. */
function addTransit(builder: DesignBuilder, { transit: made }: Recipe): void {
  const [near, far, vpn] = made.associations;
  builder.subnet('subnet-link', { vpc: 'vpc-1', cidr: '10.1.9.0/28' }).subnet('subnet-far-link', { vpc: 'vpc-2', cidr: '10.2.9.0/28' });
  builder.bareTransitGateway('tgw-1');
  for (const index of [0, 1] as const) builder.transitTable(`tgw-rtb-${index + 1}`, 'tgw-1', made.tables[index], { propagations: made.propagations[index] });
  builder.attachment('tgw-attach-1', 'tgw-1', { vpc: 'vpc-1', subnets: [made.nearSubnet], state: made.state, table: near ?? null });
  builder.attachment('tgw-attach-2', 'tgw-1', { vpc: 'vpc-2', subnets: [made.farSubnet], applianceMode: made.isApplianceMode, table: far ?? null });
  builder.office('branch', { gateway: 'tgw-1', cidr: '172.20.0.0/16', staticRoutes: ['172.20.0.0/16'] });
  builder.attachment('tgw-attach-v', 'tgw-1', { type: 'vpn', vpnConnection: 'vpn-branch', table: vpn ?? null });
}

function buildDesign(made: Recipe): Design {
  const builder = new DesignBuilder().region();
  for (const [index, key] of VPCS.entries()) builder.vpc(key, `10.${index + 1}.0.0/16`);
  builder.internetGateway('igw-1', made.attached).internetGateway('igw-2', 'vpc-2').virtualPrivateGateway('vgw-1', made.gatewayVpc);
  builder.office('office', { gateway: 'vgw-1', cidr: '192.168.0.0/16', ...(made.staticVpn && { staticRoutes: ['192.168.0.0/17'] }) });
  builder.routeTable('rtb-a', 'vpc-1', made.tables[0]).routeTable('rtb-b', 'vpc-1', made.tables[1]).routeTable('rtb-main-vpc-1', 'vpc-1', made.tables[2]);
  builder.networkAcl('acl-a', 'vpc-1', made.acls[0]).networkAcl('acl-b', 'vpc-1', made.acls[1]);
  builder.group('sg-a', 'vpc-1', { inbound: made.groups[0], outbound: made.groups[1] }).group('sg-b', 'vpc-1', { inbound: made.groups[2], outbound: made.groups[3] });
  addSubnets(builder, made);
  builder.instance('i-4', { subnet: 'subnet-1', address: '10.1.1.20', groups: ['sg-b'] });
  builder.natGateway('nat-1', { subnet: 'subnet-3', address: '10.1.3.5', ...(made.natIsPublic && { public: '203.0.113.50' }) });
  builder.peering('pcx-1', { requester: 'vpc-1', accepter: 'vpc-2', state: made.peering }).prefixList('pl-1', made.listed);
  builder.routeTable('rtb-main-vpc-2', 'vpc-2', made.farTable).group('sg-far', 'vpc-2', { inbound: made.farGroup });
  builder.subnet('subnet-far', { vpc: 'vpc-2', cidr: '10.2.1.0/24' }).instance('i-far', { subnet: 'subnet-far', address: '10.2.1.10', groups: ['sg-far'] });
  if (made.endpointTables) builder.vpcEndpoint('vpce-1', { vpc: 'vpc-1', service: 's3', tables: made.endpointTables });
  addTransit(builder, made);
  return builder.build();
}

/** Small networks of two VPCs with every gateway, in which many ways are open, closed, or half open. */
export const arbitraryDesign: fc.Arbitrary<Design> = recipe.map(buildDesign);

const INSIDE = ['i-1', 'i-2', 'i-3', 'i-4', 'i-far', '10.1.1.99', 'nat-1'] as const;
const OUTSIDE = ['internet', 'internet:198.51.100.7', 'onprem:vgw-1:192.168.5.5', 'onprem-office', 'onprem-branch', 'onprem:tgw-1:172.20.7.7'] as const;
const ends = fc.oneof(
  fc.tuple(fc.constantFrom(...OUTSIDE), fc.constantFrom(...INSIDE)),
  fc.tuple(fc.constantFrom(...INSIDE), fc.constantFrom(...OUTSIDE, 's3')),
  fc.tuple(fc.constantFrom(...INSIDE), fc.constantFrom(...INSIDE)).filter(([from, to]) => from !== to),
);
const asked = fc.constantFrom<Partial<Question>>(
  { protocol: 'tcp', port: 443 },
  { protocol: 'tcp', port: 22 },
  { protocol: 'tcp', port: 80, client: 'linux' },
  { protocol: 'tcp', port: 443, sourcePort: 50_000 },
  { protocol: 'tcp' },
  { protocol: 'udp', port: 53 },
  { protocol: 'icmp' },
  { protocol: 'icmp', icmpType: 3, icmpCode: 4 },
  { protocol: 47 },
  { protocol: 'all' },
);

/** Questions about the resources of {@link arbitraryDesign}. */
export const arbitraryQuestion: fc.Arbitrary<Question> = fc.tuple(ends, asked).map(([[from, to], rest]) => ({ ...rest, from, to }));
