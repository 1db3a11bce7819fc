import { ruleTester } from '../../testing/rule-tester.ts';
import { bareHub } from '../../testing/transit-network.ts';
import { directConnectPrefixNotAllowed } from './direct-connect-prefix-not-allowed.ts';

/** Two VPCs on one transit gateway, routed both ways. */
const joined = (gateway: string, prefixes: readonly string[]) => bareHub().virtualPrivateGateway('vgw-1', 'vpc-a').directConnectGateway('dxgw-1', { [gateway]: prefixes });

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
