import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { transitAttachmentWithoutTable } from './transit-attachment-without-table.ts';

/** Two VPCs on one transit gateway, routed both ways. */
const hub = (): DesignBuilder =>
  new DesignBuilder()
    .region()
    .vpc('vpc-a', '10.1.0.0/16')
    .vpc('vpc-b', '10.2.0.0/16')
    .routeTable('rtb-main-vpc-a', 'vpc-a', ['10.2.0.0/16 -> tgw-1'])
    .routeTable('rtb-main-vpc-b', 'vpc-b', ['10.1.0.0/16 -> tgw-1'])
    .subnet('link-a', { vpc: 'vpc-a', cidr: '10.1.9.0/28' })
    .subnet('link-b', { vpc: 'vpc-b', cidr: '10.2.9.0/28' })
    .transitGateway('tgw-1')
    .attachment('tgw-attach-a', 'tgw-1', { vpc: 'vpc-a', subnets: ['link-a'] })
    .attachment('tgw-attach-b', 'tgw-1', { vpc: 'vpc-b', subnets: ['link-b'] })
    .transitTable('tgw-rtb-tgw-1', 'tgw-1', [], { propagations: ['tgw-attach-a', 'tgw-attach-b'] });

const open = () => hub().attachment('tgw-attach-a', 'tgw-1', { vpc: 'vpc-a', subnets: ['link-a'], table: null });

ruleTester(transitAttachmentWithoutTable, {
  fine: [
    { name: 'associated', design: hub().build() },
    { name: 'an import that does not tell', design: hub().attachment('tgw-attach-a', 'tgw-1', { vpc: 'vpc-a', subnets: ['link-a'], table: null, routeTableKnown: false }).build() },
    { name: 'deleted', design: hub().attachment('tgw-attach-a', 'tgw-1', { vpc: 'vpc-a', subnets: ['link-a'], table: null, state: 'deleted' }).build() },
  ],
  wrong: [
    { name: 'one table: it is offered', design: open().build(), at: 'tgw-attach-a', fixed: ['Associate tgw-attach-a with tgw-rtb-tgw-1'], message: 'tgw-attach-a is associated with no route table, so tgw-1 drops what comes from it; associate it with one.' },
    { name: 'several tables: a person knows which', design: open().transitTable('tgw-rtb-2', 'tgw-1', []).build(), at: 'tgw-attach-a', message: 'tgw-attach-a is associated with no route table, so tgw-1 drops what comes from it; associate it with one.' },
  ],
});
