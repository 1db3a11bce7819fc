import { balancedNetwork, PUBLIC_SUBNETS, withBalancer } from '../balanced-network.ts';
import type { DesignBuilder } from '../design-builder.ts';
import { asResourceId } from '../../model/ids.ts';
import type { CodeScenario } from './scenario.ts';

const classic = (more: object = {}): DesignBuilder =>
  balancedNetwork().loadBalancer('old', { type: 'classic', vpc: 'vpc-1', subnets: PUBLIC_SUBNETS, groups: ['sg-lb'], scheme: 'internet-facing', listeners: ['HTTP 80 -> 8080'], more: { instances: [asResourceId('i-a')], ...more } });

const network = (targets: readonly string[]): DesignBuilder =>
  balancedNetwork()
    .group('sg-web', 'vpc-1', { inbound: ['tcp 8080 from 10.0.0.0/16'] })
    .targetGroup('tg-net', { vpc: 'vpc-1', takes: 'TCP 8080', targets })
    .loadBalancer('net', { type: 'network', vpc: 'vpc-1', subnets: PUBLIC_SUBNETS, scheme: 'internet-facing', listeners: ['TCP 80 -> tg-net'], more: { crossZone: false } });

/** What load balancers decide. */
export const balancingScenarios: readonly CodeScenario[] = [
  { code: 'ELBV2_LISTENER_PORT_RESTRICTION', like: 'a load balancer with one listener on 80 is asked for 443', design: () => balancedNetwork().build(), asked: 'internet -> web tcp 443', at: 'request load-balancer web' },
  { code: 'ELBV2_LISTENERS_MISMATCH', like: 'none of several listeners takes the port', design: () => withBalancer(balancedNetwork(), { listeners: ['HTTP 80 -> tg-web', 'HTTP 81 -> tg-web'] }).build(), asked: 'internet -> web tcp 8443', at: 'request load-balancer web' },
  { code: 'ELBV2_LISTENER_HAS_NO_TG', like: 'a listener whose target group is empty', design: () => balancedNetwork().targetGroup('tg-web', { vpc: 'vpc-1', takes: 'HTTP 8080', targets: [] }).build(), asked: 'internet -> web tcp 80', at: 'request target-group tg-web' },
  {
    code: 'ELB_INSTALLED_AZ_RESTRICTION',
    like: 'targets in a zone that the load balancer is not in',
    design: () => withBalancer(balancedNetwork().targetGroup('tg-web', { vpc: 'vpc-1', takes: 'HTTP 8080', targets: ['i-b'] }), { subnets: ['subnet-public-a'] }).build(),
    asked: 'internet -> web tcp 80',
    at: 'request load-balancer web',
  },
  { code: 'ELBV2_SOURCE_ADDRESS_PRESERVATION', like: 'a Network Load Balancer keeps the client’s address, and the targets admit the VPC alone', design: () => network(['i-a', 'i-b']).build(), asked: 'internet -> net tcp 80', at: 'request security-group sg-web' },
  { code: 'TARGET_PORT_RESTRICTION', like: 'a load balancer is asked to open another port of its target', design: () => balancedNetwork().build(), asked: 'web -> i-a tcp 22', at: 'request load-balancer web' },
  {
    code: 'TARGET_ADDRESS_RESTRICTION',
    like: 'a load balancer is asked to open a connection to what is no target',
    design: () => balancedNetwork().instance('i-c', { subnet: 'subnet-a', address: '10.0.11.30', groups: ['sg-web'] }).build(),
    asked: 'web -> i-c tcp 8080',
    at: 'request load-balancer web',
  },
  { code: 'ELB_LISTENER_PORT_RESTRICTION', like: 'a Classic Load Balancer with one listener on 80 is asked for 443', design: () => classic().build(), asked: 'internet -> old tcp 443', at: 'request load-balancer old' },
  {
    code: 'ELB_ACL_RESTRICTION',
    like: 'the network ACL of a Classic Load Balancer lets nothing out to an instance beside it',
    design: () =>
      classic({ instances: [asResourceId('i-beside')] })
        .networkAcl('acl-public', 'vpc-1', { inbound: ['100 allow all'], outbound: ['100 allow tcp 1024-65535 to 198.51.100.0/24'] })
        .subnet('subnet-public-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-public', acl: 'acl-public' })
        .instance('i-beside', { subnet: 'subnet-public-a', address: '10.0.1.77', groups: ['sg-web'] })
        .build(),
    asked: 'internet:198.51.100.7 -> old tcp 80',
    at: 'request network-acl acl-public',
  },
  { code: 'ELB_LISTENERS_MISMATCH', like: 'no listener of a Classic Load Balancer takes UDP', design: () => classic().build(), asked: 'internet -> old udp 443', at: 'request load-balancer old' },
  {
    code: 'ELB_NOT_CROSSZONE',
    like: 'a Classic Load Balancer that keeps to its zones, and its only instance admits nobody',
    design: () => classic({ crossZone: false }).group('sg-web', 'vpc-1', { inbound: [] }).build(),
    asked: 'internet -> old tcp 80',
    at: 'request load-balancer old',
  },
  { code: 'ELBV2_NO_TARGETS_IN_AZ', like: 'a Network Load Balancer that keeps to its zones has its only target in one of two', design: () => network(['i-b']).build(), asked: 'internet -> net tcp 80', at: 'request target-group tg-net' },
];
