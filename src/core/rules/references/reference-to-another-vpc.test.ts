import { asResourceId } from '../../model/ids.ts';
import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { referenceToAnotherVpc } from './reference-to-another-vpc.ts';

const network = () => new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').vpc('vpc-2', '10.1.0.0/16').routeTable('rtb-2', 'vpc-2', []).networkAcl('acl-2', 'vpc-2', { inbound: [], outbound: [] });
const subnetGroup = (...subnets: readonly string[]) => ({ kind: 'db-subnet-group', name: 'db-subnets', vpc: asResourceId('vpc-1'), subnets: subnets.map(asResourceId) }) as const;
const withFarGroup = () =>
  network().subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24' }).instance('web', { subnet: 'app-a', address: '10.0.1.10', groups: ['sg-default-vpc-2'] });

ruleTester(referenceToAnotherVpc, {
  fine: [
    { name: 'everything its own', design: network().subnet('far', { vpc: 'vpc-2', cidr: '10.1.1.0/24', table: 'rtb-2', acl: 'acl-2' }) },
    { name: 'a group in an account may be shared with further VPCs', design: { ...withFarGroup().build(), snapshot: { missing: [] } } },
  ],
  wrong: [
    {
      name: 'a route table',
      design: network().subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-2' }),
      at: 'app-a',
      message: 'Subnet app-a in vpc-1 uses route table rtb-2, which belongs to vpc-2; choose one of vpc-1.',
      fixed: ['Remove rtb-2 from app-a'],
    },
    {
      name: 'a route table that a NAT gateway leaves by',
      design: network().subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-2' }).natGateway('nat-1', { subnet: 'app-a', address: '10.0.1.10', public: '203.0.113.1' }),
      at: 'app-a',
      message: 'Subnet app-a in vpc-1 uses route table rtb-2, which belongs to vpc-2; choose one of vpc-1.',
    },
    {
      name: 'a network ACL of a subnet that overlaps another',
      design: network().subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', acl: 'acl-2' }).subnet('app-b', { vpc: 'vpc-1', cidr: '10.0.0.0/20' }),
      at: 'app-a',
      message: 'Subnet app-a in vpc-1 uses network ACL acl-2, which belongs to vpc-2; choose one of vpc-1.',
    },
    {
      name: 'a network ACL',
      design: network().subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', acl: 'acl-2' }),
      at: 'app-a',
      message: 'Subnet app-a in vpc-1 uses network ACL acl-2, which belongs to vpc-2; choose one of vpc-1.',
      fixed: ['Remove acl-2 from app-a'],
    },
    { name: 'a security group', design: withFarGroup(), at: 'eni-web', message: 'Network interface eni-web in vpc-1 uses security group sg-default-vpc-2, which belongs to vpc-2; choose one of vpc-1.' },
    {
      name: 'a main route table',
      design: network().vpc('vpc-3', '10.3.0.0/16', { mainRouteTable: asResourceId('rtb-2') }),
      at: 'vpc-3',
      message: 'VPC vpc-3 uses route table rtb-2, which belongs to vpc-2; choose one of its own.',
    },
    {
      name: 'a subnet of a DB subnet group',
      design: network().subnet('far', { vpc: 'vpc-2', cidr: '10.1.1.0/24' }).add('db-subnets', subnetGroup('far')),
      at: 'db-subnets',
      message: 'DB subnet group db-subnets in vpc-1 uses subnet far, which belongs to vpc-2; choose one of vpc-1.',
    },
  ],
});
