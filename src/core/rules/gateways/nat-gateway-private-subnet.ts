import { contains, readCidr } from '../../address/cidr.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Entry, Lookup, NatGatewayEntry, SubnetEntry } from '../../lookup/entries.ts';
import type { RouteTable } from '../../model/resources/index.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { waysToInternet } from '../facts/default-ways.ts';
import { internetRoutes, leadsToInternet } from '../facts/internet-routes.ts';
import { nameOf } from '../facts/names.ts';
import { addValue, expectValue, replaceValue, together } from '../fixes/patch-of.ts';

interface Facts {
  readonly gateway: NatGatewayEntry;
  readonly subnet: SubnetEntry;
  readonly table: Entry<RouteTable>;
  readonly names: { readonly gateway: string; readonly subnet: string; readonly table: string; readonly vpc: string };
}

/** Ways out that are broken or lead through something that is not modelled: what they do is not judged here. */
const OTHER_WAYS = ['blackhole', 'unmodelled', 'network-interface'] as const;

/** Failed and deleted gateways translate nothing, wherever they stand. */
const isInUse = ({ value }: NatGatewayEntry): boolean => value.state === 'available' || value.state === 'pending';

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const gateway of lookup.natGateways.values()) {
    const { value, subnet } = gateway;
    const table = subnet?.routeTable;
    if (!subnet || !table || value.connectivity !== 'public' || value.availability !== 'zonal' || !isInUse(gateway)) continue;
    if (leadsToInternet(lookup, table.id) || OTHER_WAYS.some((kind) => waysToInternet(lookup, table.id).has(kind))) continue;
    const names = { gateway: nameOf(lookup, gateway.id), subnet: nameOf(lookup, subnet.id), table: nameOf(lookup, table.id), vpc: nameOf(lookup, subnet.vpc.id) };
    yield { evidence: [{ at: gateway.id }, { at: subnet.id }, { at: table.id }], facts: { gateway, subnet, table, names } };
  }
}

function explain({ subnet, names }: Facts): string {
  const start = `${names.gateway} stands in ${names.subnet}, whose route table ${names.table} has no route to an internet gateway, so it reaches nothing`;
  return subnet.vpc.internetGateways.length === 0 ? `${start}; attach an internet gateway to ${names.vpc} and route 0.0.0.0/0 to it.` : `${start}; put it into a public subnet, or attach a public table to this one.`;
}

const EVERYWHERE = readCidr('0.0.0.0/0');

/** A table of the VPC that sends everything to the internet gateway. */
function publicTableOf(lookup: Lookup, { vpc }: SubnetEntry): Entry<RouteTable> | undefined {
  for (const uses of internetRoutes(lookup).values()) {
    const whole = uses.find(({ table, route }) => {
      const cidr = readCidr(route.destination);
      return table.value.vpc === vpc.id && cidr !== undefined && EVERYWHERE !== undefined && contains(cidr, EVERYWHERE);
    });
    if (whole) return whole.table;
  }
  return undefined;
}

/** Makes the subnet public, where nothing else stands in it. */
function fix({ gateway, subnet, names }: Facts, lookup: Lookup): readonly Fix[] {
  const table = publicTableOf(lookup, subnet);
  const isAlone = subnet.interfaces.length === 0;
  const isRoutedHere = table !== undefined && Object.values(table.value.routes).some(({ target }) => target === gateway.id);
  if (!table || !isAlone || isRoutedHere) return [];
  const { routeTable } = subnet.value;
  const patch = routeTable === undefined ? together([expectValue([subnet.id, 'vpc'], subnet.value.vpc)], addValue([subnet.id, 'routeTable'], table.id)) : replaceValue([subnet.id, 'routeTable'], routeTable, table.id);
  return [{ title: `Attach ${nameOf(lookup, table.id)} to ${names.subnet}`, effect: `Makes ${names.subnet} public; only NAT gateways stand in it.`, patch }];
}

export const natGatewayPrivateSubnet = defineRule<Facts>({
  id: 'nat-gateway-private-subnet',
  area: 'gateways',
  severity: 'error',
  why: 'A public NAT gateway sends what it translates out by its own subnet: that subnet has to be public, with a route to an internet gateway.',
  learnMore: documentation.natGatewayTroubleshooting,
  check,
  explain,
  fix,
});
