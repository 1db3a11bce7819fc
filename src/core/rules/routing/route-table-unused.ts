import { documentation } from '../../aws/documentation-links.ts';
import type { Entry, Lookup } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { RouteTable } from '../../model/resources/index.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { isEdgeTable } from '../facts/edge-tables.ts';
import { nameOf } from '../facts/names.ts';
import { subnetsOfTable } from '../facts/uses.ts';
import { deleteResource } from '../fixes/delete-resource.ts';

interface Facts {
  readonly table: Entry<RouteTable>;
  readonly name: string;
  readonly vpc: string;
}

/** A regional NAT gateway has a table of its own. */
const isOfNatGateway = (lookup: Lookup, table: ResourceId): boolean => lookup.byKind['nat-gateway'].some(({ value }) => value.routeTable === table);

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const table of lookup.byKind['route-table']) {
    const vpc = lookup.vpcs.get(table.value.vpc);
    if (!vpc || vpc.value.mainRouteTable === table.id || subnetsOfTable(lookup).has(table.id) || isEdgeTable(lookup, table.id) || isOfNatGateway(lookup, table.id)) continue;
    yield { evidence: [{ at: table.id }], facts: { table, name: nameOf(lookup, table.id), vpc: nameOf(lookup, vpc.id) } };
  }
}

export const routeTableUnused = defineRule<Facts>({
  id: 'route-table-unused',
  area: 'routing',
  severity: 'advice',
  why: 'A custom route table that no subnet uses decides nothing; often a subnet was meant to have it.',
  learnMore: documentation.workWithRouteTables,
  check,
  explain: ({ name, vpc }) => `${name} is used by no subnet of ${vpc}; attach it to the subnets it is meant for, or delete it.`,
  fix: ({ table }, lookup) => deleteResource(lookup, table, 'Changes no traffic: no subnet uses the table.'),
});
