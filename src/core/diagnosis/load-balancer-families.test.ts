import { describe, expect, test } from 'vitest';
import type { Design } from '../model/design.ts';
import { answerOf, ask, question } from '../testing/ask.ts';
import { EdgeDesignBuilder } from '../testing/edge-design-builder.ts';

/** A load balancer with an IPv4 and an IPv6 address at its one node, and a target that has both families. */
function balanced(type: 'application' | 'network', inbound: readonly string[]): Design {
  return new EdgeDesignBuilder()
    .region()
    .dualStackVpc('vpc-1', '10.0.0.0/16', '2001:db8:0:100::/56')
    .ipv6Subnet('subnet-1', { vpc: 'vpc-1', cidr: '10.0.1.0/24', ipv6: '2001:db8:0:101::/64' })
    .group('sg-lb', 'vpc-1', { inbound: ['tcp 80 from 0.0.0.0/0', 'tcp 80 from ::/0'], outbound: ['all to 0.0.0.0/0', 'all to ::/0'] })
    .group('sg-web', 'vpc-1', { inbound })
    .group('sg-client', 'vpc-1', { inbound: [], outbound: ['all to 0.0.0.0/0', 'all to ::/0'] })
    .machine('i-web', { subnet: 'subnet-1', address: '10.0.1.10', ipv6: '2001:db8:0:101::10', groups: ['sg-web'] })
    .machine('i-client', { subnet: 'subnet-1', address: '10.0.1.20', ipv6: '2001:db8:0:101::20', groups: ['sg-client'] })
    .targetGroup('tg', { vpc: 'vpc-1', takes: type === 'application' ? 'HTTP 8080' : 'TCP 8080', targets: ['i-web'] })
    .loadBalancer('lb', { type, vpc: 'vpc-1', subnets: ['subnet-1'], groups: ['sg-lb'], listeners: [type === 'application' ? 'HTTP 80 -> tg' : 'TCP 80 -> tg'], more: { ipAddressType: 'dualstack' } })
    .networkInterface('eni-lb', { subnet: 'subnet-1', groups: ['sg-lb'], address: '10.0.1.5', ipv6: '2001:db8:0:101::5', of: 'lb' })
    .build();
}

describe('a dual-stack load balancer', () => {
  test.each<[string, 'application' | 'network', readonly string[], string, readonly string[]]>([
    ['asks its targets over IPv4, whatever else they have', 'application', ['tcp 8080 from 10.0.0.0/16'], '10.0.1.5', ['reachable']],
    ['takes IPv6 and goes on over IPv4', 'application', ['tcp 8080 from 10.0.0.0/16'], '2001:db8:0:101::5', ['reachable']],
    ['does not go on over IPv6', 'application', ['tcp 8080 from ::/0'], '2001:db8:0:101::5', ['blocked', 'request security-group sg-web']],
    ['shows IPv4 targets its own address for IPv6 clients', 'network', ['tcp 8080 from 10.0.1.5/32'], '2001:db8:0:101::5', ['reachable']],
    ['shows them the client over IPv4', 'network', ['tcp 8080 from 10.0.1.20/32'], '10.0.1.5', ['reachable']],
  ])('%s', (_, type, inbound, asked, expected) => {
    expect(ask(balanced(type, inbound), `i-client -> ${asked} tcp 80`)).toEqual(expected);
  });
});

/** The same, but the load balancer’s interfaces and the family of its target group are left to be told. */
function drawn(ipAddressType: string, family: 'ipv4' | 'ipv6', inbound: readonly string[], scheme: 'internet-facing' | 'internal' = 'internet-facing'): Design {
  return new EdgeDesignBuilder()
    .region()
    .dualStackVpc('vpc-1', '10.0.0.0/16', '2600:1f18:1:100::/56')
    .internetGateway('igw-1', 'vpc-1')
    .routeTable('rtb-1', 'vpc-1', ['0.0.0.0/0 -> igw-1', '::/0 -> igw-1'])
    .ipv6Subnet('subnet-1', { vpc: 'vpc-1', cidr: '10.0.1.0/24', ipv6: '2600:1f18:1:101::/64', table: 'rtb-1' })
    .group('sg-lb', 'vpc-1', { inbound: ['tcp 80 from 0.0.0.0/0', 'tcp 80 from ::/0'], outbound: ['all to 0.0.0.0/0', 'all to ::/0'] })
    .group('sg-web', 'vpc-1', { inbound })
    .machine('i-web', { subnet: 'subnet-1', address: '10.0.1.10', ipv6: '2600:1f18:1:101::10', groups: ['sg-web'] })
    .targetGroup('tg', { vpc: 'vpc-1', takes: 'HTTP 8080', targets: ['i-web'], more: { ipAddressType: family } })
    .loadBalancer('lb', { vpc: 'vpc-1', subnets: ['subnet-1'], groups: ['sg-lb'], scheme, listeners: ['HTTP 80 -> tg'], more: { ipAddressType } })
    .build();
}

describe('a load balancer whose interfaces are not in the design', () => {
  const OVER_IPV4 = ['tcp 8080 from 10.0.0.0/16'];
  const OVER_IPV6 = ['tcp 8080 from 2600:1f18:1:100::/56'];
  test.each<[string, Design, string, readonly string[]]>([
    ['has IPv6 addresses where it is dual-stack', drawn('dualstack', 'ipv4', OVER_IPV4), 'internet:2001:4860::5', ['reachable']],
    ['has IPv4 addresses too', drawn('dualstack', 'ipv4', OVER_IPV4), 'internet:198.51.100.7', ['reachable']],
    ['goes on over IPv6 to a target group of IPv6', drawn('dualstack', 'ipv6', OVER_IPV6), 'internet:198.51.100.7', ['reachable']],
    ['does not go on over IPv4 then', drawn('dualstack', 'ipv6', OVER_IPV4), 'internet:2001:4860::5', ['blocked', 'request security-group sg-web']],
    ['may do without public IPv4 addresses', drawn('dualstack-without-public-ipv4', 'ipv4', OVER_IPV4), 'internet:2001:4860::5', ['reachable']],
    ['has no IPv6 address where it is of IPv4', drawn('ipv4', 'ipv4', OVER_IPV4), 'internet:2001:4860::5', ['blocked', 'request public-ip lb']],
  ])('%s', (_, design, from, expected) => {
    expect(ask(design, `${from} -> lb tcp 80`)).toEqual(expected);
  });

  test('is not reached from the internet where it is internal, though its IPv6 addresses are public', () => {
    const design = drawn('dualstack', 'ipv4', OVER_IPV4, 'internal');
    expect(ask(design, 'internet:2001:4860::5 -> lb tcp 80')).toEqual(['blocked', 'request load-balancer lb']);
    const [blocker] = answerOf(design, question('internet:2001:4860::5 -> lb tcp 80')).blockers;
    expect(blocker).toMatchObject({ code: 'X_INTERNAL_LOAD_BALANCER', sentence: 'lb is internal, so it takes nothing from an internet gateway, over IPv6 neither; make an internet-facing one.' });
    expect(ask(design, 'i-web -> lb tcp 8080')).toContain('request load-balancer lb');
  });

  test('is not reached over IPv4 without a public address', () => {
    expect(ask(drawn('dualstack-without-public-ipv4', 'ipv4', OVER_IPV4), 'internet:198.51.100.7 -> lb tcp 80')[0]).toBe('blocked');
  });
});
