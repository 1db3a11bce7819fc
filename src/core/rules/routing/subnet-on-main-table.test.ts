import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { subnetOnMainTable } from './subnet-on-main-table.ts';

const network = () => new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').internetGateway('igw-1', 'vpc-1');
const withTable = () => network().routeTable('rtb-public', 'vpc-1', ['0.0.0.0/0 -> igw-1']).subnet('public-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-public' });

ruleTester(subnetOnMainTable, {
  fine: [
    { name: 'every subnet has a table', design: withTable() },
    { name: 'nobody made a table, so there is no choice', design: network().subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.2.0/24' }) },
    { name: 'the default VPC is made that way', design: new DesignBuilder().region().vpc('vpc-1', '172.31.0.0/16', { isDefault: true }).routeTable('rtb-a', 'vpc-1', []).subnet('a', { vpc: 'vpc-1', cidr: '172.31.0.0/20' }) },
    {
      name: 'a main table that leads out is a fault of its own',
      design: withTable().routeTable('rtb-main-vpc-1', 'vpc-1', ['0.0.0.0/0 -> igw-1']).subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.2.0/24' }),
    },
  ],
  wrong: [
    {
      name: 'one subnet without',
      design: withTable().subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.2.0/24' }),
      at: 'rtb-main-vpc-1',
      message: 'app-a of vpc-1 uses the main route table rtb-main-vpc-1 because none is attached; attach the table that is meant, so that a change of the main one does not move it.',
      fixed: ['Attach rtb-main-vpc-1 to app-a'],
    },
    {
      name: 'several without',
      design: withTable().subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.2.0/24' }).subnet('app-b', { vpc: 'vpc-1', cidr: '10.0.3.0/24', table: 'rtb-gone' }),
      at: 'rtb-main-vpc-1',
      message: 'app-a and app-b of vpc-1 use the main route table rtb-main-vpc-1 because none is attached; attach the table that is meant, so that a change of the main one does not move them.',
      fixed: ['Attach rtb-main-vpc-1 to app-a and app-b'],
    },
  ],
});
