import { dualStackNetwork } from '../../testing/dual-stack-network.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { regionalNatGatewayMissingZone } from './regional-nat-gateway-missing-zone.ts';

const network = (zone: string, isAutomatic = false) => dualStackNetwork().regionalNatGateway('nat-1', { vpc: 'vpc-1', zones: { [zone]: '203.0.113.50' }, isAutomatic });

ruleTester(regionalNatGatewayMissingZone, {
  fine: [
    { name: 'in the zone', design: network('us-east-1a') },
    { name: 'it comes to the zone by itself', design: network('us-east-1b', true) },
    { name: 'a zonal one', design: dualStackNetwork() },
  ],
  wrong: [
    { name: 'in another zone', design: network('us-east-1b'), at: 'nat-1', message: 'subnet-out sends to nat-1, which has no address in us-east-1a; give it one there, or let it expand by itself.', fixed: ['Associate a new Elastic IP address with nat-1 in us-east-1a'] },
  ],
});
