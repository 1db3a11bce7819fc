import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Entry, Lookup, VpcEntry } from '../../lookup/entries.ts';
import type { RouteTable } from '../../model/resources/index.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { ipv6Tables, ipv6WaysOut } from '../facts/default-routes.ts';
import { nameOf } from '../facts/names.ts';
import { offerEgressOnlyGateway } from '../fixes/egress-only-gateway.ts';
import { together } from '../fixes/patch-of.ts';
import { addRoute } from '../fixes/route-by.ts';

interface Facts {
  readonly table: Entry<RouteTable>;
  readonly vpc: VpcEntry;
  readonly names: { readonly table: string; readonly subnet: string };
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const { table, vpc, subnets } of ipv6Tables(lookup)) {
    if (ipv6WaysOut(lookup, vpc, table).length > 0) continue;
    for (const { id, value, interfaces } of subnets) {
      if (value.cidr !== undefined || interfaces.length === 0) continue;
      yield { evidence: [{ at: id }, { at: table.id }], facts: { table, vpc, names: { table: nameOf(lookup, table.id), subnet: nameOf(lookup, id) } } };
    }
  }
}

function fix({ table, vpc, names }: Facts, lookup: Lookup): readonly Fix[] {
  const offer = offerEgressOnlyGateway(lookup, vpc);
  return [{ title: `Route ::/0 of ${names.table} to ${offer.words}`, effect: 'Lets connections out over IPv6; nothing can come in.', patch: together(addRoute(table, '::/0', offer.id), offer.patch) }];
}

export const ipv6OnlyWithoutWayOut = defineRule<Facts>({
  id: 'ipv6-only-without-way-out',
  area: 'routing',
  severity: 'advice',
  why: 'An IPv6-only subnet leaves its VPC by its IPv6 routes alone: without one its machines fetch no updates and reach no service outside.',
  learnMore: documentation.ipv6,
  check,
  explain: ({ names }) => `${names.subnet} has IPv6 alone, and ${names.table} has no IPv6 route out of the VPC; route ::/0 to an egress-only internet gateway, and 64:ff9b::/96 to a NAT gateway for IPv4 servers.`,
  fix,
});
