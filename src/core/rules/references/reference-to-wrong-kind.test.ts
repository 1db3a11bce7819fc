import { asResourceId } from '../../model/ids.ts';
import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { referenceToWrongKind } from './reference-to-wrong-kind.ts';

const network = () => new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').internetGateway('igw-1', 'vpc-1');

ruleTester(referenceToWrongKind, {
  fine: [
    { name: 'every reference is of its kind', design: network().subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-main-vpc-1' }).instance('web', { subnet: 'app-a', address: '10.0.1.10', groups: ['sg-default-vpc-1'] }) },
    { name: 'a VPN to a transit gateway, which is not modelled', design: network().office('office', { gateway: 'tgw-1', cidr: '192.168.0.0/16' }).add('tgw-1', { kind: 'unmodelled', name: 'hub', type: 'transit-gateway', subnets: [], data: {} }) },
    { name: 'what does not exist is told by the rule about that', design: network().subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-gone' }) },
  ],
  wrong: [
    {
      name: 'a gateway as a route table',
      design: network().subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'igw-1' }),
      at: 'app-a',
      message: 'Subnet app-a names igw-1 where a route table belongs, but it is an internet gateway; name a route table.',
    },
    {
      name: 'a subnet as a VPC, and a VPC as a Region',
      design: network()
        .subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24' })
        .subnet('app-b', { vpc: 'app-a', cidr: '10.0.2.0/24' })
        .add('eip-1', { kind: 'elastic-ip', name: 'eip', region: asResourceId('vpc-1'), address: '203.0.113.9' }),
      at: ['app-b', 'eip-1'],
      message: 'Subnet app-b names app-a where a VPC belongs, but it is a subnet; name a VPC.',
    },
  ],
});
