import type { CompiledRoute } from '../../forwarding/compile-route-table.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { asRowId } from '../../model/ids.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf, nameOfHolder } from '../facts/names.ts';
import { needsInternetRoute } from '../facts/needs-internet-route.ts';
import { redirections, routePast, type Redirection } from '../facts/redirected-subnets.ts';
import { subnetsOfTable } from '../facts/uses.ts';
import { replaceValue } from '../fixes/patch-of.ts';

interface Facts {
  readonly redirection: Redirection;
  readonly route: CompiledRoute;
  readonly names: { readonly edge: string; readonly subnet: string; readonly appliance: string; readonly table: string; readonly gateway: string };
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const redirection of redirections(lookup)) {
    const { subnet, edge, row, appliance, gateway } = redirection;
    const table = subnet.routeTable;
    const route = routePast(lookup, redirection);
    if (!table || !route) continue;
    const names = { edge: nameOf(lookup, edge.id), subnet: nameOf(lookup, subnet.id), appliance: nameOfHolder(lookup, appliance), table: nameOf(lookup, table.id), gateway: nameOf(lookup, gateway) };
    yield { evidence: [{ at: table.id, row: route.row }, { at: subnet.id }, { at: edge.id, row }], facts: { redirection, route, names } };
  }
}

/** Pointing the route at the appliance is right where every subnet of the table is reached through it. */
function fix({ redirection, route, names }: Facts, lookup: Lookup): readonly Fix[] {
  const { appliance, family, subnet } = redirection;
  const table = subnet.routeTable;
  const written = table?.value.routes[asRowId(route.row)];
  const users = table ? (subnetsOfTable(lookup).get(table.id) ?? []) : [];
  const isRedirected = users.every((user) => redirections(lookup).some((other) => other.subnet === user && other.appliance === appliance && other.family === family));
  if (!table || written?.target !== redirection.gateway || !isRedirected || needsInternetRoute(lookup, table.id)) return [];
  return [
    {
      title: `Send ${route.destination} of ${names.table} to ${names.appliance}`,
      effect: `What these subnets send out then passes ${names.appliance} too.`,
      patch: replaceValue([table.id, 'routes', route.row, 'target'], written.target, appliance.id),
    },
  ];
}

export const edgeReturnPastAppliance = defineRule<Facts>({
  id: 'edge-return-past-appliance',
  area: 'routing',
  severity: 'warning',
  why: 'An appliance has to see both directions: where the table of a gateway sends what comes in through it and the subnet sends its replies past it, AWS does not support the way and the replies are lost.',
  learnMore: documentation.gatewayRouteTables,
  check,
  explain: ({ names, route }) =>
    `${names.edge} sends what comes in for ${names.subnet} to ${names.appliance}, but ${names.table} sends ${route.destination} straight to ${names.gateway}; send it to ${names.appliance} too.`,
  fix,
});
