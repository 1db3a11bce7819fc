import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { wideGroupRule } from './wide-group-rule.ts';

const network = (inbound: readonly string[], { isPublic = false } = {}) =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .internetGateway('igw-1', 'vpc-1')
    .routeTable('rtb-a', 'vpc-1', isPublic ? ['0.0.0.0/0 -> igw-1'] : [])
    .group('sg-a', 'vpc-1', { inbound })
    .subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-a' })
    .instance('web', { subnet: 'app-a', address: '10.0.1.10', groups: ['sg-a'], ...(isPublic && { public: '203.0.113.1' }) });

ruleTester(wideGroupRule, {
  fine: [
    { name: 'the web is meant for everybody', design: network(['tcp 80 from 0.0.0.0/0', 'tcp 443 from 0.0.0.0/0']) },
    { name: 'SSH for one block', design: network(['tcp 22 from 198.51.100.0/24']) },
    { name: 'SSH for the VPC', design: network(['tcp 22 from 10.0.0.0/8']) },
    { name: 'a proved path is told by the rule about exposure', design: network(['tcp 22 from 0.0.0.0/0'], { isPublic: true }) },
    { name: 'nothing is in the group', design: new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').group('sg-a', 'vpc-1', { inbound: ['tcp 22 from 0.0.0.0/0'] }) },
  ],
  wrong: [
    {
      name: 'SSH for everybody, without a way in',
      design: network(['tcp 22 from 0.0.0.0/0']),
      at: 'sg-a/in-1',
      message: 'sg-a lets SSH (TCP 22) in from 0.0.0.0/0, the whole internet; nothing arrives from there today, so narrow the rule before a route or an address changes that.',
      fixed: ['Let TCP 22 in sg-a in from 10.0.0.0/16 only'],
    },
    {
      name: 'all traffic, without a way in',
      design: network(['all from 0.0.0.0/0']),
      at: 'sg-a/in-1',
      message:
        'sg-a lets SSH, RDP and 7 more (TCP 22–23, 135, 2375–2376, 3389, 5900, 5985–5986) in from 0.0.0.0/0, the whole internet; nothing arrives from there today, so narrow the rule before a route or an address changes that.',
    },
    {
      name: 'a database for everybody over IPv6',
      design: network(['tcp 5432 from ::/0']),
      at: 'sg-a/in-1',
      message: 'sg-a lets PostgreSQL (TCP 5432) in from ::/0, the whole internet; nothing arrives from there today, so narrow the rule before a route or an address changes that.',
      fixed: ['Let TCP 5432 in sg-a in from 10.0.0.0/16 only'],
    },
  ],
});
