import { asResourceId } from '../../model/ids.ts';
import { dualStackNetwork } from '../../testing/dual-stack-network.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { regionalNatGatewayRefused } from './regional-nat-gateway-refused.ts';

const regional = () => dualStackNetwork().regionalNatGateway('nat-1', { vpc: 'vpc-1', zones: { 'us-east-1a': '203.0.113.50' } });
const WEB = asResourceId('subnet-web');

ruleTester(regionalNatGatewayRefused, {
  fine: [
    { name: 'zonal', design: dualStackNetwork() },
    { name: 'regional', design: regional() },
    { name: 'a deleted one', design: regional().change('nat-1', 'nat-gateway', { subnet: WEB, state: 'deleted' }) },
  ],
  wrong: [
    { name: 'in a subnet', design: regional().change('nat-1', 'nat-gateway', { subnet: WEB }), at: 'nat-1', message: 'nat-1 is a regional NAT gateway and names subnet subnet-web, but a regional one stands in its VPC and in no subnet; take the subnet away, or make it zonal.' },
    { name: 'private', design: regional().change('nat-1', 'nat-gateway', { connectivity: 'private' }), at: 'nat-1', message: 'nat-1 is a regional NAT gateway and private, which AWS does not offer; make it zonal, or public.' },
    { name: 'zonal with a table', design: dualStackNetwork().change('nat-1', 'nat-gateway', { routeTable: asResourceId('rtb-public') }), at: 'nat-1', message: 'nat-1 is a zonal NAT gateway and names the route table rtb-public, but a zonal one uses that of its subnet; take it away, or make it regional.', fixed: ['Take the route table away from nat-1'] },
  ],
});
