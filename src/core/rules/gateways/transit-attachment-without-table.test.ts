import { ruleTester } from '../../testing/rule-tester.ts';
import { bareHub } from '../../testing/transit-network.ts';
import { transitAttachmentWithoutTable } from './transit-attachment-without-table.ts';

/** Two VPCs on one transit gateway, routed both ways. */
const open = () => bareHub().attachment('tgw-attach-a', 'tgw-1', { vpc: 'vpc-a', subnets: ['link-a'], table: null });

ruleTester(transitAttachmentWithoutTable, {
  fine: [
    { name: 'associated', design: bareHub().build() },
    { name: 'an import that does not tell', design: bareHub().attachment('tgw-attach-a', 'tgw-1', { vpc: 'vpc-a', subnets: ['link-a'], table: null, routeTableKnown: false }).build() },
    { name: 'deleted', design: bareHub().attachment('tgw-attach-a', 'tgw-1', { vpc: 'vpc-a', subnets: ['link-a'], table: null, state: 'deleted' }).build() },
  ],
  wrong: [
    { name: 'one table: it is offered', design: open().build(), at: 'tgw-attach-a', fixed: ['Associate tgw-attach-a with tgw-rtb-tgw-1'], message: 'tgw-attach-a is associated with no route table, so tgw-1 drops what comes from it; associate it with one.' },
    { name: 'several tables: a person knows which', design: open().transitTable('tgw-rtb-2', 'tgw-1', []).build(), at: 'tgw-attach-a', message: 'tgw-attach-a is associated with no route table, so tgw-1 drops what comes from it; associate it with one.' },
  ],
});
