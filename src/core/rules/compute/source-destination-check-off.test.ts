import { asResourceId, asRowId } from '../../model/ids.ts';
import type { Resource } from '../../model/resources/index.ts';
import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { sourceDestinationCheckOff } from './source-destination-check-off.ts';

const router = (sourceDestinationCheck: boolean, owner?: string): Resource => ({
  kind: 'network-interface',
  name: 'eni-router',
  subnet: asResourceId('app-a'),
  attachment: { resource: asResourceId('router'), deviceIndex: 0 },
  ...(owner !== undefined && { owner }),
  addresses: { [asRowId('address-1')]: { address: '10.0.1.10', primary: true } },
  ipv6Addresses: {},
  securityGroups: [],
  sourceDestinationCheck,
});

const network = (check: boolean, routes: readonly string[] = [], owner?: string) =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .routeTable('rtb-a', 'vpc-1', routes)
    .subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-a' })
    .instance('router', { subnet: 'app-a', address: '10.0.1.10', groups: [] })
    .add('eni-router', router(check, owner));

ruleTester(sourceDestinationCheckOff, {
  fine: [
    { name: 'on', design: network(true) },
    { name: 'off, and a route points at the interface', design: network(false, ['0.0.0.0/0 -> eni-router']) },
    { name: 'off, and a route points at the instance', design: network(false, ['0.0.0.0/0 -> router']) },
    { name: 'an interface that AWS set up', design: network(false, [], 'network_load_balancer') },
    { name: 'the route tables were not in the snapshot', design: { ...network(false).build(), snapshot: { missing: ['route-tables'] } } },
  ],
  wrong: [
    {
      name: 'off for nothing',
      design: network(false),
      at: 'eni-router',
      message: 'router has the source/destination check off, but no route points at it; turn the check on, or add the route.',
      fixed: ['Turn on the source/destination check of router'],
    },
  ],
});
