import { asResourceId } from '../model/ids.ts';
import { EdgeDesignBuilder } from './edge-design-builder.ts';

/** How a network with an appliance at its edge differs from one that is right. */
export interface ApplianceGiven {
  readonly edge?: readonly string[];
  readonly gateways?: readonly string[];
  readonly web?: readonly string[];
  readonly isPublic?: boolean;
  readonly check?: boolean;
  readonly forwards?: 'nat' | 'router' | undefined;
}

const RIGHT = { edge: ['10.0.1.0/24 -> eni-i-fw'], gateways: ['igw-1'], web: ['0.0.0.0/0 -> eni-i-fw'], isPublic: true, check: false, forwards: 'router' } as const satisfies ApplianceGiven;

/** vpc-1 with igw-1, whose table rtb-edge sends what comes in for subnet-web through i-fw in subnet-fw. */
export function applianceNetwork(given: ApplianceGiven = {}): EdgeDesignBuilder {
  const { edge, gateways, web, isPublic, check, forwards } = { ...RIGHT, ...given };
  const builder = new EdgeDesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .internetGateway('igw-1', 'vpc-1')
    .routeTable('rtb-fw', 'vpc-1', ['0.0.0.0/0 -> igw-1'])
    .routeTable('rtb-web', 'vpc-1', web)
    .routeTable('rtb-edge', 'vpc-1', edge)
    .subnet('subnet-fw', { vpc: 'vpc-1', cidr: '10.0.9.0/24', table: 'rtb-fw' })
    .subnet('subnet-web', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-web' })
    .group('sg-web', 'vpc-1', { inbound: ['tcp 443 from 0.0.0.0/0'] });
  builder
    .machine('i-fw', { subnet: 'subnet-fw', address: '10.0.9.10', groups: ['sg-web'], check, ...(isPublic && { public: '203.0.113.90' }) })
    .machine('i-web', { subnet: 'subnet-web', address: '10.0.1.10', groups: ['sg-web'], public: '203.0.113.10' });
  if (forwards) builder.change('i-fw', 'instance', { forwards });
  return gateways.length === 0 ? builder : builder.change('rtb-edge', 'route-table', { gateways: gateways.map(asResourceId) });
}
