import { commonPart, intervalsMeet, precedes, type Interval } from '../address/interval.ts';

/** The part of some destinations that one route takes; without a route nothing matches that part. */
export interface RoutePick<Route> {
  readonly route: Route | undefined;
  readonly destinations: Interval;
}

/**
 * Splits destinations over the routes of one family, in the order they are tried; a VPC's table and a transit gateway's are
 * tried alike. A single address comes back in one piece.
 */
export function pickRoutes<Route extends { readonly range: Interval }>(routes: readonly Route[], destinations: Interval): readonly RoutePick<Route>[] {
  const picks: RoutePick<Route>[] = [];
  let rest: Interval[] = [destinations];
  for (const route of routes) {
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
