import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { vpcOverlapsOnPremises } from './vpc-overlaps-on-premises.ts';

const withOffice = (cidr: string, attachedTo?: string) =>
  new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').virtualPrivateGateway('vgw-1', attachedTo).office('office', { gateway: 'vgw-1', cidr });

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
      name: 'not connected',
      design: withOffice('10.0.0.0/8'),
      at: 'vpc-1',
      message: 'vpc-1 (10.0.0.0/16) overlaps office (10.0.0.0/8); give one of the two another block if they may ever be connected.',
    },
  ],
});
