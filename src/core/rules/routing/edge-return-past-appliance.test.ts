import { applianceNetwork as network } from '../../testing/appliance-network.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { edgeReturnPastAppliance } from './edge-return-past-appliance.ts';

const message = 'rtb-edge sends what comes in for subnet-web to i-fw, but rtb-web sends 0.0.0.0/0 straight to igw-1; send it to i-fw too.';
const past = ['0.0.0.0/0 -> igw-1'];

ruleTester(edgeReturnPastAppliance, {
  fine: [
    { name: 'both ways through the appliance', design: network() },
    { name: 'nothing is sent through an appliance', design: network({ gateways: [], web: past }) },
    { name: 'no way out at all', design: network({ web: [] }) },
  ],
  wrong: [
    { name: 'the replies go past it', design: network({ web: past }), at: 'rtb-web/route-1', message, fixed: ['Send 0.0.0.0/0 of rtb-web to i-fw'] },
    { name: 'the whole VPC is sent through it', design: network({ edge: ['10.0.0.0/16 -> eni-i-fw'], web: past }), at: 'rtb-web/route-1', message, fixed: ['Send 0.0.0.0/0 of rtb-web to i-fw'] },
    { name: 'another subnet uses the table', design: network({ web: past }).subnet('subnet-other', { vpc: 'vpc-1', cidr: '10.0.3.0/24', table: 'rtb-web' }), at: 'rtb-web/route-1', message },
  ],
});
