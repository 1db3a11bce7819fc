import { describe, expect, test } from 'vitest';
import { listExposure } from '../exposure/list-exposure.ts';
import type { Design } from '../model/design.ts';
import { asResourceId, asRowId } from '../model/ids.ts';
import { answerOf, ask, question } from '../testing/ask.ts';
import { applyFix } from '../testing/rule-tester.ts';
import { EdgeDesignBuilder } from '../testing/edge-design-builder.ts';

// Expected values are reasoned from the VPC User Guide: egress-only-internet-gateway, nat-gateway-nat64-dns64,
// nat-gateways-regional, gateway-route-tables, VPC_NAT_Instance and security-vpc-bpa-basics.

type Change = (builder: EdgeDesignBuilder) => EdgeDesignBuilder;
const same: Change = (builder) => builder;

const BLOCK = '2001:db8:0:100::/56';
const ALL_OUT = ['all to 0.0.0.0/0', 'all to ::/0'];

/** i-web (both families, to igw-1), i-out (both, IPv6 by eigw-1), i-six (IPv6 alone, DNS64), i-far by a NAT instance. */
function network(change: Change = same): Design {
  const builder = new EdgeDesignBuilder()
    .region()
    .dualStackVpc('vpc-1', '10.0.0.0/16', BLOCK)
    .internetGateway('igw-1', 'vpc-1')
    .egressOnlyInternetGateway('eigw-1', 'vpc-1')
    .routeTable('rtb-public', 'vpc-1', ['0.0.0.0/0 -> igw-1', '::/0 -> igw-1'])
    .routeTable('rtb-out', 'vpc-1', ['0.0.0.0/0 -> nat-1', '::/0 -> eigw-1'])
    .routeTable('rtb-six', 'vpc-1', ['64:ff9b::/96 -> nat-1', '::/0 -> eigw-1'])
    .routeTable('rtb-instance', 'vpc-1', ['0.0.0.0/0 -> eni-i-nat'])
    .ipv6Subnet('subnet-web', { vpc: 'vpc-1', cidr: '10.0.1.0/24', ipv6: '2001:db8:0:101::/64', table: 'rtb-public' })
    .ipv6Subnet('subnet-out', { vpc: 'vpc-1', cidr: '10.0.2.0/24', ipv6: '2001:db8:0:102::/64', table: 'rtb-out' })
    .ipv6Subnet('subnet-six', { vpc: 'vpc-1', ipv6: '2001:db8:0:103::/64', table: 'rtb-six', dns64: true })
    .subnet('subnet-far', { vpc: 'vpc-1', cidr: '10.0.4.0/24', table: 'rtb-instance' })
    .group('sg-open', 'vpc-1', { inbound: ['all from 0.0.0.0/0', 'all from ::/0'], outbound: ALL_OUT })
    .natGateway('nat-1', { subnet: 'subnet-web', address: '10.0.1.5', public: '203.0.113.50' });
  builder
    .machine('i-web', { subnet: 'subnet-web', address: '10.0.1.10', ipv6: '2001:db8:0:101::10', groups: ['sg-open'], public: '203.0.113.10' })
    .machine('i-out', { subnet: 'subnet-out', address: '10.0.2.10', ipv6: '2001:db8:0:102::10', groups: ['sg-open'] })
    .machine('i-six', { subnet: 'subnet-six', ipv6: '2001:db8:0:103::10', groups: ['sg-open'] })
    .machine('i-far', { subnet: 'subnet-far', address: '10.0.4.10', groups: ['sg-open'] })
    .machine('i-nat', { subnet: 'subnet-web', address: '10.0.1.20', groups: ['sg-open'], public: '203.0.113.20', check: false })
    .change('i-nat', 'instance', { forwards: 'nat' });
  return change(builder).build();
}

describe('an address of a VPC’s IPv6 block that no resource holds', () => {
  test.each([
    ['2001:db8:0:101::63', 'internet:2001:db8:ffff::7', 'reachable'],
    ['2001:db8:0:102::63', 'internet:2001:db8:ffff::7', 'reachable'],
    ['internet:2001:db8:ffff::7', '2001:db8:0:101::63', 'blocked'],
  ])('%s to %s is %s: replies find their way back, and nobody answers there', (from, to, verdict) => {
    expect(answerOf(network(), { from, to, protocol: 'tcp', port: 443 }).verdict).toBe(verdict);
  });
});

const PASSES = ['reachable'];
const codesOf = (change: Change, asked: string): readonly string[] => answerOf(network(change), question(asked)).blockers.map(({ code }) => code);
interface Row {
  readonly name: string;
  readonly design?: Change;
  readonly asked: string;
  readonly expected: readonly string[];
}
const judge = ({ design, asked, expected }: Row): void => expect(ask(network(design), asked)).toEqual(expected);
const webGroup = (...inbound: string[]): Change => (b) => b.group('sg-web', 'vpc-1', { inbound, outbound: ALL_OUT }).change('eni-i-web', 'network-interface', { securityGroups: [asResourceId('sg-web')] });

describe('IPv6', () => {
  const cases: readonly Row[] = [
    { name: 'in through an internet gateway', asked: 'internet -> 2001:db8:0:101::10 tcp 443', expected: PASSES },
    { name: 'out through an egress-only internet gateway', asked: 'i-out -> internet:2600::1 tcp 443', expected: PASSES },
    { name: 'out from IPv6 alone', asked: 'i-six -> internet tcp 443', expected: PASSES },
    { name: 'the reply does not leave by an egress-only internet gateway', asked: 'internet -> 2001:db8:0:102::10 tcp 443', expected: ['blocked', 'reply route-table rtb-out'] },
    { name: 'no connection comes in through an egress-only internet gateway', design: (b) => b.internetGateway('igw-1'), asked: 'internet -> 2001:db8:0:102::10 tcp 443', expected: ['blocked', 'request egress-only-internet-gateway eigw-1'] },
    { name: 'detached egress-only internet gateway', design: (b) => b.egressOnlyInternetGateway('eigw-1'), asked: 'i-out -> internet:2600::1 tcp 443', expected: ['blocked', 'request egress-only-internet-gateway eigw-1'] },
    { name: '0.0.0.0/0 does not cover ::/0', design: (b) => b.routeTable('rtb-public', 'vpc-1', ['0.0.0.0/0 -> igw-1']), asked: 'i-web -> internet:2600::1 tcp 443', expected: ['blocked', 'request route-table rtb-public'] },
    { name: 'rules for IPv4 do not match IPv6', design: webGroup('tcp 443 from 0.0.0.0/0'), asked: 'internet -> 2001:db8:0:101::10 tcp 443', expected: ['blocked', 'request security-group sg-web'] },
  ];
  test.each(cases)('$name', judge);

  test('an answer about IPv4 says where IPv6 differs', () => {
    const told = answerOf(network(webGroup('tcp 443 from ::/0')), question('internet -> i-web tcp 443'));
    expect(told.verdict).toBe('blocked');
    expect(told.assumptions).toContain('This is about IPv4; over IPv6 the request arrives and the reply comes back.');
  });

  test('a machine that is open over IPv6 alone is exposed', () => {
    const reply = listExposure(network(webGroup('tcp 22 from ::/0')));
    const rows = reply.ok ? reply.value.filter(({ resource }) => resource === 'i-web') : [];
    expect(rows.map(({ protocol, ports, from }) => ({ protocol, ports, from }))).toEqual([{ protocol: 'tcp', ports: [[22, 22]], from: ['::/0'] }]);
  });
});

describe('NAT64', () => {
  const cases: readonly Row[] = [
    { name: 'to an IPv4 address', asked: 'i-six -> 198.51.100.7 tcp 443', expected: PASSES },
    { name: 'ping', asked: 'i-six -> 198.51.100.7 icmp', expected: PASSES },
    { name: 'by the address that stands for it', asked: 'i-six -> internet:64:ff9b::c633:6407 tcp 443', expected: PASSES },
    { name: 'without DNS64', design: (b) => b.change('subnet-six', 'subnet', { enableDns64: false }), asked: 'i-six -> 198.51.100.7 tcp 443', expected: ['blocked', 'request nat-gateway subnet-six'] },
    { name: 'without a route to a NAT gateway', design: (b) => b.routeTable('rtb-six', 'vpc-1', ['::/0 -> eigw-1']), asked: 'i-six -> 198.51.100.7 tcp 443', expected: ['blocked', 'request route-table rtb-six'] },
    { name: 'IPv6 proper at a NAT gateway', design: (b) => b.routeTable('rtb-six', 'vpc-1', ['::/0 -> nat-1']), asked: 'i-six -> internet:2600::1 tcp 443', expected: ['blocked', 'request nat-gateway nat-1'] },
  ];
  test.each(cases)('$name', judge);
});

const regional =
  (zones: Readonly<Record<string, string>>, isAutomatic = false): Change =>
  (b) =>
    b.regionalNatGateway('nat-1', { vpc: 'vpc-1', zones, isAutomatic });

describe('regional NAT gateways', () => {
  const cases: readonly Row[] = [
    { name: 'in the zone', design: regional({ 'us-east-1a': '203.0.113.51' }), asked: 'i-out -> internet tcp 443', expected: PASSES },
    { name: 'not in the zone', design: regional({ 'us-east-1b': '203.0.113.51' }), asked: 'i-out -> internet tcp 443', expected: ['blocked', 'request nat-gateway nat-1'] },
    { name: 'comes to the zone by itself', design: regional({ 'us-east-1b': '203.0.113.51' }, true), asked: 'i-out -> internet tcp 443', expected: PASSES },
    { name: 'without an internet gateway', design: (b) => regional({ 'us-east-1a': '203.0.113.51' })(b).internetGateway('igw-1'), asked: 'i-out -> internet tcp 443', expected: ['blocked', 'request internet-gateway vpc-1'] },
    { name: 'not in', design: regional({ 'us-east-1a': '203.0.113.51' }), asked: 'internet -> 203.0.113.51 tcp 443', expected: ['blocked', 'request nat-gateway nat-1'] },
  ];
  test.each(cases)('$name', judge);
  test('the code of a zone without it', () => expect(codesOf(regional({ 'us-east-1b': '203.0.113.51' }), 'i-out -> internet tcp 443')).toEqual(['REGIONAL_NGW_ROUTE_AZ_RESTRICTION']));
});

describe('NAT instances', () => {
  const cases: readonly Row[] = [
    { name: 'out', asked: 'i-far -> internet tcp 443', expected: PASSES },
    { name: 'its group keeps the request out', design: (b) => b.group('sg-nat', 'vpc-1', { inbound: ['tcp 80'] }).change('eni-i-nat', 'network-interface', { securityGroups: [asResourceId('sg-nat')] }), asked: 'i-far -> internet tcp 443', expected: ['blocked', 'request security-group sg-nat'] },
    { name: 'stopped: the route is a blackhole', design: (b) => b.change('i-nat', 'instance', { state: 'stopped' }), asked: 'i-far -> internet tcp 443', expected: ['blocked', 'request route-table rtb-instance'] },
    { name: 'source/destination check on', design: (b) => b.change('eni-i-nat', 'network-interface', { sourceDestinationCheck: true }), asked: 'i-far -> internet tcp 443', expected: ['blocked', 'request route-table rtb-instance'] },
    { name: 'nobody said that it forwards', design: (b) => b.machine('i-box', { subnet: 'subnet-web', address: '10.0.1.30', groups: ['sg-open'], check: false }).routeTable('rtb-instance', 'vpc-1', ['0.0.0.0/0 -> eni-i-box']), asked: 'i-far -> internet tcp 443', expected: ['undetermined', 'request route-table rtb-instance'] },
    { name: 'nobody said that it forwards, and its group keeps the request out', design: (b) => b.group('sg-nat', 'vpc-1', { inbound: ['tcp 80'] }).change('eni-i-nat', 'network-interface', { securityGroups: [asResourceId('sg-nat')] }).change('i-nat', 'instance', { forwards: undefined }), asked: 'i-far -> internet tcp 443', expected: ['blocked', 'request route-table rtb-instance', 'request security-group sg-nat'] },
  ];
  test.each(cases)('$name', judge);

  const unsaid = network((b) => b.change('i-nat', 'instance', { forwards: undefined }));

  test('what is to be said of it, and where', () => {
    const { verdict, blockers: [blocker] } = answerOf(unsaid, question('i-far -> internet tcp 443'));
    expect(verdict).toBe('undetermined');
    expect(blocker?.sentence).toBe('rtb-instance sends the internet to i-nat, and the design does not tell what that does with it; say whether it is a NAT instance or a router under "Traffic for others" of i-nat, or in the file as "forwards": "nat" or "router".');
    expect(blocker?.fixes.map(({ title }) => title)).toEqual(['Say that i-nat is a NAT instance', 'Say that i-nat is a router or firewall']);
  });

  test.each([
    [0, ['reachable']],
    // A router translates nothing: the sender has no public address of its own.
    [1, ['blocked', 'request public-ip eni-i-far']],
  ])('said by fix %i', (index, expected) => {
    const fix = answerOf(unsaid, question('i-far -> internet tcp 443')).blockers[0]?.fixes[index];
    expect(fix && ask(applyFix(unsaid, fix), 'i-far -> internet tcp 443')).toEqual(expected);
  });

  test('its instance is in no file', () => {
    const { 'i-nat': _, ...resources } = unsaid.resources as Record<string, Design['resources'][string & keyof Design['resources']]>;
    const renamed = JSON.parse(JSON.stringify({ ...unsaid, resources, snapshot: { missing: [] } }).replaceAll('"i-nat"', '"i-0nat"')) as Design;
    const [blocker] = answerOf(renamed, question('i-far -> internet tcp 443')).blockers;
    expect([blocker?.sentence.includes('the snapshot lacks its instance i-0nat; import what aws ec2 describe-instances prints'), blocker?.fixes]).toEqual([true, []]);
  });
});

const edge =
  (isPublic: boolean, backBy: string): Change =>
  (b) =>
    b
      .ipv6Subnet('subnet-fw', { vpc: 'vpc-1', cidr: '10.0.9.0/24', ipv6: '2001:db8:0:109::/64', table: 'rtb-public' })
      .machine('i-fw', { subnet: 'subnet-fw', address: '10.0.9.10', groups: ['sg-open'], check: false, ...(isPublic && { public: '203.0.113.90' }) })
      .change('i-fw', 'instance', { forwards: 'router' })
      .routeTable('rtb-edge', 'vpc-1', ['10.0.1.0/24 -> eni-i-fw'])
      .edgeTable('rtb-edge', ['igw-1'])
      .routeTable('rtb-web', 'vpc-1', [`0.0.0.0/0 -> ${backBy}`])
      .change('subnet-web', 'subnet', { routeTable: asResourceId('rtb-web') });

describe('tables of gateways', () => {
  test('in and back through the appliance', () => expect(ask(network(edge(true, 'eni-i-fw')), 'internet -> i-web tcp 443')).toEqual(PASSES));
  test('an appliance without a public address', () => expect(codesOf(edge(false, 'eni-i-fw'), 'internet -> i-web tcp 443')).toContain('INGRESS_RTB_NO_PUBLIC_IP'));
  test('out past the appliance', () => expect(codesOf(edge(true, 'igw-1'), 'internet -> i-web tcp 443')).toEqual(['INGRESS_RTB_TRAFFIC_REDIRECTION']));
});

const bpa = (mode: 'block-bidirectional' | 'block-ingress', ...exclusions: NonNullable<Parameters<EdgeDesignBuilder['blockPublicAccess']>[1]>): Change => (b) => b.blockPublicAccess(mode, exclusions);
const CLOSED = ['blocked', 'request block-public-access us-east-1'];
const WEB = asResourceId('subnet-web');

describe('VPC Block Public Access', () => {
  const cases: readonly Row[] = [
    { name: 'an excluded subnet', design: bpa('block-bidirectional', { subnet: WEB, mode: 'allow-bidirectional' }), asked: 'internet -> i-web tcp 443', expected: PASSES },
    { name: 'an excluded VPC', design: bpa('block-bidirectional', { vpc: asResourceId('vpc-1'), mode: 'allow-bidirectional' }), asked: 'internet -> i-web tcp 443', expected: PASSES },
    { name: 'another subnet is excluded', design: bpa('block-bidirectional', { subnet: asResourceId('subnet-out'), mode: 'allow-bidirectional' }), asked: 'internet -> i-web tcp 443', expected: CLOSED },
    { name: 'egress, in', design: bpa('block-bidirectional', { subnet: WEB, mode: 'allow-egress' }), asked: 'internet -> i-web tcp 443', expected: CLOSED },
    { name: 'egress, by a NAT gateway', design: bpa('block-bidirectional', { subnet: WEB, mode: 'allow-egress' }), asked: 'i-out -> internet:198.51.100.7 tcp 443', expected: PASSES },
    { name: 'egress-only internet gateway, both ways', design: bpa('block-bidirectional'), asked: 'i-out -> internet:2600::1 tcp 443', expected: CLOSED },
    { name: 'egress-only internet gateway, ingress', design: bpa('block-ingress'), asked: 'i-out -> internet:2600::1 tcp 443', expected: PASSES },
  ];
  test.each(cases)('$name', judge);
});

describe('prefixes of an interface', () => {
  const delegated: Change = (b) => b.change('eni-i-web', 'network-interface', { prefixes: { [asRowId('prefix-1')]: { cidr: '10.0.1.64/28' } } });
  test('an address of the block is asked for', () => expect(ask(network(delegated), 'i-out -> 10.0.1.70 tcp 443')).toEqual(PASSES));
  test('an address beside the block is nobody’s', () => expect(ask(network(delegated), 'internet -> 10.0.1.90 tcp 443')[0]).toBe('blocked'));
  test('its groups judge it', () => expect(ask(network((b) => delegated(webGroup('tcp 80')(b))), 'i-out -> 10.0.1.70 tcp 443')).toEqual(['blocked', 'request security-group sg-web']));
});

describe('several interfaces', () => {
  const second: Change = (b) => b.networkInterface('eni-second', { of: 'i-web', index: 1, subnet: 'subnet-out', address: '10.0.2.99', groups: ['sg-open'] });
  test('the address of the second one is asked for', () => {
    const told = answerOf(network(second), question('i-far -> 10.0.2.99 tcp 443'));
    expect(told.verdict).toBe('reachable');
    expect(told.assumptions.some((sentence) => sentence.startsWith('eni-second is not the first interface of i-web'))).toBe(true);
  });
});

describe('the missing way out over IPv6', () => {
  const cases: readonly { readonly name: string; readonly design: Change; readonly asked: string; readonly title: string }[] = [
    { name: 'of a private subnet: the egress-only gateway', design: (b) => b.routeTable('rtb-out', 'vpc-1', ['0.0.0.0/0 -> nat-1']), asked: 'i-out -> internet:2600::1 tcp 443', title: 'Add route ::/0 → eigw-1 in rtb-out' },
    {
      name: 'of a private subnet in a VPC without one: a new one',
      design: (b) => b.routeTable('rtb-out', 'vpc-1', ['0.0.0.0/0 -> nat-1']).egressOnlyInternetGateway('eigw-1'),
      asked: 'i-out -> internet:2600::1 tcp 443',
      title: 'Add an egress-only internet gateway and route ::/0 to it in rtb-out',
    },
    { name: 'of a public subnet: the internet gateway', design: (b) => b.routeTable('rtb-public', 'vpc-1', ['0.0.0.0/0 -> igw-1']), asked: 'i-web -> internet:2600::1 tcp 443', title: 'Add route ::/0 → igw-1 in rtb-public' },
  ];
  test.each(cases)('$name', ({ design: change, asked, title }) => {
    const design = network((b) => change(b));
    const [fix] = answerOf(design, question(asked)).blockers.flatMap(({ fixes }) => fixes);
    expect(fix?.title).toBe(title);
    if (fix) expect(ask(applyFix(design, fix), asked)).toEqual(PASSES);
  });
});

describe('a group that a rule names', () => {
  /** i-a in subnet-a and i-b in subnet-b, whose tables lead through i-fw where `isThrough`. */
  function routed(isThrough: boolean, admits: string): Design {
    const builder = new EdgeDesignBuilder();
    builder
      .region()
      .vpc('vpc-1', '10.0.0.0/16')
      .routeTable('rtb-a', 'vpc-1', isThrough ? ['10.0.2.0/24 -> eni-i-fw'] : [])
      .routeTable('rtb-b', 'vpc-1', isThrough ? ['10.0.1.0/24 -> eni-i-fw'] : [])
      .subnet('subnet-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-a' })
      .subnet('subnet-b', { vpc: 'vpc-1', cidr: '10.0.2.0/24', table: 'rtb-b' })
      .subnet('subnet-fw', { vpc: 'vpc-1', cidr: '10.0.9.0/24' })
      .group('sg-open', 'vpc-1', { inbound: ['all from 0.0.0.0/0'] })
      .group('sg-a', 'vpc-1', { inbound: [] })
      .group('sg-b', 'vpc-1', { inbound: [`tcp 443 from ${admits}`] })
      .instance('i-a', { subnet: 'subnet-a', address: '10.0.1.10', groups: ['sg-a'] })
      .instance('i-b', { subnet: 'subnet-b', address: '10.0.2.10', groups: ['sg-b'] });
    return builder.machine('i-fw', { subnet: 'subnet-fw', address: '10.0.9.10', groups: ['sg-open'], check: false }).change('i-fw', 'instance', { forwards: 'router' }).build();
  }
  const ASKED = 'i-a -> i-b tcp 443';

  // https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html#security-group-referencing
  test.each([
    ['matches its members on the straight way', routed(false, 'sg-a'), PASSES],
    ['matches nothing that a machine has passed on', routed(true, 'sg-a'), ['blocked', 'request security-group sg-b']],
    ['is not needed where the rule names the block', routed(true, '10.0.1.0/24'), PASSES],
  ])('%s', (_, design, expected) => expect(ask(design, ASKED)).toEqual(expected));

  test('is named, and an address is offered in its place', () => {
    const design = routed(true, 'sg-a');
    const [blocker] = answerOf(design, question(ASKED)).blockers;
    expect(blocker?.sentence).toBe('The rule of sg-b that would let TCP 443 in to i-b names a group, and what comes through i-fw is matched by its address alone.');
    const [fix] = blocker?.fixes ?? [];
    if (!fix) throw new Error('no fix');
    expect(ask(applyFix(design, fix), ASKED)).toEqual(PASSES);
  });
});
