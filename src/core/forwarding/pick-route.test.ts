import { expect, test } from 'vitest';
import { pickRoutes } from './pick-route.ts';

const route = (name: string, start: number, end: number) => ({ name, range: [start, end] as const });

// Each route in turn takes what is left of the destinations: the first that matches decides
// (https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html).
test.each<[string, readonly (readonly [string, number, number])[], readonly [number, number], readonly (readonly [string | undefined, number, number])[]]>([
  ['one route takes all', [['a', 0, 100]], [10, 20], [['a', 10, 20]]],
  ['no route takes nothing', [], [10, 20], [[undefined, 10, 20]]],
  ['a route that ends where they start takes nothing', [['a', 0, 10]], [10, 20], [[undefined, 10, 20]]],
  ['a route inside leaves both sides', [['a', 12, 15], ['b', 0, 100]], [10, 20], [['a', 12, 15], ['b', 10, 12], ['b', 15, 20]]],
  ['a route over the start leaves the end', [['a', 0, 15]], [10, 20], [['a', 10, 15], [undefined, 15, 20]]],
  ['a route over the end leaves the start', [['a', 15, 30]], [10, 20], [['a', 15, 20], [undefined, 10, 15]]],
  ['of equal routes the first takes all', [['a', 0, 100], ['b', 0, 100]], [10, 20], [['a', 10, 20]]],
  ['a single address comes back in one piece', [['a', 10, 11], ['b', 0, 100]], [10, 11], [['a', 10, 11]]],
])('%s', (_, routes, destinations, expected) => {
  const picks = pickRoutes(routes.map(([name, start, end]) => route(name, start, end)), destinations);
  expect(picks.map((pick) => [pick.route?.name, ...pick.destinations])).toEqual(expected);
});
