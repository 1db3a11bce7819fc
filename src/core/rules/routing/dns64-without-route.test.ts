import { dualStackNetwork as network } from '../../testing/dual-stack-network.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { dns64WithoutRoute } from './dns64-without-route.ts';

const end = 'route 64:ff9b::/96 to a NAT gateway, or turn DNS64 off.';

ruleTester(dns64WithoutRoute, {
  fine: [
    { name: 'off', design: network() },
    { name: 'with the route', design: network({ isDns64: true, sixRoutes: ['64:ff9b::/96 -> nat-1', '::/0 -> eigw-1'] }) },
    { name: 'a wider route to the NAT gateway', design: network({ isDns64: true, sixRoutes: ['64:ff9b::/32 -> nat-1'] }) },
    { name: 'a dead route is told by the rule about routes', design: network({ isDns64: true, sixRoutes: ['64:ff9b::/96 -> nat-gone'] }) },
  ],
  wrong: [
    { name: 'no route', design: network({ isDns64: true, sixRoutes: [] }), at: 'subnet-six', message: `subnet-six has DNS64 on, but rtb-six has no route for 64:ff9b::/96; ${end}`, fixed: ['Route 64:ff9b::/96 of rtb-six to nat-1'] },
    { name: 'only ::/0', design: network({ isDns64: true }), at: 'subnet-six', message: `subnet-six has DNS64 on, but rtb-six sends 64:ff9b::/96 to eigw-1, which does not translate; ${end}`, fixed: ['Route 64:ff9b::/96 of rtb-six to nat-1'] },
    { name: 'the destination itself, to what does not translate', design: network({ isDns64: true, sixRoutes: ['64:ff9b::/96 -> eigw-1'] }), at: 'subnet-six', message: `subnet-six has DNS64 on, but rtb-six sends 64:ff9b::/96 to eigw-1, which does not translate; ${end}`, fixed: ['Route 64:ff9b::/96 of rtb-six to nat-1'] },
    { name: 'no NAT gateway', design: network({ isDns64: true, routes: ['::/0 -> eigw-1'], withNat: false }), at: 'subnet-six', message: `subnet-six has DNS64 on, but rtb-six sends 64:ff9b::/96 to eigw-1, which does not translate; ${end}`, fixed: ['Turn DNS64 off in subnet-six'] },
  ],
});
