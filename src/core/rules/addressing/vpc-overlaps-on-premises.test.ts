import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { vpcOverlapsOnPremises } from './vpc-overlaps-on-premises.ts';

const withOffice = (cidr: string, attachedTo?: string) =>
  new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').virtualPrivateGateway('vgw-1', attachedTo).office('office', { gateway: 'vgw-1', cidr });

/** The office's VPN ends at a transit gateway that the VPC is attached to, in the state given. */
const behindTransit = (state: 'available' | 'deleted') =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .subnet('link-1', { vpc: 'vpc-1', cidr: '10.0.9.0/28' })
    .transitGateway('tgw-1')
    .office('office', { gateway: 'tgw-1', cidr: '10.0.8.0/24' })
    .attachment('tgw-attach-1', 'tgw-1', { vpc: 'vpc-1', subnets: ['link-1'], state })
    .attachment('tgw-attach-vpn', 'tgw-1', { type: 'vpn', vpnConnection: 'vpn-office' });

/** The data centre is reached by Direct Connect, straight or by a Direct Connect gateway. */
const byDirectConnect = (cidr: string, given: 'straight' | 'by a gateway') => {
  const builder = new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').virtualPrivateGateway('vgw-1', 'vpc-1');
  if (given === 'straight') return builder.virtualInterface('dxvif-1', 'vgw-1', { cidr });
  return builder.directConnectGateway('dxgw-1', { 'vgw-1': [] }).virtualInterface('dxvif-1', 'dxgw-1', { cidr });
};

ruleTester(vpcOverlapsOnPremises, {
  fine: [{ name: 'apart', design: withOffice('10.1.0.0/16', 'vpc-1') }],
  wrong: [
    ...(['straight', 'by a gateway'] as const).map((given) => ({
      name: `connected by Direct Connect, ${given}`,
      design: byDirectConnect('10.0.8.0/24', given),
      at: 'vpc-1',
      severity: 'warning' as const,
      message: 'vpc-1 (10.0.0.0/16) overlaps onprem-dxvif-1 (10.0.8.0/24), which it is connected to, and the local route keeps those addresses inside the VPC; give one of the two another block.',
    })),
    {
      name: 'connected by VPN',
      design: withOffice('10.0.8.0/24', 'vpc-1'),
      at: 'vpc-1',
      severity: 'warning',
      message: 'vpc-1 (10.0.0.0/16) overlaps office (10.0.8.0/24), which it is connected to, and the local route keeps those addresses inside the VPC; give one of the two another block.',
    },
    {
      name: 'connected by the VPN of a transit gateway',
      design: behindTransit('available'),
      at: 'vpc-1',
      severity: 'warning',
      message: 'vpc-1 (10.0.0.0/16) overlaps office (10.0.8.0/24), which it is connected to, and the local route keeps those addresses inside the VPC; give one of the two another block.',
    },
    {
      name: 'no longer attached to the transit gateway',
      design: behindTransit('deleted'),
      at: 'vpc-1',
      severity: 'advice',
      message: 'vpc-1 (10.0.0.0/16) overlaps office (10.0.8.0/24); give one of the two another block if they may ever be connected.',
    },
    {
      name: 'not connected',
      design: withOffice('10.0.0.0/8'),
      at: 'vpc-1',
      message: 'vpc-1 (10.0.0.0/16) overlaps office (10.0.0.0/8); give one of the two another block if they may ever be connected.',
    },
  ],
});
