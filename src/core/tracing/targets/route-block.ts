import type { CompiledRoute } from '../../forwarding/compile-route-table.ts';
import type { SubnetEntry } from '../../lookup/entries.ts';
import { blockAt, evidenceAt, formatAddresses, towardsAim, type StepInput, type TraceContext } from '../advance.ts';
import type { Flight, Place } from '../flight.ts';

/** The step of being routed by a row of a subnet's table. */
export function routeStep(subnet: SubnetEntry, route: CompiledRoute): StepInput {
  const target = route.target.kind === 'local' ? 'local' : route.target.id;
  return {
    step: 'route',
    resource: subnet.routeTable?.id ?? subnet.id,
    row: route.row,
    detail: { kind: 'route', subnet: subnet.id, destination: route.destination, target },
  };
}

/** The route itself is what blocks: it leads nowhere, or not to where a reply has to go. */
export function blockByRoute(
  context: TraceContext,
  flight: Flight,
  given: { readonly subnet: SubnetEntry; readonly route: CompiledRoute; readonly code: string; readonly certainty?: 'unknown'; readonly next?: Place },
): Flight {
  const { subnet, route } = given;
  const table = subnet.routeTable?.id ?? subnet.id;
  const [first] = flight.parcels;
  return blockAt(context, flight, {
    block: {
      component: 'route-table',
      resource: table,
      row: route.row,
      code: given.code,
      certainty: given.certainty,
      evidence: [evidenceAt(table, route.row), evidenceAt(subnet.id)],
      subject: {
        subnet: subnet.id,
        vpc: subnet.vpc.id,
        target: route.target.kind === 'local' ? 'local' : route.target.id,
        ...(first && { destination: formatAddresses(first.now.destination) }),
      },
    },
    step: routeStep(subnet, route),
    next: given.next ?? towardsAim(flight, subnet),
  });
}
