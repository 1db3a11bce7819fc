import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Lookup, SubnetEntry, VpcEntry } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { leadsToInternet } from '../facts/internet-routes.ts';
import { nameList } from '../facts/name-list.ts';
import { nameOf } from '../facts/names.ts';
import { subnetsOfTable } from '../facts/uses.ts';
import { addValue, expectValue, together } from '../fixes/patch-of.ts';

interface Facts {
  readonly table: ResourceId;
  readonly name: string;
  readonly vpc: string;
  readonly subnets: readonly SubnetEntry[];
  readonly names: string;
}

const MOST_PLACES = 10;

/** VPCs in which somebody made a table beside the main one: a subnet without a choice may have been forgotten there. */
function vpcsWithChoice(lookup: Lookup): readonly VpcEntry[] {
  const chosen = new Set<ResourceId>();
  for (const { id, value } of lookup.byKind['route-table']) {
    const vpc = lookup.vpcs.get(value.vpc);
    if (vpc && vpc.value.mainRouteTable !== id) chosen.add(vpc.id);
  }
  return [...lookup.vpcs.values()].filter(({ id, value }) => chosen.has(id) && value.isDefault !== true);
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const vpc of vpcsWithChoice(lookup)) {
    const table = vpc.value.mainRouteTable;
    const main = table === undefined ? undefined : lookup.resource(table);
    // A main table of another VPC is a fault of its own.
    if (table === undefined || main?.kind !== 'route-table' || main.vpc !== vpc.id) continue;
    const subnets = (subnetsOfTable(lookup).get(table) ?? []).filter(({ routeTable }) => routeTable?.via === 'main');
    // That the main table leads to the internet is a fault of its own, which includes this one.
    if (subnets.length === 0 || leadsToInternet(lookup, table)) continue;
    const facts: Facts = { table, name: nameOf(lookup, table), vpc: nameOf(lookup, vpc.id), subnets, names: nameList(subnets.map(({ id }) => nameOf(lookup, id))) };
    yield { evidence: [{ at: table }, ...subnets.slice(0, MOST_PLACES).map(({ id }) => ({ at: id }))], namedBy: 1, facts };
  }
}

const explain = ({ name, vpc, subnets, names }: Facts): string =>
  `${names} of ${vpc} ${subnets.length === 1 ? 'uses' : 'use'} the main route table ${name} because none is attached; attach the table that is meant, so that a change of the main one does not move ${subnets.length === 1 ? 'it' : 'them'}.`;

const fix = ({ table, name, subnets, names }: Facts): readonly Fix[] => [
  {
    title: `Attach ${name} to ${names}`,
    effect: 'Changes no traffic: the same table decides as before.',
    patch: together(...subnets.map(({ id, value }) => [expectValue([id, 'vpc'], value.vpc), ...(value.routeTable === undefined ? [] : [expectValue([id, 'routeTable'], value.routeTable)]), ...addValue([id, 'routeTable'], table)])),
  },
];

export const subnetOnMainTable = defineRule<Facts>({
  id: 'subnet-on-main-table',
  area: 'routing',
  severity: 'advice',
  why: 'A subnet without a route table of its own rides on the main one, and changes its way whenever the main table changes or is replaced.',
  learnMore: documentation.routeTables,
  check,
  explain,
  fix,
});
