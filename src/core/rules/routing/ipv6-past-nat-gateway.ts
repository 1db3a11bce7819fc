import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Lookup, VpcEntry } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { defaultRouteOf, ipv6Tables } from '../facts/default-routes.ts';
import { nameOf } from '../facts/names.ts';
import { needsInternetRoute } from '../facts/needs-internet-route.ts';
import type { RouteUse } from '../facts/uses.ts';
import { offerEgressOnlyGateway } from '../fixes/egress-only-gateway.ts';
import { replaceValue, together } from '../fixes/patch-of.ts';

interface Facts {
  readonly use: RouteUse;
  readonly vpc: VpcEntry;
  readonly names: { readonly table: string; readonly gateway: string; readonly nat: string };
}

const TRANSLATING: ReadonlySet<string> = new Set(['nat-gateway', 'network-interface']);

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const { table, vpc } of ipv6Tables(lookup)) {
    const use = defaultRouteOf(lookup, table.id, 6);
    const other = defaultRouteOf(lookup, table.id, 4);
    if (use?.target.kind !== 'internet-gateway' || !other || !TRANSLATING.has(other.target.kind)) continue;
    const names = { table: nameOf(lookup, table.id), gateway: nameOf(lookup, use.target.id), nat: nameOf(lookup, other.route.target) };
    yield { evidence: [{ at: table.id, row: use.row }, { at: table.id, row: other.row }], namedBy: 1, facts: { use, vpc, names } };
  }
}

function fix({ use, vpc, names }: Facts, lookup: Lookup): readonly Fix[] {
  if (needsInternetRoute(lookup, use.table.id)) return [];
  const offer = offerEgressOnlyGateway(lookup, vpc);
  const { table, row, route } = use;
  return [
    {
      title: `Send ::/0 of ${names.table} to ${offer.words}`,
      effect: 'Connections still go out over IPv6; none comes in from the internet any more.',
      patch: together(replaceValue([table.id, 'routes', row, 'target'], route.target, offer.id), offer.patch),
    },
  ];
}

export const ipv6PastNatGateway = defineRule<Facts>({
  id: 'ipv6-past-nat-gateway',
  area: 'routing',
  severity: 'advice',
  why: 'Every IPv6 address is public, and nothing is translated: a subnet that is private over IPv4 is open over IPv6 when its ::/0 leads to an internet gateway. An egress-only internet gateway lets connections out and none in.',
  learnMore: documentation.egressOnlyInternetGateway,
  check,
  explain: ({ names }) => `${names.table} sends 0.0.0.0/0 to ${names.nat} but ::/0 straight to ${names.gateway}, which lets connections in over IPv6; send ::/0 to an egress-only internet gateway.`,
  fix,
});
