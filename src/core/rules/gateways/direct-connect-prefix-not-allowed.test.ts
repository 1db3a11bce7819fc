import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { directConnectPrefixNotAllowed } from './direct-connect-prefix-not-allowed.ts';

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

const joined = (gateway: string, prefixes: readonly string[]) => hub().virtualPrivateGateway('vgw-1', 'vpc-a').directConnectGateway('dxgw-1', { [gateway]: prefixes });

ruleTester(directConnectPrefixNotAllowed, {
  fine: [
    { name: 'the block itself', design: joined('vgw-1', ['10.1.0.0/16']).build() },
    { name: 'nothing said for a virtual private gateway', design: joined('vgw-1', []).build() },
    { name: 'a wider one for a transit gateway', design: joined('tgw-1', ['10.0.0.0/8']).build() },
  ],
  wrong: [
    { name: 'narrower than the VPC', design: joined('vgw-1', ['10.1.1.0/24']).build(), at: 'dxgw-1/association-1', fixed: ['Add 10.1.0.0/16 to the allowed prefixes of dxgw-1'], message: 'dxgw-1 does not announce 10.1.0.0/16 of vpc-a to on-premises; add it to the allowed prefixes of its association with vgw-1.' },
    { name: 'nothing said for a transit gateway', design: joined('tgw-1', ['10.2.0.0/16']).build(), at: 'dxgw-1/association-1', fixed: ['Add 10.1.0.0/16 to the allowed prefixes of dxgw-1'], message: 'dxgw-1 does not announce 10.1.0.0/16 of vpc-a to on-premises; add it to the allowed prefixes of its association with tgw-1.' },
  ],
});
