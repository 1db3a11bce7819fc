import { describe, expect, test } from 'vitest';
import type { Design } from '../model/design.ts';
import { answerOf, ask, question } from '../testing/ask.ts';
import { DesignBuilder } from '../testing/design-builder.ts';
import { applyFix } from '../testing/rule-tester.ts';

// Expected values are reasoned from https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html,
// https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html and
// https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html.

type Change = (builder: DesignBuilder) => DesignBuilder;
const same: Change = (builder) => builder;

/** i-a in vpc-a (10.1.0.0/16) and i-b in vpc-b (10.2.0.0/16), peered by pcx-1 with a route on both sides; vpc-c (10.3.0.0/16) behind vpc-b. */
function network(change: Change = same): Design {
  const builder = new DesignBuilder().region();
  for (const [letter, number] of [['a', 1], ['b', 2], ['c', 3]] as const) {
    builder
      .vpc(`vpc-${letter}`, `10.${number}.0.0/16`)
      .subnet(`subnet-${letter}`, { vpc: `vpc-${letter}`, cidr: `10.${number}.1.0/24`, table: `rtb-${letter}` })
      .group(`sg-${letter}`, `vpc-${letter}`, { inbound: ['all'] })
      .instance(`i-${letter}`, { subnet: `subnet-${letter}`, address: `10.${number}.1.10`, groups: [`sg-${letter}`] });
  }
  builder
    .peering('pcx-1', { requester: 'vpc-a', accepter: 'vpc-b' })
    .peering('pcx-2', { requester: 'vpc-b', accepter: 'vpc-c' })
    .routeTable('rtb-a', 'vpc-a', ['10.2.0.0/16 -> pcx-1'])
    .routeTable('rtb-b', 'vpc-b', ['10.1.0.0/16 -> pcx-1', '10.3.0.0/16 -> pcx-2'])
    .routeTable('rtb-c', 'vpc-c', ['10.2.0.0/16 -> pcx-2']);
  return change(builder).build();
}

interface Row {
  readonly name: string;
  readonly design?: Change;
  readonly asked?: string;
  readonly expected: readonly string[];
}
const ASKED = 'i-a -> i-b tcp 443';
const judge = ({ design, asked = ASKED, expected }: Row): void => expect(ask(network(design), asked)).toEqual(expected);
const rtb = (key: string, vpc: string, ...lines: string[]): Change => (b) => b.routeTable(key, vpc, lines);

describe('the way through a peering', () => {
  const cases: readonly Row[] = [
    { name: 'there and back', expected: ['reachable'] },
    { name: 'the other way round', asked: 'i-b -> i-a tcp 443', expected: ['reachable'] },
    { name: 'by the bare address', asked: 'i-a -> 10.2.1.10 tcp 443', expected: ['reachable'] },
    { name: 'to an address that nobody holds', asked: 'i-a -> 10.2.1.77 tcp 443', expected: ['blocked', 'request no-such-target 10.2.1.77'] },
    { name: 'no route there', design: rtb('rtb-a', 'vpc-a'), expected: ['blocked', 'request route-table rtb-a'] },
    { name: 'no route back', design: rtb('rtb-b', 'vpc-b'), expected: ['blocked', 'reply route-table rtb-b'] },
    { name: 'no route on either side', design: (b) => b.routeTable('rtb-a', 'vpc-a', []).routeTable('rtb-b', 'vpc-b', []), expected: ['blocked', 'request route-table rtb-a', 'reply route-table rtb-b'] },
    { name: 'the default route back leads to the internet', design: (b) => b.internetGateway('igw-b', 'vpc-b').routeTable('rtb-b', 'vpc-b', ['0.0.0.0/0 -> igw-b']), expected: ['blocked', 'reply route-table rtb-b'] },
    { name: 'a narrower route on the way back is enough', design: rtb('rtb-b', 'vpc-b', '10.1.1.0/24 -> pcx-1'), expected: ['reachable'] },
    { name: 'a narrower route that misses the sender', design: rtb('rtb-b', 'vpc-b', '10.1.2.0/24 -> pcx-1'), expected: ['blocked', 'reply route-table rtb-b'] },
    { name: 'the far group', design: (b) => b.group('sg-b', 'vpc-b', { inbound: ['tcp 22 from 0.0.0.0/0'] }), expected: ['blocked', 'request security-group sg-b'] },
    { name: 'the far network ACL, request', design: (b) => b.networkAcl('acl-default-vpc-b', 'vpc-b', { inbound: ['100 deny all from 10.1.0.0/16', '110 allow all'], outbound: ['100 allow all'] }), expected: ['blocked', 'request network-acl acl-default-vpc-b'] },
    { name: 'the far network ACL, reply', design: (b) => b.networkAcl('acl-default-vpc-b', 'vpc-b', { inbound: ['100 allow all'], outbound: ['100 allow tcp 443'] }), expected: ['blocked', 'reply network-acl acl-default-vpc-b'] },
    { name: 'another peering than that of the VPC', design: rtb('rtb-a', 'vpc-a', '10.2.0.0/16 -> pcx-2'), expected: ['blocked', 'request route-table rtb-a'] },
    { name: 'IPv4 of a secondary block', design: (b) => b.vpc('vpc-b', '10.2.0.0/16', { secondaryCidrs: { ['c' as never]: { cidr: '100.64.0.0/16' } } }).subnet('subnet-b2', { vpc: 'vpc-b', cidr: '100.64.1.0/24', table: 'rtb-b' }).instance('i-b2', { subnet: 'subnet-b2', address: '100.64.1.10', groups: ['sg-b'] }).routeTable('rtb-a', 'vpc-a', ['100.64.0.0/16 -> pcx-1']), asked: 'i-a -> i-b2 tcp 443', expected: ['reachable'] },
  ];
  test.each(cases)('$name', judge);
});

describe('the state of a peering', () => {
  const inState = (state: 'pending-acceptance' | 'deleted' | 'failed' | 'rejected' | 'expired' | 'provisioning'): Change => (b) => b.peering('pcx-1', { requester: 'vpc-a', accepter: 'vpc-b', state });
  // A route to it is a blackhole; so is the one of the reply.
  const EXPECTED = ['blocked', 'request route-table rtb-a', 'reply route-table rtb-b'];
  test.each((['pending-acceptance', 'provisioning', 'deleted', 'failed', 'rejected', 'expired'] as const).map((state) => ({ name: state, design: inState(state), expected: EXPECTED })))('$name', judge);

  test('is told, with what is to be done', () => {
    const [blocker] = answerOf(network(inState('pending-acceptance')), question(ASKED)).blockers;
    expect(blocker).toMatchObject({ code: 'BAD_STATE_ROUTE', row: 'route-1', sentence: 'rtb-a sends 10.2.1.10 to pcx-1, whose state is pending acceptance: the route is a blackhole until the peering is active.' });
  });
});

/** Titles of the fixes of the first blocker, and the answer once the best one is applied. */
function fixed(change: Change, asked = ASKED): readonly unknown[] {
  const design = network(change);
  const fixes = answerOf(design, question(asked)).blockers[0]?.fixes ?? [];
  const [best] = fixes;
  return [fixes.map(({ title }) => title), best ? ask(applyFix(design, best), asked) : []];
}

describe('fixes', () => {
  test.each<readonly [string, Change, readonly string[], readonly string[]]>([
    ['the route there', rtb('rtb-a', 'vpc-a'), ['Add route 10.2.0.0/16 → pcx-1 in rtb-a'], ['reachable']],
    ['the route back', rtb('rtb-b', 'vpc-b'), ['Add route 10.1.0.0/16 → pcx-1 in rtb-b'], ['reachable']],
    ['one side after the other', (b) => b.routeTable('rtb-a', 'vpc-a', []).routeTable('rtb-b', 'vpc-b', []), ['Add route 10.2.0.0/16 → pcx-1 in rtb-a'], ['blocked', 'reply route-table rtb-b']],
    ['a default route that leads to the internet stays', (b) => b.internetGateway('igw-b', 'vpc-b').routeTable('rtb-b', 'vpc-b', ['0.0.0.0/0 -> igw-b']), ['Add route 10.1.0.0/16 → pcx-1 in rtb-b'], ['reachable']],
    ['a longer route that leads nowhere is turned', rtb('rtb-a', 'vpc-a', '10.2.1.0/24 -> nat-gone'), ['Add route 10.2.1.0/24 → pcx-1 in rtb-a'], ['reachable']],
    ['a peering that waits is accepted', (b) => b.peering('pcx-1', { requester: 'vpc-a', accepter: 'vpc-b', state: 'pending-acceptance' }), ['Accept pcx-1'], ['reachable']],
    ['a peering that waits, without a route', (b) => b.peering('pcx-1', { requester: 'vpc-a', accepter: 'vpc-b', state: 'pending-acceptance' }).routeTable('rtb-a', 'vpc-a', []), ['Accept pcx-1 and add route 10.2.0.0/16 → pcx-1 in rtb-a'], ['reachable']],
    ['none for a peering that is over', (b) => b.peering('pcx-1', { requester: 'vpc-a', accepter: 'vpc-b', state: 'deleted' }), [], []],
  ])('%s', (_, change, titles, after) => {
    expect(fixed(change)).toEqual([titles, after]);
  });
});

describe('what a peering does not carry', () => {
  const overB = ['0.0.0.0/0 -> pcx-1'];
  const cases: readonly Row[] = [
    { name: 'to a third VPC', design: rtb('rtb-a', 'vpc-a', '10.2.0.0/15 -> pcx-1'), asked: 'i-a -> i-c tcp 443', expected: ['blocked', 'request vpc-peering-connection pcx-1', 'reply route-table rtb-c'] },
    { name: 'to the internet by the peer’s gateway', design: (b) => b.internetGateway('igw-b', 'vpc-b').routeTable('rtb-a', 'vpc-a', overB), asked: 'i-a -> internet tcp 443', expected: ['blocked', 'request vpc-peering-connection pcx-1'] },
    { name: 'to the office behind the peer', design: (b) => b.virtualPrivateGateway('vgw-b', 'vpc-b').office('office', { gateway: 'vgw-b', cidr: '192.168.0.0/16' }).routeTable('rtb-a', 'vpc-a', ['192.168.0.0/16 -> pcx-1']), asked: 'i-a -> onprem:vgw-b:192.168.1.5 tcp 443', expected: ['blocked', 'request vpc-peering-connection pcx-1', 'reply no-such-target 10.1.1.10'] },
  ];
  test.each(cases)('$name', judge);

  test('is said with the code of AWS', () => {
    const [blocker] = answerOf(network(cases[0]?.design), question('i-a -> i-c tcp 443')).blockers;
    expect(blocker).toMatchObject({ code: 'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR', sentence: 'pcx-1 carries traffic between the addresses of its two VPCs only, and 10.3.1.10 is not one of VPC vpc-b: a peering leads on to no third network.' });
  });
});

describe('a VPC that is not in the design', () => {
  const far = { account: '444455556666', cidrs: ['10.9.0.0/16'] };
  const foreign: Change = (b) => b.peering('pcx-9', { requester: 'vpc-a', far }).routeTable('rtb-a', 'vpc-a', ['10.9.0.0/16 -> pcx-9']);
  const cases: readonly Row[] = [
    { name: 'cannot be judged', design: foreign, asked: 'i-a -> 10.9.1.5 tcp 443', expected: ['undetermined', 'request vpc-peering-connection pcx-9'] },
    { name: 'nor what comes from it', design: foreign, asked: 'onprem:pcx-9:10.9.1.5 -> i-a tcp 443', expected: ['undetermined', 'request vpc-peering-connection pcx-9'] },
    { name: 'but a group before it blocks for certain', design: (b) => foreign(b).group('sg-a', 'vpc-a', { inbound: [], outbound: ['tcp 22 to 0.0.0.0/0'] }), asked: 'i-a -> 10.9.1.5 tcp 443', expected: ['blocked', 'request security-group sg-a', 'request vpc-peering-connection pcx-9'] },
    { name: 'and an ACL that drops the reply does too', design: (b) => foreign(b).networkAcl('acl-default-vpc-a', 'vpc-a', { inbound: ['100 deny all from 10.9.0.0/16'], outbound: ['100 allow all'] }), asked: 'i-a -> 10.9.1.5 tcp 443', expected: ['blocked', 'request vpc-peering-connection pcx-9', 'reply network-acl acl-default-vpc-a'] },
    { name: 'no route leads there', design: (b) => b.peering('pcx-9', { requester: 'vpc-a', far }), asked: 'i-a -> 10.9.1.5 tcp 443', expected: ['blocked', 'request route-table rtb-a'] },
    { name: 'an address that it does not have', design: (b) => foreign(b).routeTable('rtb-a', 'vpc-a', ['10.8.0.0/15 -> pcx-9']), asked: 'i-a -> 10.8.1.5 tcp 443', expected: ['blocked', 'request vpc-peering-connection pcx-9'] },
    { name: 'whose blocks nobody told', design: (b) => b.peering('pcx-9', { requester: 'vpc-a', far: {} }).routeTable('rtb-a', 'vpc-a', ['10.8.0.0/15 -> pcx-9']), asked: 'i-a -> 10.8.1.5 tcp 443', expected: ['undetermined', 'request vpc-peering-connection pcx-9'] },
    { name: 'takes what is meant for a VPC of the same range', design: (b) => b.peering('pcx-9', { requester: 'vpc-a', far: { cidrs: ['10.2.0.0/16'] } }).routeTable('rtb-a', 'vpc-a', ['10.2.0.0/16 -> pcx-9']), expected: ['blocked', 'request route-table rtb-a'] },
    { name: 'is who a bare address of the same range means', design: (b) => b.peering('pcx-9', { requester: 'vpc-a', far: { cidrs: ['10.2.0.0/16'] } }).routeTable('rtb-a', 'vpc-a', ['10.2.0.0/16 -> pcx-9']), asked: 'i-a -> 10.2.1.10 tcp 443', expected: ['undetermined', 'request vpc-peering-connection pcx-9'] },
  ];
  test.each(cases)('$name', judge);
});

describe('a bare address that two VPCs have', () => {
  const twin: Change = (b) => b.vpc('vpc-d', '10.2.0.0/16').subnet('subnet-d', { vpc: 'vpc-d', cidr: '10.2.1.0/24' }).group('sg-d', 'vpc-d', { inbound: [] }).instance('i-d', { subnet: 'subnet-d', address: '10.2.1.10', groups: ['sg-d'] });
  const cases: readonly Row[] = [
    { name: 'is in the VPC that the route leads to', design: twin, asked: 'i-a -> 10.2.1.10 tcp 443', expected: ['reachable'] },
    { name: 'is in the peered VPC even without a route', design: (b) => twin(b).routeTable('rtb-a', 'vpc-a', []).group('sg-b', 'vpc-b', { inbound: [] }), asked: 'i-a -> 10.2.1.10 tcp 443', expected: ['blocked', 'request route-table rtb-a', 'request security-group sg-b'] },
  ];
  test.each(cases)('$name', judge);
});

describe('groups named over a peering', () => {
  const onlyA: Change = (b) => b.group('sg-b', 'vpc-b', { inbound: ['tcp 443 from sg-a'] });
  const DENIED = ['blocked', 'request security-group sg-b'];
  const cases: readonly Row[] = [
    { name: 'match their members', design: onlyA, expected: ['reachable'] },
    { name: 'match nobody else', design: (b) => onlyA(b).group('sg-a2', 'vpc-a', { inbound: ['all'] }).instance('i-a', { subnet: 'subnet-a', address: '10.1.1.10', groups: ['sg-a2'] }), expected: DENIED },
    { name: 'match nothing once it is deleted: the rule is stale', design: (b) => onlyA(b).peering('pcx-1', { requester: 'vpc-a', accepter: 'vpc-b', state: 'deleted' }), expected: ['blocked', 'request route-table rtb-a', 'request security-group sg-b', 'reply route-table rtb-b'] },
    { name: 'match nothing over a peering of two Regions', design: (b) => onlyA(b).region('eu-west-1').vpc('vpc-b', '10.2.0.0/16', { region: 'eu-west-1' as never }), expected: DENIED },
    { name: 'match nothing behind two peerings', design: (b) => b.group('sg-c', 'vpc-c', { inbound: ['tcp 443 from sg-a'] }).routeTable('rtb-a', 'vpc-a', ['10.2.0.0/15 -> pcx-1']), asked: 'i-a -> i-c tcp 443', expected: ['blocked', 'request vpc-peering-connection pcx-1', 'request security-group sg-c', 'reply route-table rtb-c'] },
    { name: 'of an account that is not in the design never match an interface that is', design: (b) => b.group('sg-b', 'vpc-b', { inbound: ['tcp 443 from sg-9@444455556666'] }), expected: DENIED },
    {
      name: 'of an account that is not in the design may match what is not in it either',
      design: (b) => b.peering('pcx-9', { requester: 'vpc-b', far: { account: '444455556666', cidrs: ['10.9.0.0/16'] } }).group('sg-b', 'vpc-b', { inbound: ['tcp 443 from sg-9@444455556666'] }).routeTable('rtb-b', 'vpc-b', ['10.9.0.0/16 -> pcx-9']),
      asked: 'onprem:pcx-9:10.9.1.5 -> i-b tcp 443',
      expected: ['undetermined', 'request vpc-peering-connection pcx-9', 'request security-group sg-b'],
    },
  ];
  test.each(cases)('$name', judge);

  test('of an account that is not in the design are said to be unknown', () => {
    const design = network((b) => b.peering('pcx-9', { requester: 'vpc-b', far: { account: '444455556666', cidrs: ['10.9.0.0/16'] } }).group('sg-b', 'vpc-b', { inbound: ['tcp 443 from sg-9@444455556666'] }).routeTable('rtb-b', 'vpc-b', ['10.9.0.0/16 -> pcx-9']));
    const blocker = answerOf(design, question('onprem:pcx-9:10.9.1.5 -> i-b tcp 443')).blockers.find(({ component }) => component === 'security-group');
    expect(blocker?.code).toBe('UNKNOWN_PEERED_SGS');
  });

  const imported = (change: Change, missing: readonly string[]): Design => ({ ...network(change), snapshot: { missing: [...missing] } });
  const gone: Change = (b) => b.group('sg-b', 'vpc-b', { inbound: ['tcp 443 from sg-gone'] });
  test('that a whole list of groups does not hold are stale', () => expect(ask(imported(gone, []), ASKED)).toEqual(DENIED));
  test('never match where the groups of the sender are known, though the list of groups is missing', () => expect(ask(imported(gone, ['security-groups']), ASKED)).toEqual(DENIED));
  test('match a sender that is in them, though the list of groups is missing', () => {
    const change: Change = (b) => gone(b).instance('i-a', { subnet: 'subnet-a', address: '10.1.1.10', groups: ['sg-a', 'sg-gone'] });
    expect(ask(imported(change, ['security-groups']), ASKED)).toEqual(['reachable']);
  });
});

describe('prefix lists', () => {
  const viaList = (...cidrs: string[]): Change => (b) => b.prefixList('pl-1', cidrs).routeTable('rtb-a', 'vpc-a', ['pl-1 -> pcx-1']);
  const cases: readonly Row[] = [
    { name: 'route what they hold', design: viaList('10.2.0.0/16', '10.7.0.0/16'), expected: ['reachable'] },
    { name: 'route nothing else', design: viaList('10.7.0.0/16'), expected: ['blocked', 'request route-table rtb-a'] },
    { name: 'are not known', design: (b) => b.prefixList('pl-1').routeTable('rtb-a', 'vpc-a', ['pl-1 -> pcx-1']), expected: ['undetermined', 'request route-table rtb-a'] },
    { name: 'lose against a static route of the same block', design: (b) => b.prefixList('pl-1', ['10.2.0.0/16']).routeTable('rtb-a', 'vpc-a', ['pl-1 -> igw-gone', '10.2.0.0/16 -> pcx-1']), expected: ['reachable'] },
    { name: 'win against a static route of a larger block', design: (b) => b.prefixList('pl-1', ['10.2.0.0/16']).routeTable('rtb-a', 'vpc-a', ['10.0.0.0/8 -> igw-gone', 'pl-1 -> pcx-1']), expected: ['reachable'] },
    { name: 'win against a propagated route of the same block', design: (b) => b.virtualPrivateGateway('vgw-a', 'vpc-a').prefixList('pl-1', ['10.2.0.0/16']).routeTable('rtb-a', 'vpc-a', ['10.2.0.0/16 -> vgw-a propagated', 'pl-1 -> pcx-1']), expected: ['reachable'] },
    { name: 'that overlap and lead elsewhere', design: (b) => b.prefixList('pl-1', ['10.2.0.0/16']).prefixList('pl-2', ['10.2.0.0/16']).routeTable('rtb-a', 'vpc-a', ['pl-1 -> pcx-1', 'pl-2 -> igw-gone']), expected: ['undetermined', 'request route-table rtb-a'] },
    { name: 'that overlap and lead to the same', design: (b) => b.prefixList('pl-1', ['10.2.0.0/16']).prefixList('pl-2', ['10.2.0.0/16']).routeTable('rtb-a', 'vpc-a', ['pl-1 -> pcx-1', 'pl-2 -> pcx-1']), expected: ['reachable'] },
    { name: 'of which the more specific block decides', design: (b) => b.prefixList('pl-1', ['10.2.0.0/16']).prefixList('pl-2', ['10.2.1.0/24']).routeTable('rtb-a', 'vpc-a', ['pl-1 -> igw-gone', 'pl-2 -> pcx-1']), expected: ['reachable'] },
    { name: 'let in what they hold', design: (b) => b.prefixList('pl-1', ['10.1.1.0/24']).group('sg-b', 'vpc-b', { inbound: ['tcp 443 from pl-1'] }), expected: ['reachable'] },
    { name: 'let nothing else in', design: (b) => b.prefixList('pl-1', ['10.1.2.0/24']).group('sg-b', 'vpc-b', { inbound: ['tcp 443 from pl-1'] }), expected: ['blocked', 'request security-group sg-b'] },
    { name: 'let in what is not known', design: (b) => b.prefixList('pl-1').group('sg-b', 'vpc-b', { inbound: ['tcp 443 from pl-1'] }), expected: ['undetermined', 'request security-group sg-b'] },
    { name: 'of IPv6 match no IPv4', design: (b) => b.prefixList('pl-1', ['::/0']).group('sg-b', 'vpc-b', { inbound: ['tcp 443 from pl-1'] }), expected: ['blocked', 'request security-group sg-b'] },
  ];
  test.each(cases)('$name', judge);

  test.each([
    ['X_PREFIX_LIST_NOT_KNOWN', 'Whether sg-b lets it pass cannot be known: the design does not hold the entries of the prefix list that its rule names.', (b: DesignBuilder) => b.prefixList('pl-1').group('sg-b', 'vpc-b', { inbound: ['tcp 443 from pl-1'] })],
    ['X_PREFIX_LISTS_OVERLAP', 'rtb-a sends 10.2.1.10 by two prefix lists to different targets; AWS picks one and does not say which.', (b: DesignBuilder) => b.prefixList('pl-1', ['10.2.0.0/16']).prefixList('pl-2', ['10.2.0.0/16']).routeTable('rtb-a', 'vpc-a', ['pl-1 -> pcx-1', 'pl-2 -> igw-gone'])],
  ])('are said: %s', (code, sentence, change) => {
    expect(answerOf(network(change), question(ASKED)).blockers[0]).toMatchObject({ code, sentence });
  });
});
