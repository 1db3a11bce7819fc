import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { transitSubnetShared } from './transit-subnet-shared.ts';

/** Two VPCs on one transit gateway, routed both ways. */
const hub = (): DesignBuilder =>
  new DesignBuilder()
    .region()
    .vpc('vpc-a', '10.1.0.0/16')
    .vpc('vpc-b', '10.2.0.0/16')
    .routeTable('rtb-main-vpc-a', 'vpc-a', ['10.2.0.0/16 -> tgw-1'])
    .routeTable('rtb-main-vpc-b', 'vpc-b', ['10.1.0.0/16 -> tgw-1'])
    .subnet('link-a', { vpc: 'vpc-a', cidr: '10.1.9.0/28' })
    .subnet('link-b', { vpc: 'vpc-b', cidr: '10.2.9.0/28' })
    .transitGateway('tgw-1')
    .attachment('tgw-attach-a', 'tgw-1', { vpc: 'vpc-a', subnets: ['link-a'] })
    .attachment('tgw-attach-b', 'tgw-1', { vpc: 'vpc-b', subnets: ['link-b'] })
    .transitTable('tgw-rtb-tgw-1', 'tgw-1', [], { propagations: ['tgw-attach-a', 'tgw-attach-b'] });

ruleTester(transitSubnetShared, {
  fine: [{ name: 'a subnet of its own', design: hub().build() }],
  wrong: [{ name: 'with an instance', design: hub().instance('i-a', { subnet: 'link-a', address: '10.1.9.9', groups: ['sg-default-vpc-a'] }).build(), at: 'tgw-attach-a', message: 'link-a holds machines and is a subnet of tgw-attach-a; give the attachment a small subnet of its own, such as a /28.' }],
});
