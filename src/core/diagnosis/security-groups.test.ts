import { describe, expect, test } from 'vitest';
import { asResourceId, asRowId } from '../model/ids.ts';
import type { Design } from '../model/design.ts';
import type { Question } from '../model/question.ts';
import type { SecurityGroupRule } from '../model/resources/index.ts';
import { ask } from '../testing/ask.ts';
import { DesignBuilder } from '../testing/design-builder.ts';

// Expected values are reasoned from https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html and
// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html.

/** Two machines in one subnet: i-a (10.0.1.10, sg-a) asks i-b (10.0.1.20, sg-b). */
function pair(inbound: readonly string[], change: (builder: DesignBuilder) => DesignBuilder = (builder) => builder): Design {
  const builder = new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .internetGateway('igw-1', 'vpc-1')
    .routeTable('rtb-main-vpc-1', 'vpc-1', ['0.0.0.0/0 -> igw-1'])
    .subnet('subnet-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24' })
    .group('sg-a', 'vpc-1', { inbound: [] })
    .group('sg-b', 'vpc-1', { inbound })
    .instance('i-a', { subnet: 'subnet-a', address: '10.0.1.10', groups: ['sg-a'], public: '203.0.113.10' })
    .instance('i-b', { subnet: 'subnet-a', address: '10.0.1.20', groups: ['sg-b'], public: '203.0.113.20' });
  return change(builder).build();
}

function withRule(rule: Partial<SecurityGroupRule>): Design {
  return pair([], (builder) =>
    builder.add('sg-b', {
      kind: 'security-group',
      name: 'sg-b',
      vpc: asResourceId('vpc-1'),
      inbound: { [asRowId('in-1')]: { protocol: 'all', peer: { cidr: '0.0.0.0/0' }, ...rule } },
      outbound: {},
    }),
  );
}

const PASSES = ['reachable'];
const DENIED = ['blocked', 'request security-group sg-b'];

describe('rules of a security group', () => {
  const cases: readonly { readonly name: string; readonly design: Design; readonly asked: string | Question; readonly expected: readonly string[] }[] = [
    { name: 'lower bound', design: pair(['tcp 8000-8010']), asked: 'i-a -> i-b tcp 8000', expected: PASSES },
    { name: 'upper bound', design: pair(['tcp 8000-8010']), asked: 'i-a -> i-b tcp 8010', expected: PASSES },
    { name: 'one below', design: pair(['tcp 8000-8010']), asked: 'i-a -> i-b tcp 7999', expected: DENIED },
    { name: 'one above', design: pair(['tcp 8000-8010']), asked: 'i-a -> i-b tcp 8011', expected: DENIED },
    { name: 'port 0 in 0-65535', design: pair(['tcp 0-65535']), asked: 'i-a -> i-b tcp 0', expected: PASSES },
    { name: 'port 65535 in 0-65535', design: pair(['tcp 0-65535']), asked: 'i-a -> i-b tcp 65535', expected: PASSES },
    { name: 'port 0 not in 1-65535', design: pair(['tcp 1-65535']), asked: 'i-a -> i-b tcp 0', expected: DENIED },
    { name: 'another protocol', design: pair(['tcp 53']), asked: 'i-a -> i-b udp 53', expected: DENIED },
    { name: 'protocol number 6 is TCP', design: withRule({ protocol: 6, fromPort: 22, toPort: 22 }), asked: 'i-a -> i-b tcp 22', expected: PASSES },
    { name: 'asked by number 17', design: pair(['udp 53']), asked: 'i-a -> i-b 17 53', expected: PASSES },
    { name: 'GRE by number', design: withRule({ protocol: 47 }), asked: 'i-a -> i-b 47', expected: PASSES },
    { name: 'GRE against TCP', design: pair(['tcp']), asked: 'i-a -> i-b 47', expected: DENIED },
    { name: 'all lets GRE in', design: pair(['all']), asked: 'i-a -> i-b 47', expected: PASSES },
    { name: 'ports of a rule for all count for nothing', design: withRule({ protocol: 'all', fromPort: 80, toPort: 80 }), asked: 'i-a -> i-b tcp 22', expected: PASSES },
    { name: 'ping, all ICMP', design: pair(['icmp']), asked: 'i-a -> i-b icmp', expected: PASSES },
    { name: 'ping, echo request', design: withRule({ protocol: 'icmp', icmpType: 8, icmpCode: 0 }), asked: 'i-a -> i-b icmp', expected: PASSES },
    { name: 'ping, type 8 and any code', design: withRule({ protocol: 'icmp', icmpType: 8 }), asked: { from: 'i-a', to: 'i-b', protocol: 'icmp', icmpType: 8, icmpCode: 0 }, expected: PASSES },
    { name: 'ping, echo reply only', design: withRule({ protocol: 'icmp', icmpType: 0 }), asked: 'i-a -> i-b icmp', expected: DENIED },
    { name: 'fragmentation needed', design: withRule({ protocol: 'icmp', icmpType: 3, icmpCode: 4 }), asked: { from: 'i-a', to: 'i-b', protocol: 'icmp', icmpType: 3, icmpCode: 4 }, expected: PASSES },
    { name: 'another code', design: withRule({ protocol: 'icmp', icmpType: 3, icmpCode: 4 }), asked: { from: 'i-a', to: 'i-b', protocol: 'icmp', icmpType: 3, icmpCode: 1 }, expected: DENIED },
    { name: 'ICMP against TCP', design: pair(['tcp']), asked: 'i-a -> i-b icmp', expected: DENIED },
    { name: 'exact source', design: pair(['tcp 22 from 10.0.1.10/32']), asked: 'i-a -> i-b tcp 22', expected: PASSES },
    { name: 'the address beside', design: pair(['tcp 22 from 10.0.1.11/32']), asked: 'i-a -> i-b tcp 22', expected: DENIED },
    { name: 'an IPv6 rule says nothing of IPv4', design: pair(['tcp 22 from ::/0']), asked: 'i-a -> i-b tcp 22', expected: DENIED },
    { name: 'without a port, only a part passes', design: pair(['tcp 22']), asked: 'i-a -> i-b tcp', expected: ['ambiguous', 'request security-group sg-b'] },
    { name: 'no rule at all', design: pair([]), asked: 'i-a -> i-b tcp 22', expected: DENIED },
    { name: 'a prefix list is not known', design: withRule({ peer: { prefixList: asResourceId('pl-1') } }), asked: 'i-a -> i-b tcp 22', expected: ['undetermined', 'request security-group sg-b'] },
  ];
  test.each(cases)('$name', ({ design, asked, expected }) => {
    expect(ask(design, asked)).toEqual(expected);
  });
});

describe('references to groups', () => {
  const cases: readonly { readonly name: string; readonly design: Design; readonly asked: string; readonly expected: readonly string[] }[] = [
    { name: 'a member', design: pair(['tcp 22 from sg-a']), asked: 'i-a -> i-b tcp 22', expected: PASSES },
    { name: 'not a member', design: pair(['tcp 22 from sg-b']), asked: 'i-a -> i-b tcp 22', expected: DENIED },
    { name: 'itself', design: pair(['tcp 22 from sg-b'], (b) => b.instance('i-a', { subnet: 'subnet-a', address: '10.0.1.10', groups: ['sg-b'] })), asked: 'i-a -> i-b tcp 22', expected: PASSES },
    { name: 'a group that is not there', design: pair(['tcp 22 from sg-gone']), asked: 'i-a -> i-b tcp 22', expected: DENIED },
    { name: 'union of the groups of one interface', design: pair([], (b) => b.group('sg-c', 'vpc-1', { inbound: ['tcp 22'] }).instance('i-b', { subnet: 'subnet-a', address: '10.0.1.20', groups: ['sg-b', 'sg-c'] })), asked: 'i-a -> i-b tcp 22', expected: PASSES },
    // A reference matches private addresses only: a call through the public address does not match.
    { name: 'a member through the public address', design: pair(['tcp 22 from sg-a']), asked: 'i-a -> 203.0.113.20 tcp 22', expected: DENIED },
    { name: 'the caller named by its public address', design: pair(['tcp 22 from 203.0.113.10/32']), asked: 'i-a -> 203.0.113.20 tcp 22', expected: PASSES },
    { name: 'the caller named by its private address', design: pair(['tcp 22 from 10.0.1.10/32']), asked: 'i-a -> 203.0.113.20 tcp 22', expected: DENIED },
    { name: 'no outbound rule', design: pair(['all'], (b) => b.group('sg-a', 'vpc-1', { inbound: [], outbound: [] })), asked: 'i-a -> i-b tcp 22', expected: ['blocked', 'request security-group sg-a'] },
    { name: 'outbound to a group', design: pair(['all'], (b) => b.group('sg-a', 'vpc-1', { inbound: [], outbound: ['tcp 22 to sg-b'] })), asked: 'i-a -> i-b tcp 22', expected: PASSES },
    { name: 'the reply needs no outbound rule', design: pair(['tcp 22'], (b) => b.group('sg-b', 'vpc-1', { inbound: ['tcp 22'], outbound: [] })), asked: 'i-a -> i-b tcp 22', expected: PASSES },
    // https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html: inbound from itself, and used when none is given.
    { name: 'no group given: the default one', design: pair([], (b) => b.instance('i-a', { subnet: 'subnet-a', address: '10.0.1.10', groups: [] }).instance('i-b', { subnet: 'subnet-a', address: '10.0.1.20', groups: [] })), asked: 'i-a -> i-b tcp 22', expected: PASSES },
    { name: 'the default group keeps strangers out', design: pair([], (b) => b.instance('i-b', { subnet: 'subnet-a', address: '10.0.1.20', groups: [] })), asked: 'i-a -> i-b tcp 22', expected: ['blocked', 'request security-group sg-default-vpc-1'] },
    { name: 'two blockers', design: pair([], (b) => b.group('sg-a', 'vpc-1', { inbound: [], outbound: [] })), asked: 'i-a -> i-b tcp 22', expected: ['blocked', 'request security-group sg-a', 'request security-group sg-b'] },
    { name: 'a host without groups', design: pair(['tcp 22 from 10.0.1.0/24']), asked: '10.0.1.99 -> i-b tcp 22', expected: PASSES },
    { name: 'a host is a member of nothing', design: pair(['tcp 22 from sg-a']), asked: '10.0.1.99 -> i-b tcp 22', expected: DENIED },
  ];
  test.each(cases)('$name', ({ design, asked, expected }) => {
    expect(ask(design, asked)).toEqual(expected);
  });
});

test('an interface of a snapshot without security groups is not judged', () => {
  const design = pair([], (b) => b.instance('i-b', { subnet: 'subnet-a', address: '10.0.1.20', groups: ['sg-far'] }));
  expect(ask({ ...design, snapshot: { missing: ['security-groups'] } }, 'i-a -> i-b tcp 22')).toEqual(['undetermined', 'request security-group sg-far']);
});
