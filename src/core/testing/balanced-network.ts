import { DesignBuilder } from './design-builder.ts';

export const PUBLIC_SUBNETS = ['subnet-public-a', 'subnet-public-b'];

/** Two public and two private subnets over two zones with a web server in each private one, a load balancer `web` in front, and an endpoint. */
export function balancedNetwork(): DesignBuilder {
  return new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .internetGateway('igw-1', 'vpc-1')
    .routeTable('rtb-public', 'vpc-1', ['0.0.0.0/0 -> igw-1'])
    .subnet('subnet-public-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-public' })
    .subnet('subnet-public-b', { vpc: 'vpc-1', cidr: '10.0.2.0/24', zone: 'us-east-1b', table: 'rtb-public' })
    .subnet('subnet-a', { vpc: 'vpc-1', cidr: '10.0.11.0/24' })
    .subnet('subnet-b', { vpc: 'vpc-1', cidr: '10.0.12.0/24', zone: 'us-east-1b' })
    .group('sg-lb', 'vpc-1', { inbound: ['tcp 80 from 0.0.0.0/0'] })
    .group('sg-web', 'vpc-1', { inbound: ['tcp 8080 from sg-lb'] })
    .instance('i-a', { subnet: 'subnet-a', address: '10.0.11.10', groups: ['sg-web'] })
    .instance('i-b', { subnet: 'subnet-b', address: '10.0.12.10', groups: ['sg-web'] })
    .targetGroup('tg-web', { vpc: 'vpc-1', takes: 'HTTP 8080', targets: ['i-a', 'i-b'] })
    .loadBalancer('web', { vpc: 'vpc-1', subnets: PUBLIC_SUBNETS, groups: ['sg-lb'], scheme: 'internet-facing', listeners: ['HTTP 80 -> tg-web'] });
}

/** The same load balancer in other subnets, or with other listeners. */
export const withBalancer = (builder: DesignBuilder, given: { readonly subnets?: readonly string[]; readonly listeners?: readonly string[] }): DesignBuilder =>
  builder.loadBalancer('web', { vpc: 'vpc-1', subnets: given.subnets ?? PUBLIC_SUBNETS, groups: ['sg-lb'], scheme: 'internet-facing', listeners: given.listeners ?? ['HTTP 80 -> tg-web'] });
