import { readCidr } from '../../address/cidr.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { leadsToInternet } from '../facts/internet-routes.ts';
import { publicPartOf } from '../facts/internet-sources.ts';
import { nameOf } from '../facts/names.ts';
import { routesTo, type RouteUse } from '../facts/uses.ts';

interface Facts {
  readonly name: string;
  readonly table: string;
  readonly destination: string;
}

function isToInternet({ route, target }: RouteUse): boolean {
  const cidr = readCidr(route.destination);
  return target.kind === 'nat-gateway' && cidr !== undefined && publicPartOf(cidr).length > 0;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const { id, value, subnet } of lookup.natGateways.values()) {
    const table = subnet?.routeTable;
    if (value.connectivity !== 'private' || value.availability !== 'zonal' || !table || !leadsToInternet(lookup, table.id)) continue;
    const use = (routesTo(lookup).get(id) ?? []).find(isToInternet);
    if (use) yield { evidence: [{ at: id }, { at: use.table.id, row: use.row }], namedBy: 1, facts: { name: nameOf(lookup, id), table: nameOf(lookup, use.table.id), destination: use.route.destination } };
  }
}

export const privateNatToInternet = defineRule<Facts>({
  id: 'private-nat-to-internet',
  area: 'gateways',
  severity: 'warning',
  why: 'A private NAT gateway has no public address: what it sends to an internet gateway is dropped. It is for networks behind transit and virtual private gateways.',
  learnMore: documentation.natGateway,
  check,
  explain: ({ name, table, destination }) => `${table} sends ${destination} to ${name}, which is a private NAT gateway and goes on to an internet gateway, which drops it; use a public NAT gateway.`,
});
