import { applianceNetwork as network } from '../../testing/appliance-network.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { edgeApplianceNotPublic } from './edge-appliance-not-public.ts';

ruleTester(edgeApplianceNotPublic, {
  fine: [
    { name: 'a public address', design: network() },
    { name: 'what comes in by a virtual private gateway', design: network({ isPublic: false, gateways: ['vgw-1'] }).virtualPrivateGateway('vgw-1', 'vpc-1') },
  ],
  wrong: [
    {
      name: 'none',
      design: network({ isPublic: false }),
      at: 'rtb-edge/route-1',
      message: 'rtb-edge sends what comes in by igw-1 to i-fw, which has no public address and so gets nothing from the internet; give it an Elastic IP address.',
    },
  ],
});
