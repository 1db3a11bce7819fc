import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileRouteTable } from '../../forwarding/compile-route-table.ts';
import { pickRoutes } from '../../forwarding/pick-route.ts';
import { buildLookup } from '../../lookup/build-lookup.ts';
import { asResourceId } from '../../model/ids.ts';
import { DesignBuilder } from '../../testing/design-builder.ts';
import { findCoveredRoutes } from './covered-routes.ts';

/** Destinations that lie in each other in many ways: eight addresses and every block of them, and the whole. */
const destinations = ['0.0.0.0/0', ...[29, 30, 31, 32].flatMap((length) => Array.from({ length: 2 ** (length - 29) }, (_, index) => `172.31.0.${index * 2 ** (32 - length)}/${length}`))];
const lines = fc.array(
  fc.tuple(fc.constantFrom(...destinations), fc.boolean()).map(([destination, isPropagated]) => `${destination} -> vgw-1${isPropagated ? ' propagated' : ''}`),
  { maxLength: 14 },
);

test('a route is covered exactly when the router never picks it', () => {
  fc.assert(
    fc.property(lines, (routes) => {
      const lookup = buildLookup(new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').virtualPrivateGateway('vgw-1', 'vpc-1').routeTable('rtb-a', 'vpc-1', routes).build());
      const vpc = lookup.vpcs.get(asResourceId('vpc-1'));
      const table = lookup.byKind['route-table'].find(({ id }) => id === 'rtb-a');
      if (!vpc || !table) throw new Error('The design lost its table.');
      const compiled = compileRouteTable(lookup, vpc, table);
      const covered = findCoveredRoutes(compiled.routes[4]).map(({ route }) => route.row);
      const neverPicked = compiled.routes[4].filter((route) => pickRoutes(compiled.routes[4], route.range).every((pick) => pick.route !== route)).map(({ row }) => row);
      expect([...covered].sort()).toEqual([...neverPicked].sort());
    }),
  );
});
