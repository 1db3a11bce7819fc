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

ruleTester(vpcOverlapsOnPremises, {
  fine: [{ name: 'apart', design: withOffice('10.1.0.0/16', 'vpc-1') }],
  wrong: [
    {
      name: 'connected by VPN',
      design: withOffice('10.0.8.0/24', 'vpc-1'),
      at: 'vpc-1',
      severity: 'warning',
      message: 'vpc-1 (10.0.0.0/16) overlaps office (10.0.8.0/24) behind its VPN, and the local route keeps those addresses inside the VPC; give one of the two another block.',
    },
    {
      name: 'connected by the VPN of a transit gateway',
      design: behindTransit('available'),
      at: 'vpc-1',
      severity: 'warning',
      message: 'vpc-1 (10.0.0.0/16) overlaps office (10.0.8.0/24) behind its VPN, and the local route keeps those addresses inside the VPC; give one of the two another block.',
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
