import { blockAt, evidenceAt, towardsAim } from '../advance.ts';
import type { Flight } from '../flight.ts';
import { routeStep } from './route-block.ts';
import type { TargetInput } from './target-input.ts';

/** The target is kept in the design but understood by no part of the core: whether traffic gets through is not known. */
export function forwardToUnmodelled(input: TargetInput<'unmodelled'>): readonly Flight[] {
  const { context, flight, subnet, route, target } = input;
  return [
    blockAt(context, flight, {
      block: {
        component: 'unmodelled',
        resource: target.id,
        code: 'X_NOT_MODELLED',
        certainty: 'unknown',
        evidence: [evidenceAt(target.id), evidenceAt(subnet.routeTable?.id ?? subnet.id, route.row)],
        subject: { subnet: subnet.id, target: target.type },
      },
      step: routeStep(subnet, route),
      next: towardsAim(flight, subnet),
    }),
  ];
}
