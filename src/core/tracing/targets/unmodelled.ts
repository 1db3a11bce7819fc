import { blockAt, evidenceAt, towardsAim } from '../advance.ts';
import { componentOfType } from '../component-of-type.ts';
import type { Flight } from '../flight.ts';
import { routeStep } from './route-block.ts';
import type { TargetInput } from './target-input.ts';

/** The target is kept in the design but understood by no part of the core: whether traffic gets through is not known. */
export function forwardToUnmodelled(input: TargetInput<'unmodelled'>): readonly Flight[] {
  const { context, flight, subnet, route, target } = input;
  const component = componentOfType(target.type);
  const table = subnet.routeTable?.id ?? subnet.id;
  const place = component === undefined ? ({ component: 'route-table', resource: table, row: route.row } as const) : { component, resource: target.id };
  return [
    blockAt(context, flight, {
      block: {
        ...place,
        code: 'X_NOT_MODELLED',
        certainty: 'unknown',
        evidence: [evidenceAt(target.id), evidenceAt(table, route.row)],
        subject: { subnet: subnet.id, target: target.type },
      },
      step: routeStep(subnet, route),
      next: towardsAim(flight, subnet),
    }),
  ];
}
