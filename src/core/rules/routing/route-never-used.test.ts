import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { routeNeverUsed } from './route-never-used.ts';

const network = (...routes: readonly string[]) =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .internetGateway('igw-1', 'vpc-1')
    .virtualPrivateGateway('vgw-1', 'vpc-1')
    .routeTable('rtb-a', 'vpc-1', routes)
    .subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-a' });

ruleTester(routeNeverUsed, {
  fine: [
    { name: 'longer and shorter', design: network('0.0.0.0/0 -> igw-1', '172.31.0.0/16 -> vgw-1', '172.31.4.0/24 -> igw-1') },
    { name: 'IPv4 and IPv6 are apart', design: network('0.0.0.0/0 -> igw-1', '::/0 -> igw-1') },
    { name: 'one half is not all', design: network('172.16.0.0/12 -> vgw-1', '172.16.0.0/13 -> igw-1') },
  ],
  wrong: [
    {
      name: 'static before propagated',
      design: network('172.31.0.0/24 -> vgw-1 propagated', '172.31.0.0/24 -> igw-1'),
      at: 'rtb-a/route-1',
      message: 'rtb-a never uses its route to 172.31.0.0/24 by vgw-1: the route of the same destination to igw-1 is preferred; remove the one that is not meant.',
    },
    {
      name: 'two static routes of one destination',
      design: network('0.0.0.0/0 -> igw-1', '0.0.0.0/0 -> vgw-1'),
      at: 'rtb-a/route-2',
      severity: 'error',
      message: 'rtb-a never uses its route to 0.0.0.0/0 by vgw-1: another route of the same destination goes to igw-1, and AWS allows one; remove one of the two.',
      fixed: ['Remove the route to 0.0.0.0/0 by vgw-1 from rtb-a'],
    },
    {
      name: 'the only way to the internet loses: which of the two is wrong only a person knows',
      design: network('0.0.0.0/0 -> vgw-1', '0.0.0.0/0 -> igw-1'),
      at: 'rtb-a/route-2',
      severity: 'error',
      message: 'rtb-a never uses its route to 0.0.0.0/0 by igw-1: another route of the same destination goes to vgw-1, and AWS allows one; remove one of the two.',
    },
    {
      name: 'both halves are taken',
      design: network('172.16.0.0/12 -> vgw-1', '172.16.0.0/13 -> igw-1', '172.24.0.0/13 -> igw-1'),
      at: 'rtb-a/route-1',
      message: 'rtb-a never uses its route to 172.16.0.0/12 by vgw-1: the longer routes to 172.16.0.0/13 and 172.24.0.0/13 take everything it matches; remove it if that is meant.',
      fixed: ['Remove the route to 172.16.0.0/12 by vgw-1 from rtb-a'],
    },
    {
      name: 'taken by routes of several lengths',
      design: network('172.16.0.0/12 -> vgw-1', '172.16.0.0/13 -> igw-1', '172.24.0.0/14 -> igw-1', '172.28.0.0/14 -> igw-1', '172.16.5.0/24 -> igw-1'),
      at: 'rtb-a/route-1',
      message: 'rtb-a never uses its route to 172.16.0.0/12 by vgw-1: the longer routes to 172.16.0.0/13, 172.24.0.0/14 and 172.28.0.0/14 take everything it matches; remove it if that is meant.',
      fixed: ['Remove the route to 172.16.0.0/12 by vgw-1 from rtb-a'],
    },
    {
      name: 'local before propagated, though it is shorter',
      design: network('10.0.1.0/24 -> vgw-1 propagated'),
      at: 'rtb-a/route-1',
      severity: 'warning',
      message: 'rtb-a never uses its route to 10.0.1.0/24 by vgw-1: it was propagated, and the local route to 10.0.0.0/16 always wins over propagated ones; give the far network another block.',
    },
  ],
});
