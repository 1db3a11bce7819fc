import { EdgeDesignBuilder } from '../edge-design-builder.ts';
import type { CodeScenario } from './scenario.ts';

const OPEN = { inbound: ['100 allow all'], outbound: ['100 allow all'] };

/** i-a in subnet-a and i-b in subnet-b of one VPC with an internet gateway; i-a has a public address, i-b has none. */
const pair = (): EdgeDesignBuilder =>
  new EdgeDesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .internetGateway('igw-1', 'vpc-1')
    .routeTable('rtb-1', 'vpc-1', ['0.0.0.0/0 -> igw-1'])
    .networkAcl('acl-b', 'vpc-1', OPEN)
    .subnet('subnet-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-1' })
    .subnet('subnet-b', { vpc: 'vpc-1', cidr: '10.0.2.0/24', table: 'rtb-1', acl: 'acl-b' })
    .group('sg-open', 'vpc-1', { inbound: ['all from 0.0.0.0/0'] })
    .group('sg-b', 'vpc-1', { inbound: ['tcp 443 from 0.0.0.0/0'] })
    .instance('i-a', { subnet: 'subnet-a', address: '10.0.1.10', groups: ['sg-open'], public: '203.0.113.10' })
    .instance('i-b', { subnet: 'subnet-b', address: '10.0.2.10', groups: ['sg-b'] });

/** What groups, network ACLs, route tables and the state of machines decide. */
export const subnetScenarios: readonly CodeScenario[] = [
  { code: 'ENI_SG_RULES_MISMATCH', like: 'a security group that admits 443 alone is asked for SSH', design: () => pair().build(), asked: 'i-a -> i-b tcp 22', at: 'request security-group sg-b' },
  { code: 'SG_HAS_NO_RULES', like: 'a security group without any inbound rule', design: () => pair().group('sg-b', 'vpc-1', { inbound: [] }).build(), asked: 'i-a -> i-b tcp 443', at: 'request security-group sg-b' },
  {
    code: 'SUBNET_ACL_RESTRICTION',
    like: 'a network ACL that denies 443 before it allows everything',
    design: () => pair().networkAcl('acl-b', 'vpc-1', { ...OPEN, inbound: ['90 deny tcp 443', '100 allow all'] }).build(),
    asked: 'i-a -> i-b tcp 443',
    at: 'request network-acl acl-b',
  },
  { code: 'NO_ROUTE_TO_DESTINATION', like: 'a subnet whose table has the local route alone asks for the internet', design: () => pair().routeTable('rtb-1', 'vpc-1', []).build(), asked: 'i-a -> internet tcp 443', at: 'request route-table rtb-1' },
  { code: 'BAD_STATE', like: 'an instance that is stopped', design: () => pair().instance('i-b', { subnet: 'subnet-b', address: '10.0.2.10', groups: ['sg-b'], more: { state: 'stopped' } }).build(), asked: 'i-a -> i-b tcp 443', at: 'request instance-state i-b' },
  {
    code: 'UNASSOCIATED_COMPONENT',
    like: 'a network interface that is attached to nothing',
    design: () => pair().networkInterface('eni-free', { subnet: 'subnet-b', groups: ['sg-b'], address: '10.0.2.20' }).build(),
    asked: 'i-a -> eni-free tcp 443',
    at: 'request instance-state eni-free',
  },
  {
    code: 'UNSUPPORTED_COMPONENT',
    like: 'an end of a kind that is kept and not modelled',
    design: () => pair().add('fw-1', { kind: 'unmodelled', name: 'fw-1', type: 'network-firewall', subnets: [], data: {} }).build(),
    asked: 'i-a -> fw-1 tcp 443',
    at: 'request service fw-1',
  },
  {
    code: 'ENI_SOURCE_DEST_CHECK_RESTRICTION',
    like: 'a route to an instance whose source/destination check is on',
    design: () => pair().routeTable('rtb-1', 'vpc-1', ['0.0.0.0/0 -> eni-i-b']).build(),
    asked: 'i-a -> internet tcp 443',
    at: 'request route-table rtb-1',
  },
];
