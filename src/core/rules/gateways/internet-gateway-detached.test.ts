import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { internetGatewayDetached } from './internet-gateway-detached.ts';

const network = () => new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16');
const message = 'igw-1 is attached to no VPC and no route points at it; attach it to the VPC it is meant for, or delete it.';

ruleTester(internetGatewayDetached, {
  fine: [
    { name: 'attached', design: network().internetGateway('igw-1', 'vpc-1') },
    { name: 'a route that names it is told by the rule about routes', design: network().internetGateway('igw-1').routeTable('rtb-a', 'vpc-1', ['0.0.0.0/0 -> igw-1']) },
  ],
  wrong: [
    { name: 'one VPC has none', design: network().internetGateway('igw-1'), at: 'igw-1', message, fixed: ['Attach igw-1 to vpc-1', 'Delete igw-1'] },
    { name: 'every VPC has one', design: network().internetGateway('igw-0', 'vpc-1').internetGateway('igw-1'), at: 'igw-1', message, fixed: ['Delete igw-1'] },
    { name: 'two VPCs have none', design: network().vpc('vpc-2', '10.1.0.0/16').internetGateway('igw-1'), at: 'igw-1', message, fixed: ['Delete igw-1'] },
  ],
});
