import { expect, test } from 'vitest';
import { traffic, DesignBuilder } from '@core/testing/design-builder.ts';
import { resourceOf } from './design-reading.ts';
import { asResourceId } from '@core/model/ids.ts';
import { aclChains, groupFilter, trafficWords } from './rule-words.ts';

test.each([
  ['all', ''],
  ['tcp 443', 'tcp dport 443-443'],
  ['udp 1024-65535', 'udp dport 1024-65535'],
  ['tcp', 'meta l4proto 6'],
  ['icmp', 'meta l4proto 1'],
  ['tcp 443-22', undefined],
])('a rule about %s is %j in nftables', (text, words) => {
  expect(trafficWords(traffic(text), 4)).toBe(words);
});

test.each([
  [{ protocol: 'icmp', icmpType: 8 } as const, 'icmp type 8'],
  [{ protocol: 'icmp', icmpType: 3, icmpCode: 4 } as const, 'icmp type 3 icmp code 4'],
  [{ protocol: 'icmpv6' } as const, undefined],
  [{ protocol: 47 } as const, 'meta l4proto 47'],
  [{ protocol: 6, fromPort: 22, toPort: 22 } as const, 'tcp dport 22-22'],
])('%j is %j in nftables', (rule, words) => {
  expect(trafficWords(rule, 4)).toBe(words);
});

const design = new DesignBuilder()
  .region()
  .vpc('vpc-1', '10.1.0.0/16')
  .networkAcl('acl-a', 'vpc-1', { inbound: ['200 allow all from 0.0.0.0/0', '100 deny tcp 22 from 0.0.0.0/0'], outbound: [] })
  .group('sg-a', 'vpc-1', { inbound: ['tcp 443 from sg-a'], outbound: [] })
  .subnet('subnet-1', { vpc: 'vpc-1', cidr: '10.1.1.0/24' })
  .instance('i-1', { subnet: 'subnet-1', address: '10.1.1.10', groups: ['sg-a'] })
  .build();

test('an ACL is read in the order of its numbers, and denies what is left', () => {
  const text = aclChains(resourceOf(design, asResourceId('acl-a'), 'network-acl'), 's1', 4);
  expect(text.split('\n').map((line) => line.trim())).toEqual(['chain in_s1 {', 'ip saddr 0.0.0.0/0 tcp dport 22-22 drop', 'ip saddr 0.0.0.0/0  return', 'drop', '}', 'chain out_s1 {', 'drop', '}', '']);
});

test('a group lets in its members by their private addresses, and replies', () => {
  const card = resourceOf(design, asResourceId('eni-i-1'), 'network-interface');
  if (!card) throw new Error('the interface is missing');
  const lines = groupFilter({ design, family: 4 }, card).split('\n').map((line) => line.trim());
  expect(lines).toContain('ip saddr 10.1.1.10 tcp dport 443-443 accept');
  expect(lines.filter((line) => line === 'ct state established accept')).toHaveLength(2);
  expect(lines.filter((line) => line.endsWith('policy drop;'))).toHaveLength(2);
});

test.each([
  ['all', ''],
  ['tcp 443', 'tcp dport 443-443'],
  ['icmp', undefined],
  ['icmpv6', 'meta l4proto 58'],
])('a rule about %s is %j for IPv6', (text, words) => {
  expect(trafficWords(traffic(text), 6)).toBe(words);
});

const dualStack = new DesignBuilder()
  .region()
  .vpc('vpc-1', '10.1.0.0/16')
  .networkAcl('acl-a', 'vpc-1', { inbound: ['100 allow all from 0.0.0.0/0', '101 allow tcp 443 from ::/0'], outbound: [] })
  .group('sg-a', 'vpc-1', { inbound: ['tcp 443 from 0.0.0.0/0', 'icmpv6 from ::/0'], outbound: [] })
  .subnet('subnet-1', { vpc: 'vpc-1', cidr: '10.1.1.0/24' })
  .instance('i-1', { subnet: 'subnet-1', address: '10.1.1.10', groups: ['sg-a'] })
  .build();

test('rules for one family are no rules for the other', () => {
  const lines = (family: 4 | 6): readonly string[] => aclChains(resourceOf(dualStack, asResourceId('acl-a'), 'network-acl'), 's1', family).split('\n').map((line) => line.trim()).slice(1, 3);
  expect(lines(4)).toEqual(['ip saddr 0.0.0.0/0  return', 'drop']);
  expect(lines(6)).toEqual(['ip6 saddr ::/0 tcp dport 443-443 return', 'drop']);
});

test('a filter for IPv6 lets neighbours find each other, and nothing else that no rule names', () => {
  const card = resourceOf(dualStack, asResourceId('eni-i-1'), 'network-interface');
  if (!card) throw new Error('the interface is missing');
  const accepted = groupFilter({ design: dualStack, family: 6 }, card).split('\n').map((line) => line.trim()).filter((line) => line.endsWith('accept'));
  expect(accepted).toEqual(['ct state established accept', 'icmpv6 type { nd-neighbor-solicit, nd-neighbor-advert } accept', 'ip6 saddr ::/0 meta l4proto 58 accept', 'ct state established accept', 'icmpv6 type { nd-neighbor-solicit, nd-neighbor-advert } accept']);
});
