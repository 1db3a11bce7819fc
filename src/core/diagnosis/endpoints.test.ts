import { expect, test } from 'vitest';
import type { Design } from '../model/design.ts';
import { asResourceId } from '../model/ids.ts';
import { answerOf, ask, question } from '../testing/ask.ts';
import { DesignBuilder } from '../testing/design-builder.ts';

// Routing by https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html and
// https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html; reserved addresses by
// https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html.

type Change = (builder: DesignBuilder) => DesignBuilder;

/** Two VPCs with the same range, an office behind vgw-1, groups that let everything pass. */
function network(change: Change = (builder) => builder): Design {
  const builder = new DesignBuilder().region();
  for (const key of ['vpc-1', 'vpc-2']) builder.vpc(key, '10.0.0.0/16').group(`sg-${key}`, key, { inbound: ['all'] });
  builder
    .internetGateway('igw-1', 'vpc-1')
    .virtualPrivateGateway('vgw-1', 'vpc-1')
    .office('office', { gateway: 'vgw-1', cidr: '192.168.0.0/16', staticRoutes: ['192.168.0.0/17'] })
    .routeTable('rtb-main-vpc-1', 'vpc-1', ['0.0.0.0/0 -> igw-1', '192.168.0.0/16 -> vgw-1'])
    .subnet('subnet-1', { vpc: 'vpc-1', cidr: '10.0.1.0/24' })
    .subnet('subnet-2', { vpc: 'vpc-1', cidr: '10.0.2.0/24' })
    .subnet('subnet-far', { vpc: 'vpc-2', cidr: '10.0.1.0/24' })
    .instance('i-a', { subnet: 'subnet-1', address: '10.0.1.10', groups: ['sg-vpc-1'], public: '203.0.113.10' })
    .instance('i-b', { subnet: 'subnet-2', address: '10.0.2.10', groups: ['sg-vpc-1'] })
    .instance('i-off', { subnet: 'subnet-1', address: '10.0.1.30', groups: ['sg-vpc-1'], more: { state: 'stopped' } })
    .instance('i-far', { subnet: 'subnet-far', address: '10.0.1.10', groups: ['sg-vpc-2'] })
    .instance('i-far-2', { subnet: 'subnet-far', address: '10.0.1.30', groups: ['sg-vpc-2'] })
    .add('i-gone', { kind: 'instance', name: 'i-gone', operatingSystem: 'amazon-linux-2023', instanceType: 't3.micro', state: 'terminated' })
    .add('eni-free', { kind: 'network-interface', name: 'eni-free', subnet: asResourceId('subnet-1'), addresses: { [asResourceId('a') as never]: { address: '10.0.1.40', primary: true } }, ipv6Addresses: {}, securityGroups: [asResourceId('sg-vpc-1')], sourceDestinationCheck: true })
    .add('tgw-1', { kind: 'unmodelled', name: 'tgw-1', type: 'transit-gateway', subnets: [], data: {} })
    .add('arn:lb', { kind: 'unmodelled', name: 'shop', type: 'load-balancer', subnets: [], data: {} });
  return change(builder).build();
}

const routes =
  (...lines: readonly string[]): Change =>
  (b) =>
    b.routeTable('rtb-main-vpc-1', 'vpc-1', lines);
const none = (address: string): readonly string[] => ['blocked', `request no-such-target ${address}`];
const PASSES = ['reachable'];

const cases: readonly { readonly asked: string; readonly design?: Change; readonly expected: readonly string[]; readonly why?: string }[] = [
  { asked: 'i-b -> 10.0.1.10 tcp 22', expected: PASSES, why: 'the local route leads to the own VPC' },
  { asked: 'i-b -> 10.0.1.30 tcp 22', expected: ['blocked', 'request instance-state i-off'], why: 'the one of the own VPC is off' },
  { asked: 'i-b -> vpc-1:10.0.1.30 tcp 22', expected: ['blocked', 'request instance-state i-off'] },
  { asked: '10.0.1.10 -> i-b tcp 22', expected: ['error'], why: 'two hold it' },
  { asked: 'vpc-1:10.0.1.10 -> i-b tcp 22', expected: PASSES },
  { asked: '10.0.2.10 -> vpc-1:10.0.1.10 tcp 22', expected: PASSES },
  { asked: 'i-b -> 10.0.2.10/32 tcp 22', expected: ['error'], why: 'itself' },
  { asked: '10.0.2.10/32 -> i-a tcp 22', expected: PASSES },
  { asked: '10.0.2.0/24 -> i-a tcp 22', expected: PASSES, why: 'the interfaces of the block' },
  { asked: '0.0.0.0/0 -> i-a tcp 22', expected: PASSES },
  { asked: 'i-a -> 0.0.0.0/0 tcp 22', expected: PASSES },
  { asked: 'i-b -> 10.0.1.99 tcp 22', expected: none('10.0.1.99') },
  ...[0, 1, 2, 3, 255].map((last) => ({ asked: `i-a -> vpc-1:10.0.2.${last} tcp 22`, expected: none(`10.0.2.${last}`), why: 'reserved' })),
  { asked: 'i-a -> 10.0.77.1 tcp 22', expected: none('10.0.77.1'), why: 'in the VPC, in no subnet' },
  { asked: '10.0.2.99 -> i-a tcp 22', expected: PASSES },
  { asked: 'i-a -> i-gone tcp 22', expected: ['blocked', 'request instance-state i-gone'] },
  { asked: 'i-gone -> i-a tcp 22', expected: ['blocked', 'request instance-state i-gone'] },
  { asked: 'i-a -> eni-free tcp 22', expected: ['blocked', 'request instance-state eni-free'] },
  { asked: 'eni-free -> i-a tcp 22', expected: ['blocked', 'request instance-state eni-free'] },
  { asked: 'i-a -> shop tcp 80', expected: ['undetermined', 'request load-balancer arn:lb'] },
  { asked: 'i-a -> nothing-of-that-name tcp 80', expected: ['error'] },
  { asked: 'onprem:vgw-1:192.168.1.5 -> i-b tcp 22', expected: PASSES },
  { asked: 'onprem:vpn-office:192.168.1.5 -> i-b tcp 22', expected: PASSES },
  { asked: 'i-b -> onprem:vgw-1:192.168.1.5 tcp 22', expected: PASSES },
  { asked: 'i-b -> 192.168.1.5 tcp 22', expected: PASSES },
  { asked: 'i-b -> 192.168.200.5 tcp 22', expected: ['blocked', 'request vpn-connection vpn-office'], why: 'no static route of the VPN covers it' },
  { asked: 'onprem:vgw-1:192.168.1.5 -> i-b tcp 22', design: routes('0.0.0.0/0 -> igw-1'), expected: ['blocked', 'reply route-table rtb-main-vpc-1'], why: 'the reply leaves elsewhere' },
  { asked: 'i-b -> onprem:vgw-1:192.168.1.5 tcp 22', design: (b) => b.virtualPrivateGateway('vgw-1'), expected: ['blocked', 'request vpn-gateway vgw-1'] },
  { asked: 'i-a -> onprem:tgw-1:172.16.0.5 tcp 22', expected: ['undetermined', 'request transit-gateway tgw-1'] },
  { asked: 'i-b -> 172.16.0.5 tcp 22', design: routes('172.16.0.0/12 -> tgw-1'), expected: ['undetermined', 'request transit-gateway tgw-1'] },
  { asked: 'i-b -> 172.16.0.5 tcp 22', design: routes('172.16.0.0/12 -> pcx-gone'), expected: ['blocked', 'request route-table rtb-main-vpc-1'] },
  { asked: 'i-a -> 172.31.0.5 tcp 22', design: routes('0.0.0.0/0 -> igw-1', '172.31.0.0/24 -> igw-1', '172.31.0.0/24 -> vgw-1 propagated'), expected: ['blocked', 'request internet-gateway igw-1'], why: 'static before propagated' },
  { asked: 'i-b -> 198.51.100.7 tcp 443', design: routes('pl-1 -> vpce-1'), expected: ['undetermined', 'request route-table rtb-main-vpc-1'], why: 'the prefix list may hold it' },
  { asked: 'i-a -> i-b tcp 22', design: routes('10.0.2.0/24 -> vgw-1 propagated'), expected: PASSES, why: 'local before propagated' },
  { asked: 'i-a -> i-b tcp 22', design: routes('10.0.2.0/24 -> eni-i-off'), expected: ['blocked', 'request route-table rtb-main-vpc-1'], why: 'source/destination check' },
  { asked: 'i-a -> i-b tcp 22', design: routes('10.0.2.0/24 -> eni-i-off blackhole'), expected: ['blocked', 'request route-table rtb-main-vpc-1'] },
  { asked: 'i-a -> 10.1.0.5 tcp 22', design: (b) => b.vpc('vpc-1', '10.0.0.0/16', { secondaryCidrs: { [asResourceId('c') as never]: { cidr: '10.1.0.0/16' } } }).subnet('subnet-3', { vpc: 'vpc-1', cidr: '10.1.0.0/24' }).instance('i-c', { subnet: 'subnet-3', address: '10.1.0.5', groups: ['sg-vpc-1'] }), expected: PASSES, why: 'local route of the second block' },
];

test('what a far side announces by BGP is said to be taken for granted', () => {
  const design = network((b) => b.virtualPrivateGateway('vgw-1', 'vpc-1').office('office', { gateway: 'vgw-1', cidr: '192.168.0.0/16' }).routeTable('rtb-main-vpc-1', 'vpc-1', ['172.16.0.0/12 -> vgw-1']));
  const { verdict, assumptions } = answerOf(design, question('i-b -> 172.16.0.5 tcp 22'));
  expect(verdict).toBe('reachable');
  expect(assumptions).toContain('Beyond vgw-1 the far side is taken to announce 172.16.0.5, as far as no static route says otherwise.');
});

test('a NAT gateway is not reached by what its address leads to elsewhere', () => {
  const design = new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.1.0.0/16')
    .vpc('vpc-2', '10.2.0.0/16')
    .subnet('subnet-1', { vpc: 'vpc-1', cidr: '10.1.1.0/24' })
    .natGateway('nat-1', { subnet: 'subnet-1', address: '10.1.1.5' })
    .subnet('subnet-2', { vpc: 'vpc-2', cidr: '10.2.1.0/24' })
    .instance('i-2', { subnet: 'subnet-2', address: '10.2.1.10', groups: ['sg-default-vpc-2'] })
    .virtualPrivateGateway('vgw-2', 'vpc-2')
    .office('office', { gateway: 'vgw-2', cidr: '10.1.0.0/16' })
    .routeTable('rtb-main-vpc-2', 'vpc-2', ['10.1.0.0/16 -> vgw-2'])
    .build();
  expect(ask(design, 'i-2 -> nat-1 tcp 443')).toEqual(['blocked', 'request route-table rtb-main-vpc-2']);
});

test.each(cases)('$asked $why', ({ asked, design, expected }) => {
  expect(ask(network(design), asked)).toEqual(expected);
});

const isImported = (design: Design): Design => ({ ...design, snapshot: { missing: [] } });
const cardless = (state: 'running' | 'terminated'): Design =>
  network((b) => b.add('i-cardless', { kind: 'instance', name: 'cardless', operatingSystem: 'other', instanceType: 't3.micro', state }));

test.each([
  { state: 'running', design: isImported(cardless('running')), expected: ['undetermined', 'request instance-state i-cardless'] },
  { state: 'terminated', design: isImported(cardless('terminated')), expected: ['blocked', 'request instance-state i-cardless'] },
  { state: 'drawn', design: cardless('running'), expected: ['blocked', 'request instance-state i-cardless'] },
] as const)('an imported machine that runs has an interface, although the snapshot lacks it: $state', ({ design, expected }) => {
  expect(ask(design, 'i-a -> i-cardless tcp 22')).toEqual(expected);
});

test.each(['10.0.0.2', 'vpc-1:10.0.0.2', '169.254.169.253', '169.254.169.254', 'fd00:ec2::254'])('%s is a service of every host, which groups and ACLs do not stop', (address) => {
  const closed = network((b) => b.group('sg-vpc-1', 'vpc-1', { inbound: [], outbound: [] }));
  expect(answerOf(closed, question(`i-a -> ${address} udp 53`))).toMatchObject({ verdict: 'undetermined', blockers: [{ component: 'service', resource: address.replace('vpc-1:', '') }] });
});

test('behind an Elastic IP address that is associated with nothing nobody answers', () => {
  const design = network((b) => b.add('eipalloc-1', { kind: 'elastic-ip', name: 'spare', region: asResourceId('us-east-1'), address: '198.51.100.77' }));
  expect(ask(design, 'i-a -> 198.51.100.77 tcp 443')).toEqual(['blocked', 'request no-such-target 198.51.100.77']);
  expect(ask(design, 'i-a -> 198.51.100.78 tcp 443')).toEqual(['reachable']);
});

test('where no static route has the destination, a VPN connection that is still there is named', () => {
  const gone = { kind: 'vpn-connection', name: 'vpn-a', customerGateway: asResourceId('cgw-office'), gateway: asResourceId('vgw-1'), routing: 'static', staticRoutes: {}, tunnels: {}, state: 'deleted' } as const;
  // A resource that comes first in the design is looked at first.
  const { resources, ...rest } = network((b) => b.routeTable('rtb-main-vpc-1', 'vpc-1', ['192.168.0.0/16 -> vgw-1']));
  const design: Design = { ...rest, resources: { [asResourceId('vpn-a')]: gone, ...resources } };
  expect(ask(design, 'i-a -> 192.168.200.1 tcp 443')).toEqual(['blocked', 'request vpn-connection vpn-office']);
});

test('an end that is not modelled is said in words', () => {
  const { blockers } = answerOf(network(), question('i-a -> shop tcp 80'));
  expect(blockers.map(({ sentence }) => sentence)).toEqual(['shop (load-balancer) is not modelled yet, so what reaches it, and what it reaches, cannot be known.']);
});
