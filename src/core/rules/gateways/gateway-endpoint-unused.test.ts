import { balancedNetwork } from '../../testing/balanced-network.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { gatewayEndpointUnused } from './gateway-endpoint-unused.ts';

ruleTester(gatewayEndpointUnused, {
  fine: [
    { name: 'in a table', design: balancedNetwork().vpcEndpoint('vpce-1', { vpc: 'vpc-1', service: 's3', tables: ['rtb-public'] }) },
    { name: 'by a route', design: balancedNetwork().vpcEndpoint('vpce-1', { vpc: 'vpc-1', service: 's3' }).prefixList('pl-1').routeTable('rtb-x', 'vpc-1', ['pl-1 -> vpce-1']) },
  ],
  wrong: [
    {
      name: 'in none',
      design: balancedNetwork().vpcEndpoint('vpce-1', { vpc: 'vpc-1', service: 's3' }),
      at: 'vpce-1',
      message: 'vpce-1 stands in no route table, so no subnet reaches com.amazonaws.us-east-1.s3 by it; choose the tables of the subnets that should.',
    },
  ],
});
