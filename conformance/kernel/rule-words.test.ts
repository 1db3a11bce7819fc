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
