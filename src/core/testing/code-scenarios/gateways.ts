import { asResourceId } from '../../model/ids.ts';
import { EdgeDesignBuilder } from '../edge-design-builder.ts';
import type { CodeScenario } from './scenario.ts';

/** A public web server, a private one behind nat-1, and an office behind vgw-1. */
function network(): EdgeDesignBuilder {
  const builder = new EdgeDesignBuilder();
  builder
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .internetGateway('igw-1', 'vpc-1')
    .routeTable('rtb-public', 'vpc-1', ['0.0.0.0/0 -> igw-1'])
    .routeTable('rtb-private', 'vpc-1', ['0.0.0.0/0 -> nat-1'])
    .subnet('subnet-public', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-public' })
    .subnet('subnet-private', { vpc: 'vpc-1', cidr: '10.0.2.0/24', table: 'rtb-private' })
    .natGateway('nat-1', { subnet: 'subnet-public', address: '10.0.1.5', public: '203.0.113.50' })
    .group('sg-open', 'vpc-1', { inbound: ['all from 0.0.0.0/0'] })
    .instance('i-web', { subnet: 'subnet-public', address: '10.0.1.10', groups: ['sg-open'], public: '203.0.113.10' })
    .instance('i-plain', { subnet: 'subnet-public', address: '10.0.1.20', groups: ['sg-open'] })
    .instance('i-private', { subnet: 'subnet-private', address: '10.0.2.10', groups: ['sg-open'] });
  return builder;
}

/** A firewall in a subnet of its own, through which the table of the internet gateway leads what comes in for i-web. */
function inspected(given: { readonly isPublic: boolean; readonly back: string }): EdgeDesignBuilder {
  const builder = network();
  builder.routeTable('rtb-web', 'vpc-1', [`0.0.0.0/0 -> ${given.back}`]).routeTable('rtb-edge', 'vpc-1', ['10.0.1.0/24 -> eni-i-fw']).subnet('subnet-fw', { vpc: 'vpc-1', cidr: '10.0.9.0/24', table: 'rtb-public' });
  return builder
    .machine('i-fw', { subnet: 'subnet-fw', address: '10.0.9.10', groups: ['sg-open'], check: false, ...(given.isPublic && { public: '203.0.113.90' }) })
    .change('i-fw', 'instance', { forwards: 'router' })
    .edgeTable('rtb-edge', ['igw-1'])
    .change('subnet-public', 'subnet', { routeTable: asResourceId('rtb-web') });
}

/** What internet gateways, NAT gateways, edge tables and Block Public Access decide. */
export const gatewayScenarios: readonly CodeScenario[] = [
  { code: 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS', like: 'an instance without a public address sends to the internet gateway', design: () => network().build(), asked: 'i-plain -> internet tcp 443', at: 'request public-ip eni-i-plain' },
  { code: 'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS', like: 'the internet asks for an instance without a public address', design: () => network().build(), asked: 'internet -> i-plain tcp 443', at: 'request public-ip eni-i-plain' },
  { code: 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS', like: 'a private address of nobody is sent to the internet gateway', design: () => network().build(), asked: 'i-web -> 192.168.5.5 tcp 443', at: 'request internet-gateway igw-1' },
  { code: 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS', like: 'an address of 100.64.0.0/10 is sent to the internet gateway', design: () => network().build(), asked: 'i-web -> 100.64.5.5 tcp 443', at: 'request internet-gateway igw-1' },
  { code: 'IGW_SOURCE_ADDRESS_NOT_IN_RFC1918_INGRESS', like: 'the internet is said to send from a private address', design: () => network().build(), asked: 'internet:192.168.5.5 -> i-web tcp 443', at: 'request internet-gateway igw-1' },
  { code: 'IGW_SOURCE_ADDRESS_NOT_IN_RFC6598_INGRESS', like: 'the internet is said to send from 100.64.0.0/10', design: () => network().build(), asked: 'internet:100.64.5.5 -> i-web tcp 443', at: 'request internet-gateway igw-1' },
  { code: 'PROTOCOL_RESTRICTION', like: 'a NAT gateway is sent what is neither TCP, UDP nor ICMP', design: () => network().build(), asked: 'i-private -> internet 47', at: 'request nat-gateway nat-1' },
  {
    code: 'REGIONAL_NGW_ROUTE_AZ_RESTRICTION',
    like: 'a regional NAT gateway that is not in the zone of the sender',
    design: () => network().regionalNatGateway('nat-1', { vpc: 'vpc-1', zones: { 'us-east-1b': '203.0.113.51' } }).build(),
    asked: 'i-private -> internet tcp 443',
    at: 'request nat-gateway nat-1',
  },
  {
    code: 'SG_REFERENCES_NOT_PRESERVED',
    like: 'a rule that names the sender’s group, behind a machine that passes traffic on',
    design: () =>
      network()
        .machine('i-fw', { subnet: 'subnet-public', address: '10.0.1.90', groups: ['sg-open'], check: false })
        .change('i-fw', 'instance', { forwards: 'router' })
        .routeTable('rtb-private', 'vpc-1', ['10.0.3.0/24 -> eni-i-fw'])
        .routeTable('rtb-back', 'vpc-1', ['10.0.2.0/24 -> eni-i-fw'])
        .subnet('subnet-back', { vpc: 'vpc-1', cidr: '10.0.3.0/24', table: 'rtb-back' })
        .group('sg-back', 'vpc-1', { inbound: ['tcp 443 from sg-open'] })
        .instance('i-back', { subnet: 'subnet-back', address: '10.0.3.10', groups: ['sg-back'] })
        .build(),
    asked: 'i-private -> i-back tcp 443',
    at: 'request security-group sg-back',
  },
  { code: 'VPC_BLOCK_PUBLIC_ACCESS_ENABLED', like: 'Block Public Access is on in the Region', design: () => network().blockPublicAccess('block-bidirectional').build(), asked: 'internet -> i-web tcp 443', at: 'request block-public-access us-east-1' },
  { code: 'INGRESS_RTB_NO_PUBLIC_IP', like: 'the table of the internet gateway leads through an appliance without a public address', design: () => inspected({ isPublic: false, back: 'eni-i-fw' }).build(), asked: 'internet -> i-web tcp 443', at: 'request route-table rtb-edge' },
  { code: 'INGRESS_RTB_TRAFFIC_REDIRECTION', like: 'replies leave past the appliance that the request came through', design: () => inspected({ isPublic: true, back: 'igw-1' }).build(), asked: 'internet -> i-web tcp 443', at: 'reply route-table rtb-web' },
];
