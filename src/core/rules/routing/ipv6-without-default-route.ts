import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { defaultRouteOf, ipv6Tables, ipv6WaysOut, takesIpv6, type Ipv6Table } from '../facts/default-routes.ts';
import { nameList } from '../facts/name-list.ts';
import { nameOf } from '../facts/names.ts';
import { opensNothing } from '../facts/opens-nothing.ts';
import { subnetsOfTable } from '../facts/uses.ts';
import { offerEgressOnlyGateway } from '../fixes/egress-only-gateway.ts';
import { together } from '../fixes/patch-of.ts';
import { addRoute } from '../fixes/route-by.ts';

interface Facts {
  readonly used: Ipv6Table;
  readonly isPublic: boolean;
  readonly names: { readonly table: string; readonly subnets: string; readonly target: string };
  readonly count: number;
}

const WAYS: ReadonlySet<string> = new Set(['internet-gateway', 'nat-gateway', 'network-interface']);

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const used of ipv6Tables(lookup)) {
    const { table, vpc } = used;
    const subnets = used.subnets.filter((subnet) => subnet.value.cidr !== undefined && takesIpv6(subnet));
    const other = defaultRouteOf(lookup, table.id, 4);
    if (subnets.length === 0 || !other || !WAYS.has(other.target.kind) || ipv6WaysOut(lookup, vpc, table).length > 0) continue;
    const names = { table: nameOf(lookup, table.id), subnets: nameList(subnets.map(({ id }) => nameOf(lookup, id))), target: nameOf(lookup, other.route.target) };
    const facts: Facts = { used, isPublic: other.target.kind === 'internet-gateway', names, count: subnets.length };
    yield { evidence: [{ at: table.id, row: other.row }, ...subnets.map(({ id }) => ({ at: id }))], namedBy: 1, facts };
  }
}

function fix({ used, isPublic, names }: Facts, lookup: Lookup): readonly Fix[] {
  const { table, vpc } = used;
  if (!isPublic) {
    const offer = offerEgressOnlyGateway(lookup, vpc);
    return [{ title: `Route ::/0 of ${names.table} to ${offer.words}`, effect: 'Lets connections out over IPv6; nothing can come in.', patch: together(addRoute(table, '::/0', offer.id), offer.patch) }];
  }
  const [gateway] = vpc.internetGateways;
  if (gateway === undefined || !opensNothing(lookup, subnetsOfTable(lookup).get(table.id) ?? [])) return [];
  return [{ title: `Route ::/0 of ${names.table} to ${names.target}`, effect: 'Opens IPv6 both ways where addresses and rules are in place; no sensitive port opens.', patch: addRoute(table, '::/0', gateway) }];
}

export const ipv6WithoutDefaultRoute = defineRule<Facts>({
  id: 'ipv6-without-default-route',
  area: 'routing',
  severity: 'advice',
  why: 'Routes for IPv4 and IPv6 are separate: 0.0.0.0/0 never covers an IPv6 destination, so a machine that prefers its IPv6 address finds no way out.',
  learnMore: documentation.ipv6,
  check,
  explain: ({ names, count }) => `${names.subnets} ${count === 1 ? 'has' : 'have'} IPv6 addresses, but ${names.table} has only 0.0.0.0/0, to ${names.target}, and no route for ::/0; add one.`,
  fix,
});
