import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import { compileRouteTable } from '../../forwarding/compile-route-table.ts';
import type { Entry, Lookup, NatGatewayEntry, VpcEntry } from '../../lookup/entries.ts';
import type { RouteTable } from '../../model/resources/index.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { subnetsOfTable } from '../facts/uses.ts';
import { addRoute } from '../fixes/route-by.ts';

interface Facts {
  readonly vpc: VpcEntry;
  /** Its own table, where that is what lacks the route. */
  readonly table: Entry<RouteTable> | undefined;
  readonly names: { readonly gateway: string; readonly vpc: string; readonly table: string };
}

const isInUse = ({ value }: NatGatewayEntry): boolean => value.availability === 'regional' && (value.state === 'available' || value.state === 'pending');

function ownTable(lookup: Lookup, { value: { routeTable: id } }: NatGatewayEntry): Entry<RouteTable> | undefined {
  const table = id === undefined ? undefined : lookup.resource(id);
  return id !== undefined && table?.kind === 'route-table' ? { id, value: table } : undefined;
}

/** Broken routes, and those to what is not modelled, are not judged here. */
const WAYS: ReadonlySet<string> = new Set(['internet-gateway', 'blackhole', 'unmodelled']);

const leadsOut = (lookup: Lookup, vpc: VpcEntry, table: Entry<RouteTable>): boolean => compileRouteTable(lookup, vpc, table).routes[4].some(({ target }) => WAYS.has(target.kind));

/** What lacks: `vpc` an internet gateway, or `table` a route to it. */
function missingOf(lookup: Lookup, gateway: NatGatewayEntry, vpc: VpcEntry): 'vpc' | Entry<RouteTable> | undefined {
  if (vpc.internetGateways.length === 0) return 'vpc';
  const table = ownTable(lookup, gateway);
  return table && !leadsOut(lookup, vpc, table) ? table : undefined;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  if (lookup.isMissing('internet-gateways')) return;
  for (const gateway of lookup.natGateways.values()) {
    const { vpc } = gateway;
    const missing = vpc && isInUse(gateway) ? missingOf(lookup, gateway, vpc) : undefined;
    if (!vpc || !missing) continue;
    const table = missing === 'vpc' ? undefined : missing;
    const at = table?.id ?? vpc.id;
    yield { evidence: [{ at: gateway.id }, { at }], namedBy: 1, facts: { vpc, table, names: { gateway: nameOf(lookup, gateway.id), vpc: nameOf(lookup, vpc.id), table: nameOf(lookup, at) } } };
  }
}

/** The route of its own table is added, where no subnet uses that table. */
function fix({ vpc, table, names }: Facts, lookup: Lookup): readonly Fix[] {
  const [gateway] = vpc.internetGateways;
  const isOthers = !table || subnetsOfTable(lookup).has(table.id) || Object.values(table.value.routes).some(({ destination }) => destination === '0.0.0.0/0');
  if (gateway === undefined || isOthers) return [];
  return [{ title: `Route 0.0.0.0/0 of ${names.table} to ${nameOf(lookup, gateway)}`, effect: 'Opens the way out for the subnets that route to the NAT gateway; nothing gets in.', patch: addRoute(table, '0.0.0.0/0', gateway) }];
}

export const regionalNatGatewayWithoutWayOut = defineRule<Facts>({
  id: 'regional-nat-gateway-without-way-out',
  area: 'gateways',
  severity: 'error',
  why: 'A regional NAT gateway stands in no subnet: it sends what it translates by its own route table, which needs a route to an internet gateway of the VPC.',
  learnMore: documentation.regionalNatGateway,
  check,
  explain: ({ table, names }) =>
    table ? `${names.table}, the route table of ${names.gateway}, has no route to an internet gateway, so it reaches nothing; route 0.0.0.0/0 to one.` : `${names.gateway} sends to the internet, but ${names.vpc} has no internet gateway; attach one.`,
  fix,
});
