import { describe, expect, test } from 'vitest';
import type { Design } from '../model/design.ts';
import type { Question } from '../model/question.ts';
import { asResourceId, asRowId } from '../model/ids.ts';
import type { NetworkAclRule } from '../model/resources/index.ts';
import { answerOf, ask } from '../testing/ask.ts';
import { DesignBuilder } from '../testing/design-builder.ts';

// Expected values are reasoned from https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html: lowest number
// first, stateless, judged where traffic crosses the edge of a subnet; ephemeral ports are those of the initiator.

interface Lines {
  readonly inbound: readonly string[];
  readonly outbound: readonly string[];
}
const OPEN: Lines = { inbound: ['100 allow all'], outbound: ['100 allow all'] };

/** i-a in subnet-a (acl-a) and i-b in subnet-b (acl-b); i-c beside i-b; groups let everything pass. */
function pair(a: Lines, b: Lines): Design {
  return new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .networkAcl('acl-a', 'vpc-1', a)
    .networkAcl('acl-b', 'vpc-1', b)
    .subnet('subnet-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', acl: 'acl-a' })
    .subnet('subnet-b', { vpc: 'vpc-1', cidr: '10.0.2.0/24', acl: 'acl-b' })
    .group('sg-open', 'vpc-1', { inbound: ['all'] })
    .instance('i-a', { subnet: 'subnet-a', address: '10.0.1.10', groups: ['sg-open'] })
    .instance('i-b', { subnet: 'subnet-b', address: '10.0.2.10', groups: ['sg-open'] })
    .instance('i-c', { subnet: 'subnet-b', address: '10.0.2.20', groups: ['sg-open'] })
    .build();
}

const server = (outbound: readonly string[], inbound: readonly string[] = ['100 allow tcp 443']): Design => pair(OPEN, { inbound, outbound });
const client = (inbound: readonly string[]): Design => pair({ inbound, outbound: ['100 allow all'] }, OPEN);

function withIcmpRule(rule: Partial<NetworkAclRule>): Design {
  const design = pair(OPEN, OPEN);
  const inbound = { [asRowId('in-1')]: { number: 100, action: 'allow' as const, protocol: 'icmp' as const, cidr: '0.0.0.0/0', ...rule } };
  const outbound = { [asRowId('out-1')]: { number: 100, action: 'allow' as const, protocol: 'icmp' as const, icmpType: 0, cidr: '0.0.0.0/0' } };
  return { ...design, resources: { ...design.resources, [asResourceId('acl-b')]: { kind: 'network-acl', name: 'acl-b', vpc: asResourceId('vpc-1'), inbound, outbound } } };
}

const https = (given: Partial<Question> = {}): Question => ({ from: 'i-a', to: 'i-b', protocol: 'tcp', port: 443, ...given });
const PASSES = ['reachable'];

describe('network ACLs', () => {
  const cases: readonly { readonly name: string; readonly design: Design; readonly asked: Question; readonly expected: readonly string[] }[] = [
    { name: 'open', design: pair(OPEN, OPEN), asked: https(), expected: PASSES },
    { name: 'a custom ACL without rules denies all', design: pair(OPEN, { inbound: [], outbound: [] }), asked: https(), expected: ['blocked', 'request network-acl acl-b', 'reply network-acl acl-b'] },
    { name: 'inside one subnet no ACL judges', design: pair(OPEN, { inbound: [], outbound: [] }), asked: https({ from: 'i-c' }), expected: PASSES },
    { name: 'the four decisions', design: pair({ inbound: [], outbound: [] }, { inbound: [], outbound: [] }), asked: https(), expected: ['blocked', 'request network-acl acl-a', 'request network-acl acl-b', 'reply network-acl acl-b', 'reply network-acl acl-a'] },
    { name: 'deny before allow', design: server(OPEN.outbound, ['100 deny tcp 443', '110 allow all']), asked: https(), expected: ['blocked', 'request network-acl acl-b'] },
    { name: 'allow before deny', design: server(OPEN.outbound, ['100 allow tcp 443', '110 deny all']), asked: https(), expected: PASSES },
    { name: '22 denied by its own rule', design: server(OPEN.outbound, ['100 deny tcp 22', '110 allow all']), asked: https({ port: 22 }), expected: ['blocked', 'request network-acl acl-b'] },
    { name: '23 is beside it', design: server(OPEN.outbound, ['100 deny tcp 22', '110 allow all']), asked: https({ port: 23 }), expected: PASSES },
    { name: 'deny for another source', design: server(OPEN.outbound, ['100 deny all from 10.0.3.0/24', '110 allow all']), asked: https(), expected: PASSES },
    { name: 'numbers, not their order in the file', design: server(OPEN.outbound, ['200 allow all', '50 deny tcp 443']), asked: https(), expected: ['blocked', 'request network-acl acl-b'] },
    { name: 'Linux range, Linux client', design: server(['100 allow tcp 32768-61000']), asked: https({ client: 'linux' }), expected: PASSES },
    { name: 'Linux range, Windows client', design: server(['100 allow tcp 32768-61000']), asked: https({ client: 'windows' }), expected: ['ambiguous', 'reply network-acl acl-b'] },
    { name: 'Windows range, Windows client', design: server(['100 allow tcp 49152-65535']), asked: https({ client: 'windows' }), expected: PASSES },
    { name: 'Linux range, load balancer', design: server(['100 allow tcp 32768-61000']), asked: https({ client: 'elb' }), expected: ['ambiguous', 'reply network-acl acl-b'] },
    { name: '1024-65535, Lambda', design: server(['100 allow tcp 1024-65535']), asked: https({ client: 'lambda' }), expected: PASSES },
    { name: '1025-65535 lacks one port', design: server(['100 allow tcp 1025-65535']), asked: https(), expected: ['ambiguous', 'reply network-acl acl-b'] },
    { name: 'source port below the range', design: server(['100 allow tcp 32768-61000']), asked: https({ sourcePort: 32_767 }), expected: ['blocked', 'reply network-acl acl-b'] },
    { name: 'source port at the bound', design: server(['100 allow tcp 32768-61000']), asked: https({ sourcePort: 32_768 }), expected: PASSES },
    { name: 'replies may not leave', design: server(['100 allow tcp 443']), asked: https(), expected: ['blocked', 'reply network-acl acl-b'] },
    { name: 'replies may not come back', design: client(['100 allow tcp 443']), asked: https(), expected: ['blocked', 'reply network-acl acl-a'] },
    { name: 'replies come back from the server', design: client(['100 allow tcp 1024-65535 from 10.0.2.0/24']), asked: https(), expected: PASSES },
    { name: 'the reply is TCP', design: server(['100 allow udp 1024-65535']), asked: https(), expected: ['blocked', 'reply network-acl acl-b'] },
    { name: 'echo reply is type 0', design: withIcmpRule({ icmpType: 8 }), asked: { from: 'i-a', to: 'i-b', protocol: 'icmp' }, expected: PASSES },
    { name: 'echo request is type 8', design: withIcmpRule({ icmpType: 0 }), asked: { from: 'i-a', to: 'i-b', protocol: 'icmp' }, expected: ['blocked', 'request network-acl acl-b'] },
    { name: 'fragmentation needed has no reply', design: withIcmpRule({ icmpType: 3, icmpCode: 4 }), asked: { from: 'i-a', to: 'i-b', protocol: 'icmp', icmpType: 3, icmpCode: 4 }, expected: PASSES },
    { name: 'IPv6 rules say nothing of IPv4', design: server(OPEN.outbound, ['100 deny all from ::/0', '110 allow tcp 443']), asked: https(), expected: PASSES },
    { name: 'an IPv6 allow is no IPv4 allow', design: server(OPEN.outbound, ['100 allow all from ::/0']), asked: https(), expected: ['blocked', 'request network-acl acl-b'] },
  ];
  test.each(cases)('$name', ({ design, asked, expected }) => {
    expect(ask(design, asked)).toEqual(expected);
  });
});

test('a subnet of a NAT gateway that lets neither the client in nor the translated packet out: each refusal says whose packet it is', () => {
  const design = new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .internetGateway('igw-1', 'vpc-1')
    .networkAcl('acl-nat', 'vpc-1', { inbound: [], outbound: [] })
    .routeTable('rtb-public', 'vpc-1', ['0.0.0.0/0 -> igw-1'])
    .routeTable('rtb-private', 'vpc-1', ['0.0.0.0/0 -> nat-1'])
    .subnet('subnet-nat', { vpc: 'vpc-1', cidr: '10.0.0.0/24', table: 'rtb-public', acl: 'acl-nat' })
    .subnet('subnet-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-private' })
    .natGateway('nat-1', { subnet: 'subnet-nat', address: '10.0.0.5', public: '203.0.113.50' })
    .instance('i-a', { subnet: 'subnet-a', address: '10.0.1.10', groups: ['sg-default-vpc-1'] })
    .build();
  expect(answerOf(design, https({ to: 'internet' })).blockers.map(({ sentence }) => sentence)).toEqual([
    'acl-nat has no rule that lets TCP 443 into subnet subnet-nat, so its rule * denies it.',
    'acl-nat has no rule that lets TCP 443 from nat-1 out of subnet subnet-nat, so its rule * denies it.',
    'acl-nat has no rule that lets the reply (TCP 1024–65535 to nat-1) into subnet subnet-nat, so its rule * denies it.',
    'acl-nat has no rule that lets the reply (TCP 1024–65535) out of subnet subnet-nat, so its rule * denies it.',
  ]);
});
