import { DesignBuilder } from '../design-builder.ts';
import type { CodeScenario } from './scenario.ts';

/** i-private in a subnet whose table has the gateway endpoint of S3. */
const network = (): DesignBuilder =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .routeTable('rtb-private', 'vpc-1', [])
    .subnet('subnet-private', { vpc: 'vpc-1', cidr: '10.0.2.0/24', table: 'rtb-private' })
    .group('sg-app', 'vpc-1', { inbound: [] })
    .instance('i-private', { subnet: 'subnet-private', address: '10.0.2.10', groups: ['sg-app'] })
    .vpcEndpoint('vpce-s3', { vpc: 'vpc-1', service: 's3', tables: ['rtb-private'] });

/** What VPC endpoints decide. */
export const endpointScenarios: readonly CodeScenario[] = [
  { code: 'VPCE_GATEWAY_PROTOCOL_RESTRICTION', like: 'a gateway endpoint is sent UDP', design: () => network().build(), asked: 'i-private -> s3 udp 53', at: 'request vpc-endpoint vpce-s3' },
  { code: 'VPCE_INTRA_VPC_TRAFFIC', like: 'a VPC endpoint is asked to open a connection', design: () => network().build(), asked: 'vpce-s3 -> i-private tcp 443', at: 'request vpc-endpoint vpce-s3' },
  {
    code: 'PATH_THROUGH_GWLB_NOT_CHECKED',
    like: 'a route to a Gateway Load Balancer endpoint',
    design: () =>
      network()
        .vpcEndpoint('vpce-fw', { vpc: 'vpc-1', service: 'com.amazonaws.vpce.us-east-1.vpce-svc-1', subnets: ['subnet-private'], more: { type: 'gateway-load-balancer' } })
        .routeTable('rtb-private', 'vpc-1', ['0.0.0.0/0 -> vpce-fw'])
        .build(),
    asked: 'i-private -> 8.8.8.8 tcp 443',
    at: 'request vpc-endpoint vpce-fw',
  },
];
