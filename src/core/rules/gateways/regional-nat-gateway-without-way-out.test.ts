import { asResourceId } from '../../model/ids.ts';
import { dualStackNetwork } from '../../testing/dual-stack-network.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { regionalNatGatewayWithoutWayOut } from './regional-nat-gateway-without-way-out.ts';

const network = (own?: readonly string[]) => {
  const builder = dualStackNetwork().routeTable('rtb-nat', 'vpc-1', own ?? []);
  return builder.regionalNatGateway('nat-1', { vpc: 'vpc-1', zones: { 'us-east-1a': '203.0.113.50' }, ...(own && { table: 'rtb-nat' }) });
};
const start = 'rtb-nat, the route table of nat-1, has no route to an internet gateway, so it reaches nothing; route 0.0.0.0/0 to one.';

ruleTester(regionalNatGatewayWithoutWayOut, {
  fine: [
    { name: 'AWS made its table', design: network() },
    { name: 'its own route', design: network(['0.0.0.0/0 -> igw-1']) },
    { name: 'a zonal one', design: dualStackNetwork() },
  ],
  wrong: [
    { name: 'no route in its own table', design: network([]), at: 'nat-1', message: start, fixed: ['Route 0.0.0.0/0 of rtb-nat to igw-1'] },
    { name: 'a subnet uses its table', design: network([]).change('subnet-six', 'subnet', { routeTable: asResourceId('rtb-nat') }), at: 'nat-1', message: start },
    { name: 'no internet gateway', design: network().internetGateway('igw-1'), at: 'nat-1', message: 'nat-1 sends to the internet, but vpc-1 has no internet gateway; attach one.' },
  ],
});
