import { commonPart, intervalsMeet, precedes, type Interval } from '../address/interval.ts';
import type { CompiledRoute, CompiledRouteTable } from './compile-route-table.ts';

/** The part of some destinations that one route takes; without a route nothing matches that part. */
export interface RoutePick {
  readonly route: CompiledRoute | undefined;
  readonly destinations: Interval;
}

/** Splits destinations over the routes of a table, longest prefix first. A single address comes back in one piece. */
export function pickRoutes(table: CompiledRouteTable, family: 4 | 6, destinations: Interval): readonly RoutePick[] {
  const picks: RoutePick[] = [];
  let rest: Interval[] = [destinations];
  for (const route of table.routes[family]) {
    const next: Interval[] = [];
    for (const piece of rest) {
      if (!intervalsMeet(piece, route.range)) {
        next.push(piece);
        continue;
      }
      const taken = commonPart(piece, route.range);
      picks.push({ route, destinations: taken });
      if (precedes(piece[0], taken[0])) next.push([piece[0], taken[0]]);
      if (precedes(taken[1], piece[1])) next.push([taken[1], piece[1]]);
    }
    rest = next;
    if (rest.length === 0) return picks;
  }
  return [...picks, ...rest.map((piece) => ({ route: undefined, destinations: piece }))];
}
