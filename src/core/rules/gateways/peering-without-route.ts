import { documentation } from '../../aws/documentation-links.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { routedEnds } from '../facts/peering-routes.ts';

interface Facts {
  readonly name: string;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  if (lookup.isMissing('route-tables')) return;
  for (const peering of lookup.byKind['vpc-peering-connection']) {
    const ends = routedEnds(lookup, peering);
    // A VPC without subnets is only begun.
    const isBegun = ends.every(({ end }) => (end.vpc?.subnets.length ?? 0) === 0);
    if (peering.value.state !== 'active' || isBegun || ends.some(({ routes }) => routes.length > 0)) continue;
    yield { evidence: [{ at: peering.id }], facts: { name: nameOf(lookup, peering.id) } };
  }
}

export const peeringWithoutRoute = defineRule<Facts>({
  id: 'peering-without-route',
  area: 'gateways',
  severity: 'advice',
  why: 'A peering opens no way by itself: each VPC needs a route to the other one’s blocks in the tables of the subnets that use it.',
  learnMore: documentation.peeringRouting,
  check,
  explain: ({ name }) => `${name} is active, but no route table sends anything to it; add a route on both sides, or delete it.`,
});
