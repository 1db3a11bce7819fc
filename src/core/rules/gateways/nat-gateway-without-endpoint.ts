import { documentation } from '../../aws/documentation-links.ts';
import type { Lookup, NatGatewayEntry, VpcEntry } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import { joinNames } from '../../editing/nouns.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameList } from '../facts/name-list.ts';
import { nameOf } from '../facts/names.ts';
import { routesTo, subnetsOfTable } from '../facts/uses.ts';

interface Facts {
  readonly name: string;
  readonly tables: string;
  readonly count: number;
  readonly services: readonly string[];
}

const MOST_PLACES = 10;
const EVERYWHERE = '0.0.0.0/0';

/** The tables in use whose IPv4 traffic for anywhere goes to the gateway. */
function tablesTo(lookup: Lookup, { id }: NatGatewayEntry): readonly ResourceId[] {
  const uses = (routesTo(lookup).get(id) ?? []).filter(({ target, route }) => target.kind === 'nat-gateway' && route.destination === EVERYWHERE);
  return [...new Set(uses.map(({ table }) => table.id))].filter((table) => (subnetsOfTable(lookup).get(table) ?? []).length > 0);
}

/** Whether a table has a gateway endpoint for a service: it stands in it, or a route leads to it. */
function hasEndpoint(lookup: Lookup, table: ResourceId, word: string): boolean {
  const value = lookup.resource(table);
  const targets = new Set<string>(value?.kind === 'route-table' ? Object.values(value.routes).map(({ target }) => target) : []);
  return [...lookup.vpcEndpoints.values()].some((endpoint) => endpoint.value.type === 'gateway' && endpoint.value.service.endsWith(`.${word}`) && (targets.has(endpoint.id) || endpoint.value.routeTables.includes(table)));
}

interface Way {
  readonly gateway: NatGatewayEntry;
  readonly tables: readonly ResourceId[];
}

function describe(lookup: Lookup, vpc: VpcEntry, ways: readonly Way[]): Fault<Facts> {
  const tables = ways.flatMap((way) => way.tables);
  const services = ['Amazon S3', ...(tables.some((table) => hasEndpoint(lookup, table, 'dynamodb')) ? [] : ['DynamoDB'])];
  const name = nameList(ways.map(({ gateway }) => nameOf(lookup, gateway.id)));
  const places = [...ways.map(({ gateway }) => gateway.id), ...tables].slice(0, MOST_PLACES).map((at) => ({ at }));
  return { evidence: [{ at: vpc.id }, ...places], namedBy: 1, facts: { name, tables: nameList(tables.map((id) => nameOf(lookup, id))), count: tables.length, services } };
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  if (lookup.isMissing('vpc-endpoints')) return;
  for (const vpc of lookup.vpcs.values()) {
    const gateways = vpc.natGateways.filter(({ value }) => value.connectivity === 'public');
    // Nearly every machine fetches something from S3, its packages if nothing else; DynamoDB is a matter of the application.
    const ways = gateways.map((gateway) => ({ gateway, tables: tablesTo(lookup, gateway).filter((table) => !hasEndpoint(lookup, table, 's3')) })).filter(({ tables }) => tables.length > 0);
    if (ways.length > 0) yield describe(lookup, vpc, ways);
  }
}

export const natGatewayWithoutEndpoint = defineRule<Facts>({
  id: 'nat-gateway-without-endpoint',
  area: 'gateways',
  severity: 'advice',
  why: 'A NAT gateway is billed for what it processes, and traffic through a gateway endpoint is not; a route to the endpoint’s prefix list takes precedence over the one for 0.0.0.0/0.',
  learnMore: documentation.natGatewayPricing,
  check,
  explain: ({ name, tables, count, services }) =>
    `${tables} ${count === 1 ? 'sends' : 'send'} traffic for ${joinNames(services)} through ${name}, billed by the gigabyte; put a gateway endpoint, which is free, into ${count === 1 ? 'it' : 'them'}.`,
});
