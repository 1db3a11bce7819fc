import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { routeToNothing } from './route-to-nothing.ts';

const network = (...routes: readonly string[]) =>
  new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').routeTable('rtb-a', 'vpc-1', routes).subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-a' });
/** A server that SSH from everywhere would reach as soon as a way opens. */
const withServer = (builder: DesignBuilder) =>
  builder.group('sg-ssh', 'vpc-1', { inbound: ['tcp 22 from 0.0.0.0/0'] }).instance('web', { subnet: 'app-a', address: '10.0.1.10', groups: ['sg-ssh'], public: '203.0.113.1' });

ruleTester(routeToNothing, {
  fine: [
    { name: 'an attached gateway', design: network('0.0.0.0/0 -> igw-1').internetGateway('igw-1', 'vpc-1') },
  ],
  wrong: [
    {
      name: 'a target that does not exist',
      design: network('0.0.0.0/0 -> nat-gone'),
      at: 'rtb-a/route-1',
      message: 'rtb-a sends 0.0.0.0/0 to nat-gone, which does not exist; point it at something that does, or remove it.',
      fixed: ['Remove the route to 0.0.0.0/0 from rtb-a'],
    },
    {
      name: 'a target that is no target',
      design: network('0.0.0.0/0 -> sg-default-vpc-1'),
      at: 'rtb-a/route-1',
      message: 'rtb-a sends 0.0.0.0/0 to sg-default-vpc-1, which is a security group, and no route leads to one; point it at a gateway, an instance or an interface, or remove it.',
      fixed: ['Remove the route to 0.0.0.0/0 from rtb-a'],
    },
    {
      name: 'the dead way out of a NAT gateway, which is to be repaired',
      design: network('0.0.0.0/0 -> igw-gone').natGateway('nat-1', { subnet: 'app-a', address: '10.0.1.20', public: '203.0.113.9' }),
      at: 'rtb-a/route-1',
      message: 'rtb-a sends 0.0.0.0/0 to igw-gone, which does not exist; point it at something that does, or remove it.',
    },
    {
      name: 'a table that no subnet uses',
      design: new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').routeTable('rtb-a', 'vpc-1', ['0.0.0.0/0 -> nat-gone']),
      at: 'rtb-a/route-1',
      severity: 'warning',
      message: 'rtb-a sends 0.0.0.0/0 to nat-gone, which does not exist; point it at something that does, or remove it.',
      fixed: ['Remove the route to 0.0.0.0/0 from rtb-a'],
    },
    {
      name: 'a detached internet gateway',
      design: network('0.0.0.0/0 -> igw-1').internetGateway('igw-1'),
      at: 'rtb-a/route-1',
      message: 'rtb-a sends 0.0.0.0/0 to igw-1, which is attached to no VPC; attach it to vpc-1 or remove the route.',
      fixed: ['Attach igw-1 to vpc-1', 'Remove the route to 0.0.0.0/0 from rtb-a'],
    },
    {
      name: 'a detached internet gateway that would expose SSH: attaching it is left to a person',
      design: withServer(network('0.0.0.0/0 -> igw-1').internetGateway('igw-1')),
      at: 'rtb-a/route-1',
      message: 'rtb-a sends 0.0.0.0/0 to igw-1, which is attached to no VPC; attach it to vpc-1 or remove the route.',
      fixed: ['Remove the route to 0.0.0.0/0 from rtb-a'],
    },
    {
      name: 'a dead route that hides a way to the internet',
      design: withServer(network('0.0.0.0/0 -> nat-gone', '0.0.0.0/0 -> igw-1').internetGateway('igw-1', 'vpc-1')),
      at: 'rtb-a/route-1',
      message: 'rtb-a sends 0.0.0.0/0 to nat-gone, which does not exist; point it at something that does, or remove it.',
    },
    {
      name: 'the gateway of another VPC',
      design: network('0.0.0.0/0 -> igw-2').vpc('vpc-2', '10.1.0.0/16').internetGateway('igw-2', 'vpc-2'),
      at: 'rtb-a/route-1',
      message: 'rtb-a sends 0.0.0.0/0 to igw-2, which belongs to another VPC than vpc-1; point it at one of its own, or remove it.',
      fixed: ['Remove the route to 0.0.0.0/0 from rtb-a'],
    },
    {
      name: 'a deleted NAT gateway',
      design: network('0.0.0.0/0 -> nat-1').natGateway('nat-1', { subnet: 'app-a', address: '10.0.1.20', public: '203.0.113.9', state: 'deleted' }),
      at: 'rtb-a/route-1',
      message: 'rtb-a sends 0.0.0.0/0 to nat-1, which was deleted; point it at another one, or remove it.',
      fixed: ['Remove the route to 0.0.0.0/0 from rtb-a'],
    },
    {
      name: 'a NAT gateway that failed',
      design: network('0.0.0.0/0 -> nat-1').natGateway('nat-1', { subnet: 'app-a', address: '10.0.1.20', public: '203.0.113.9', state: 'failed' }),
      at: 'rtb-a/route-1',
      message: 'rtb-a sends 0.0.0.0/0 to nat-1, which failed when it was created and translates nothing; point it at another one, or remove it.',
    },
    {
      name: 'what AWS reports as a blackhole',
      design: network('10.9.0.0/16 -> pcx-1 blackhole'),
      at: 'rtb-a/route-1',
      message: 'rtb-a sends 10.9.0.0/16 to pcx-1, which AWS reports as a blackhole; point it at something that works, or remove it.',
      fixed: ['Remove the route to 10.9.0.0/16 from rtb-a'],
    },
    {
      name: 'an instance without an interface',
      design: network('10.9.0.0/16 -> i-router').add('i-router', { kind: 'instance', name: 'router', operatingSystem: 'other', instanceType: 't3.micro', state: 'running' }),
      at: 'rtb-a/route-1',
      message: 'rtb-a sends 10.9.0.0/16 to router, which has no network interface that could take the traffic; point it at one that has, or remove it.',
      fixed: ['Remove the route to 10.9.0.0/16 from rtb-a'],
    },
  ],
});
