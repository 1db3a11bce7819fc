import { EdgeDesignBuilder } from '../../testing/edge-design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { routeTableUnused } from './route-table-unused.ts';

const network = () => new EdgeDesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').routeTable('rtb-a', 'vpc-1', []);

ruleTester(routeTableUnused, {
  fine: [
    { name: 'used', design: network().subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-a' }) },
    {
      name: 'the table of a gateway',
      design: network().internetGateway('igw-1', 'vpc-1').edgeTable('rtb-a', ['igw-1']),
    },
  ],
  wrong: [
    { name: 'used by nobody', design: network(), at: 'rtb-a', message: 'rtb-a is used by no subnet of vpc-1; attach it to the subnets it is meant for, or delete it.', fixed: ['Delete rtb-a'] },
  ],
});
