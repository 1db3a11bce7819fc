import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { snapshotIncomplete } from './snapshot-incomplete.ts';

const withMissing = (...missing: string[]) => ({ ...new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').build(), snapshot: { missing } });

ruleTester(snapshotIncomplete, {
  fine: [
    { name: 'drawn', design: new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16') },
    { name: 'a whole snapshot', design: withMissing() },
  ],
  wrong: [
    { name: 'one answer missing', design: withMissing('network-acls'), at: '', message: 'The import had no answer of describe-network-acls; import it too for answers about that.' },
    { name: 'two answers missing', design: withMissing('network-acls', 'route-tables'), at: '', message: 'The import had no answer of describe-network-acls and describe-route-tables; import them too for answers about those.' },
  ],
});
