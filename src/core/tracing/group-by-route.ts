import type { Interval } from '../address/interval.ts';
import { pickRoutes } from '../forwarding/pick-route.ts';
import { carveOf, withField } from './carve.ts';
import type { Flight, TracedParcel } from './flight.ts';

/** The parcels of a flight by the route that takes their destination; what no route takes stands under `undefined`. */
export function groupByRoute<Route extends { readonly range: Interval }>(routes: readonly Route[], flight: Pick<Flight, 'parcels' | 'map'>): Map<Route | undefined, TracedParcel[]> {
  const carve = carveOf(flight);
  const groups = new Map<Route | undefined, TracedParcel[]>();
  for (const parcel of flight.parcels) {
    for (const { route, destinations } of pickRoutes(routes, parcel.now.destination)) {
      const part = destinations === parcel.now.destination ? parcel : carve(parcel, withField(parcel.now, 'destination', destinations));
      const group = groups.get(route);
      if (group) group.push(part);
      else groups.set(route, [part]);
    }
  }
  return groups;
}
