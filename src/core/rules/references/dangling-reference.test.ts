import { asResourceId } from '../../model/ids.ts';
import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { danglingReference } from './dangling-reference.ts';

const network = () => new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16');
const withInstance = (groups: readonly string[]) =>
  network().subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24' }).instance('web', { subnet: 'app-a', address: '10.0.1.10', groups });

ruleTester(danglingReference, {
  fine: [
    { name: 'everything is there', design: withInstance(['sg-default-vpc-1']) },
    { name: 'a route to nowhere is told by the rule about routes', design: network().routeTable('rtb-a', 'vpc-1', ['0.0.0.0/0 -> igw-gone']) },
    { name: 'a group rule about nobody is told by the rule about groups', design: network().group('sg-a', 'vpc-1', { inbound: ['all from sg-gone'] }) },
    { name: 'the file was not in the snapshot', design: { ...network().subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', acl: 'acl-gone' }).build(), snapshot: { missing: ['network-acls'] } } },
  ],
  wrong: [
    {
      name: 'an optional reference',
      design: network().subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-gone' }),
      at: 'app-a',
      message: 'Subnet app-a names rtb-gone as its route table, but the design has no rtb-gone; choose one that exists.',
      fixed: ['Remove rtb-gone from app-a'],
    },
    {
      name: 'a required reference',
      design: network().subnet('app-a', { vpc: 'vpc-gone', cidr: '10.0.1.0/24' }),
      at: 'app-a',
      message: 'Subnet app-a names vpc-gone as its VPC, but the design has no vpc-gone; choose one that exists.',
    },
    {
      name: 'one group of several',
      design: withInstance(['sg-default-vpc-1', 'sg-gone']),
      at: 'eni-web',
      message: 'Network interface eni-web names sg-gone as one of its security groups, but the design has no sg-gone; choose one that exists.',
      fixed: ['Remove sg-gone from eni-web'],
    },
    {
      name: 'the only group, which would put the interface into the default one',
      design: withInstance(['sg-gone']),
      at: 'eni-web',
      message: 'Network interface eni-web names sg-gone as one of its security groups, but the design has no sg-gone; choose one that exists.',
    },
    {
      name: 'a gateway that was attached',
      design: network().internetGateway('igw-1', 'vpc-gone').add('eip-1', { kind: 'elastic-ip', name: 'eip', region: asResourceId('nowhere'), address: '203.0.113.9' }),
      at: ['igw-1', 'eip-1'],
      message: 'Internet gateway igw-1 names vpc-gone as its VPC, but the design has no vpc-gone; choose one that exists.',
    },
  ],
});
