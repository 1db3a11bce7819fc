import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { severalVirtualPrivateGateways } from './several-virtual-private-gateways.ts';

const network = () => new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').virtualPrivateGateway('vgw-1', 'vpc-1');

ruleTester(severalVirtualPrivateGateways, {
  fine: [{ name: 'one, and one that is detached', design: network().virtualPrivateGateway('vgw-2') }],
  wrong: [
    {
      name: 'two',
      design: network().virtualPrivateGateway('vgw-2', 'vpc-1'),
      at: 'vpc-1',
      message: 'vpc-1 has 2 virtual private gateways (vgw-1 and vgw-2); AWS attaches one, so move the VPN connections to one of them.',
    },
  ],
});
