import { describe, expect, test } from 'vitest';
import type { Design } from '../model/design.ts';
import { asResourceId, type ResourceId } from '../model/ids.ts';
import { answerOf, question } from '../testing/ask.ts';
import { applyFix } from '../testing/rule-tester.ts';
import { EdgeDesignBuilder } from '../testing/edge-design-builder.ts';

// AWS has a word for an end without an IPv4 address, and none for IPv6, which it does not analyse:
// https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html

const OPEN = { inbound: ['all from 0.0.0.0/0', 'all from ::/0'], outbound: ['all to 0.0.0.0/0', 'all to ::/0'] };

/** i-four has IPv4 alone, i-six IPv6 alone, i-both both; all in public subnets, and a NAT gateway for 64:ff9b::/96. */
const network = (): EdgeDesignBuilder =>
  new EdgeDesignBuilder()
    .region()
    .dualStackVpc('vpc-1', '10.0.0.0/16', '2001:db8:0:100::/56')
    .internetGateway('igw-1', 'vpc-1')
    .virtualPrivateGateway('vgw-1', 'vpc-1')
    .office('office', { gateway: 'vgw-1', cidr: '192.168.0.0/16' })
    .routeTable('rtb-public', 'vpc-1', ['0.0.0.0/0 -> igw-1', '::/0 -> igw-1', '64:ff9b::/96 -> nat-1', '192.168.0.0/16 -> vgw-1'])
    .ipv6Subnet('subnet-four', { vpc: 'vpc-1', cidr: '10.0.1.0/24', ipv6: '2001:db8:0:101::/64', table: 'rtb-public' })
    .ipv6Subnet('subnet-six', { vpc: 'vpc-1', ipv6: '2001:db8:0:102::/64', table: 'rtb-public', dns64: true })
    .group('sg-open', 'vpc-1', OPEN)
    .natGateway('nat-1', { subnet: 'subnet-four', address: '10.0.1.5', public: '203.0.113.50' })
    .machine('i-four', { subnet: 'subnet-four', address: '10.0.1.10', groups: ['sg-open'], public: '203.0.113.10' })
    .machine('i-both', { subnet: 'subnet-four', address: '10.0.1.11', ipv6: '2001:db8:0:101::11', groups: ['sg-open'], public: '203.0.113.11' })
    .machine('i-six', { subnet: 'subnet-six', ipv6: '2001:db8:0:102::10', groups: ['sg-open'] });

const answer = (asked: string, design: Design = network().build()) => {
  const { verdict, blockers, steps } = answerOf(design, question(asked));
  return { verdict, blockers: blockers.map(({ component, resource, code }) => `${component} ${resource} ${code}`), sentences: blockers.map(({ sentence }) => sentence), fixes: blockers.flatMap(({ fixes }) => fixes), step: steps.find(({ id }) => id === 'public-ip') };
};

describe('ends without a family in common', () => {
  const cases: readonly { readonly asked: string; readonly blocker: string; readonly sentence: string }[] = [
    { asked: 'internet:2600::1 -> i-four tcp 443', blocker: 'public-ip eni-i-four X_NO_IPV6_ADDRESS', sentence: 'i-four has no IPv6 address, so no packet goes between it and 2600::1.' },
    { asked: '::/0 -> i-four tcp 443', blocker: 'public-ip eni-i-four X_NO_IPV6_ADDRESS', sentence: 'i-four has no IPv6 address, so no packet goes between it and the IPv6 internet.' },
    { asked: 'internet:::/0 -> i-four tcp 443', blocker: 'public-ip eni-i-four X_NO_IPV6_ADDRESS', sentence: 'i-four has no IPv6 address, so no packet goes between it and the IPv6 internet.' },
    { asked: 'i-four -> internet:2600::1 tcp 443', blocker: 'public-ip eni-i-four X_NO_IPV6_ADDRESS', sentence: 'i-four has no IPv6 address, so no packet goes between it and 2600::1.' },
    { asked: 'i-four -> ::/0 tcp 443', blocker: 'public-ip eni-i-four X_NO_IPV6_ADDRESS', sentence: 'i-four has no IPv6 address, so no packet goes between it and the IPv6 internet.' },
    { asked: 'i-four -> 2600::1 tcp 443', blocker: 'public-ip eni-i-four X_NO_IPV6_ADDRESS', sentence: 'i-four has no IPv6 address, so no packet goes between it and 2600::1.' },
    { asked: 'internet:198.51.100.7 -> i-six tcp 443', blocker: 'public-ip eni-i-six UNASSOCIATED_COMPONENT', sentence: 'i-six has no IPv4 address, so no packet goes between it and 198.51.100.7.' },
    { asked: '0.0.0.0/0 -> i-six tcp 443', blocker: 'public-ip eni-i-six UNASSOCIATED_COMPONENT', sentence: 'i-six has no IPv4 address, so no packet goes between it and the IPv4 internet.' },
    { asked: 'i-four -> i-six tcp 443', blocker: 'public-ip eni-i-six UNASSOCIATED_COMPONENT', sentence: 'i-six has no IPv4 address, so no packet goes between it and i-four.' },
    { asked: 'i-six -> i-four tcp 443', blocker: 'public-ip eni-i-four X_NO_IPV6_ADDRESS', sentence: 'i-four has no IPv6 address, so no packet goes between it and i-six.' },
    { asked: 'onprem:vgw-1:192.168.0.9 -> i-six tcp 443', blocker: 'public-ip eni-i-six UNASSOCIATED_COMPONENT', sentence: 'i-six has no IPv4 address, so no packet goes between it and onprem:vgw-1:192.168.0.9.' },
    { asked: 'internet:2600::1 -> nat-1 tcp 443', blocker: 'public-ip nat-1 X_NO_IPV6_ADDRESS', sentence: 'nat-1 has no IPv6 address, so no packet goes between it and 2600::1.' },
    { asked: 'internet:2600::1 -> 10.0.1.11 tcp 443', blocker: 'public-ip eni-i-both X_NO_IPV6_ADDRESS', sentence: '10.0.1.11 is an IPv4 address, so no packet goes between it and 2600::1.' },
    { asked: '10.0.1.77 -> 2600::1 tcp 443', blocker: 'public-ip subnet-four X_NO_IPV6_ADDRESS', sentence: '10.0.1.77 is an IPv4 address, so no packet goes between it and 2600::1.' },
  ];
  test.each(cases)('$asked', ({ asked, blocker, sentence }) => {
    const { verdict, blockers, sentences, fixes, step } = answer(asked);
    expect([verdict, blockers[0], sentences[0]]).toEqual(['blocked', blocker, sentence]);
    const isMended = blocker === 'public-ip eni-i-four X_NO_IPV6_ADDRESS';
    expect(fixes.map(({ title }) => title)).toEqual(isMended ? ['Give i-four the IPv6 address 2001:db8:0:101::4'] : []);
    const [fix] = fixes;
    if (fix) expect(answer(asked, applyFix(network().build(), fix)).blockers).not.toContain(blocker);
    expect([step?.status, step?.sentence]).toEqual(['fail', sentence]);
  });
});

test('the steps about the way say that there is none', () => {
  const { steps, browser } = answerOf(network().build(), { ...question('internet:2600::1 -> i-four tcp 443'), scheme: 'https' });
  expect(steps.slice(0, 5).map(({ status }) => status)).toEqual(['not-needed', 'not-needed', 'not-needed', 'not-needed', 'fail']);
  expect(new Set(steps.slice(0, 4).map(({ sentence }) => sentence))).toEqual(new Set(['No packet goes out: one end has no address of the family that the other has.']));
  expect(browser).toBeUndefined();
});

test('a machine in a subnet without an IPv6 block is given no address', () => {
  const { ipv6Cidr: _, ...subnet } = network().build().resources[asResourceId('subnet-four')] as Extract<Design['resources'][ResourceId], { kind: 'subnet' }>;
  const design: Design = { ...network().build(), resources: { ...network().build().resources, [asResourceId('subnet-four')]: subnet } };
  expect(answer('::/0 -> i-four tcp 443', design)).toMatchObject({ verdict: 'blocked', fixes: [] });
});

describe('one family of the internet', () => {
  test.each([
    ['::/0 -> i-both tcp 443', 'reachable'],
    ['0.0.0.0/0 -> i-both tcp 443', 'reachable'],
    ['i-both -> ::/0 tcp 443', 'reachable'],
    ['i-both -> internet:0.0.0.0/0 tcp 443', 'reachable'],
    // By DNS64 and NAT64.
    ['i-six -> 0.0.0.0/0 tcp 443', 'reachable'],
    ['i-six -> internet:198.51.100.7 tcp 443', 'reachable'],
  ])('%s: %s', (asked, verdict) => expect(answer(asked).verdict).toBe(verdict));

  test('IPv6 is judged where it is asked for, though IPv4 passes', () => {
    const design = network().group('sg-open', 'vpc-1', { inbound: ['all from 0.0.0.0/0'], outbound: OPEN.outbound }).build();
    expect([answer('0.0.0.0/0 -> i-both tcp 443', design).verdict, answer('::/0 -> i-both tcp 443', design).verdict]).toEqual(['reachable', 'blocked']);
  });

  test('without DNS64 the IPv4 internet is not asked for', () => {
    const design = network().change('subnet-six', 'subnet', { enableDns64: false }).build();
    expect(answer('i-six -> 0.0.0.0/0 tcp 443', design).blockers).toContain('nat-gateway subnet-six X_DNS64_OFF');
  });
});

test('two ends on the internet stay a question that cannot be asked', () => {
  expect(() => answer('internet:2600::1 -> internet tcp 443')).toThrow('Both ends are on the internet, outside of the design.');
});
