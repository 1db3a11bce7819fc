import { contains, readCidr } from '../../address/cidr.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Lookup, VpcEntry } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { internetRoutes } from '../facts/internet-routes.ts';
import { nameOf } from '../facts/names.ts';
import { isUsed } from '../facts/unused-routes.ts';
import { routeUsesOf, subnetsOfTable, type RouteUse } from '../facts/uses.ts';
import { newId, newName } from '../fixes/new-ids.ts';
import { addValue, expectValue, removeValue, together } from '../fixes/patch-of.ts';

interface Facts {
  readonly vpc: VpcEntry;
  readonly table: ResourceId;
  readonly routes: readonly RouteUse[];
  readonly name: string;
  readonly gateway: string;
  readonly vpcName: string;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const vpc of lookup.vpcs.values()) {
    const table = vpc.value.mainRouteTable;
    const routes = table === undefined ? undefined : internetRoutes(lookup).get(table);
    const [first] = routes ?? [];
    // The default VPC is made that way.
    if (table === undefined || !routes || !first || vpc.value.isDefault === true || first.table.value.vpc !== vpc.id) continue;
    const facts: Facts = { vpc, table, routes, name: nameOf(lookup, table), gateway: nameOf(lookup, first.route.target), vpcName: nameOf(lookup, vpc.id) };
    yield { evidence: [{ at: table, row: first.row }, { at: vpc.id }], namedBy: 1, facts };
  }
}

/** Whether a copy of the table would be free of faults: each route leads somewhere, once, out of the VPC, and decides something. */
function isSound(lookup: Lookup, { blocks }: VpcEntry, table: ResourceId): boolean {
  const uses = routeUsesOf(lookup, table);
  const isDistinct = new Set(uses.map(({ route }) => route.destination)).size === uses.length;
  const isOutside = uses.every(({ route }) => {
    const cidr = readCidr(route.destination);
    return cidr === undefined || !blocks.some((block) => contains(block, cidr));
  });
  return isDistinct && isOutside && uses.every(({ row, target }) => target.kind !== 'blackhole' && isUsed(lookup, table, row));
}

/** Moves the way out into a table of its own, which the subnets that rode on the main one get. */
function fix({ vpc, table, routes, name, gateway }: Facts, lookup: Lookup): readonly Fix[] {
  const main = lookup.resource(table);
  if (main?.kind !== 'route-table') return [];
  const removals = routes.map(({ row, route }) => removeValue([table, 'routes', row], route));
  const riders = subnetsOfTable(lookup).get(table) ?? [];
  if (riders.some(({ routeTable, value }) => routeTable?.via === 'explicit' || value.vpc !== vpc.id)) return [];
  if (riders.length > 0 && !isSound(lookup, vpc, table)) return [];
  if (riders.length === 0) return [{ title: `Remove the route to ${gateway} from ${name}`, effect: 'No subnet uses the table.', patch: together(...removals) }];
  const copy = newId(lookup, 'rtb');
  const copyName = newName(lookup, 'rtb-public');
  const moves = riders.map(({ id, value }) => [expectValue([id, 'vpc'], value.vpc), ...addValue([id, 'routeTable'], copy)]);
  return [
    {
      title: `Move the route to ${gateway} into a new table ${copyName}`,
      effect: `The subnets on ${name} today get the new table and keep their routes; new subnets of ${nameOf(lookup, vpc.id)} start private.`,
      patch: together(...removals, addValue([copy], { ...main, name: copyName }), ...moves),
    },
  ];
}

export const mainTablePublic = defineRule<Facts>({
  id: 'main-table-public',
  area: 'routing',
  severity: 'warning',
  why: 'Every new subnet uses the main route table until somebody attaches another, so a route to an internet gateway there makes new subnets public by accident.',
  learnMore: documentation.routeTables,
  check,
  explain: ({ routes: [first], name, gateway, vpcName }) =>
    `The main route table ${name} of ${vpcName} sends ${first?.route.destination ?? ''} to ${gateway}, so every new subnet is public; keep that route in a custom table.`,
  fix,
});
