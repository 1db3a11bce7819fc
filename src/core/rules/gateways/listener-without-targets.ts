import { documentation } from '../../aws/documentation-links.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { asRowId } from '../../model/ids.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { listenerLegs } from '../facts/balancer-legs.ts';
import { nameOf } from '../facts/names.ts';

interface Facts {
  readonly name: string;
  readonly listener: string;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const { balancer, row, found } of listenerLegs(lookup)) {
    if (found.targets.length > 0 || found.unknownGroups.length > 0) continue;
    const listener = balancer.value.listeners[asRowId(row)];
    yield { evidence: [{ at: balancer.id, row }], facts: { name: nameOf(lookup, balancer.id), listener: listener ? `${listener.protocol} ${listener.port}` : row } };
  }
}

export const listenerWithoutTargets = defineRule<Facts>({
  id: 'listener-without-targets',
  area: 'gateways',
  severity: 'warning',
  why: 'A listener hands every request on to a registered target; with none it answers 503 or closes the connection.',
  learnMore: documentation.targetGroups,
  check,
  explain: ({ name, listener }) => `Listener ${listener} of ${name} has no targets; register instances with its target group.`,
});
