import { EdgeDesignBuilder } from './edge-design-builder.ts';

const BLOCK = '2001:db8:0:100::/56';

/** How a network of both families differs from the usual one: routes by table, and what stands in it besides. */
export interface DualStackGiven {
  readonly routes?: readonly string[];
  readonly sixRoutes?: readonly string[];
  readonly isDns64?: boolean;
  readonly withEgressOnly?: boolean;
  readonly withNat?: boolean;
}

/** vpc-1 with subnet-web (igw-1), subnet-out (both families, rtb-out) and subnet-six (IPv6 alone, rtb-six), a machine in each. */
export function dualStackNetwork({ routes = ['0.0.0.0/0 -> nat-1', '::/0 -> eigw-1'], sixRoutes = ['::/0 -> eigw-1'], isDns64 = false, withEgressOnly = true, withNat = true }: DualStackGiven = {}): EdgeDesignBuilder {
  const builder = new EdgeDesignBuilder()
    .region()
    .dualStackVpc('vpc-1', '10.0.0.0/16', BLOCK)
    .internetGateway('igw-1', 'vpc-1')
    .routeTable('rtb-public', 'vpc-1', ['0.0.0.0/0 -> igw-1', '::/0 -> igw-1'])
    .routeTable('rtb-out', 'vpc-1', routes)
    .routeTable('rtb-six', 'vpc-1', sixRoutes)
    .ipv6Subnet('subnet-web', { vpc: 'vpc-1', cidr: '10.0.1.0/24', ipv6: '2001:db8:0:101::/64', table: 'rtb-public' })
    .ipv6Subnet('subnet-out', { vpc: 'vpc-1', cidr: '10.0.2.0/24', ipv6: '2001:db8:0:102::/64', table: 'rtb-out' })
    .ipv6Subnet('subnet-six', { vpc: 'vpc-1', ipv6: '2001:db8:0:103::/64', table: 'rtb-six', dns64: isDns64 })
    .group('sg-out', 'vpc-1', { inbound: [], outbound: ['all to 0.0.0.0/0', 'all to ::/0'] })
    .machine('i-web', { subnet: 'subnet-web', address: '10.0.1.10', ipv6: '2001:db8:0:101::10', groups: ['sg-out'], public: '203.0.113.10' })
    .machine('i-out', { subnet: 'subnet-out', address: '10.0.2.10', ipv6: '2001:db8:0:102::10', groups: ['sg-out'] })
    .machine('i-six', { subnet: 'subnet-six', ipv6: '2001:db8:0:103::10', groups: ['sg-out'] });
  if (withEgressOnly) builder.egressOnlyInternetGateway('eigw-1', 'vpc-1');
  if (withNat) builder.natGateway('nat-1', { subnet: 'subnet-web', address: '10.0.1.5', public: '203.0.113.50' });
  return builder;
}
