import { formatCount } from '../../address/format-count.ts';
import { readCidr } from '../../address/cidr.ts';
import { quotas } from '../../aws/limits.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { prefixListWeight } from '../../lookup/prefix-lists.ts';
import type { RouteTable } from '../../model/resources/index.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { explainQuota, judgeQuota, type QuotaExcess } from '../facts/judge-quota.ts';
import { nameOf } from '../facts/names.ts';

interface Facts {
  readonly name: string;
  readonly what: string;
  readonly excess: QuotaExcess;
}

const isWide = (lookup: Lookup, destination: string): boolean => {
  const list = lookup.resource(destination);
  return list?.kind === 'prefix-list' ? list.family === 'ipv6' : readCidr(destination)?.family === 6;
};

interface Counts {
  readonly static4: number;
  readonly static6: number;
  readonly propagated: number;
}

/** A route to a prefix list counts as the most entries the list may have (VPC User Guide, managed-prefix-lists). */
function countRoutes(lookup: Lookup, { routes }: RouteTable): Counts {
  const counts = { static4: 0, static6: 0, propagated: 0 };
  for (const { origin, destination } of Object.values(routes)) {
    const weight = destination.startsWith('pl-') ? (prefixListWeight(lookup, destination) ?? 1) : 1;
    counts[origin === 'propagated' ? 'propagated' : isWide(lookup, destination) ? 'static6' : 'static4'] += weight;
  }
  return counts;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  const { routesPerRouteTable, propagatedRoutesPerRouteTable } = quotas;
  for (const { id, value } of lookup.byKind['route-table']) {
    const { static4, static6, propagated } = countRoutes(lookup, value);
    const judged = [
      { what: 'static IPv4 routes', excess: judgeQuota(lookup, routesPerRouteTable, static4) },
      { what: 'static IPv6 routes', excess: judgeQuota(lookup, routesPerRouteTable, static6) },
      { what: 'propagated routes', excess: judgeQuota(lookup, propagatedRoutesPerRouteTable, propagated) },
    ];
    for (const { what, excess } of judged) {
      if (excess) yield { evidence: [{ at: id }], facts: { name: nameOf(lookup, id), what, excess }, severity: excess.severity };
    }
  }
}

export const tooManyRoutes = defineRule<Facts>({
  id: 'too-many-routes',
  area: 'routing',
  severity: 'advice',
  why: 'AWS limits the routes of a table; static routes of IPv4 and IPv6 and propagated ones are counted apart.',
  learnMore: quotas.routesPerRouteTable.source,
  check,
  explain: ({ name, what, excess }) => `${name} has ${formatCount(excess.count)} ${what}; ${explainQuota(excess)}, so join destinations or announce shorter prefixes.`,
});
