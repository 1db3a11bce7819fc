import type { Resource } from '../../model/resources/index.ts';
import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { unmodelledResources } from './unmodelled-resources.ts';

const unmodelled = (type: string, name = ''): Resource => ({ kind: 'unmodelled', name, type, subnets: [], data: {} });
const network = () => new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16');

ruleTester(unmodelledResources, {
  fine: [{ name: 'everything is understood', design: network() }],
  wrong: [
    { name: 'one', design: network().add('tgw-1', unmodelled('transit-gateway', 'hub')), at: 'tgw-1', message: 'The transit-gateway hub is drawn but not modelled, so answers that depend on it are undetermined; check those in AWS.' },
    {
      name: 'several types, each told once',
      design: network().add('pcx-1', unmodelled('vpc-peering-connection')).add('pcx-2', unmodelled('vpc-peering-connection')).add('lb', unmodelled('load-balancer')),
      at: ['pcx-1', 'lb'],
      message: '2 resources of the type vpc-peering-connection (pcx-1 and pcx-2) are drawn but not modelled, so answers that depend on them are undetermined; check those in AWS.',
    },
  ],
});
