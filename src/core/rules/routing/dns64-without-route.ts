import { formatCidr, readCidr } from '../../address/cidr.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Association, Lookup, NatGatewayEntry, SubnetEntry } from '../../lookup/entries.ts';
import type { RowId } from '../../model/ids.ts';
import type { RouteTable } from '../../model/resources/index.ts';
import type { Patch } from '../../patch/patch.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { NAT64_DESTINATION, nat64RouteOf } from '../facts/nat64-routes.ts';
import { nameOf } from '../facts/names.ts';
import { addRoute } from '../fixes/route-by.ts';
import { replaceValue } from '../fixes/patch-of.ts';

interface Facts {
  readonly subnet: SubnetEntry;
  readonly table: Association<RouteTable, 'main'>;
  readonly names: { readonly subnet: string; readonly table: string };
  /** What the route that covers these addresses leads to instead. */
  readonly target: string | undefined;
}

/** Targets that translate, or that the design cannot tell, or that a rule of their own judges. */
const OTHER: ReadonlySet<string> = new Set(['nat-gateway', 'blackhole', 'unmodelled']);

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const subnet of lookup.subnets.values()) {
    const { routeTable: table } = subnet;
    if (subnet.value.enableDns64 !== true || !table) continue;
    const route = nat64RouteOf(lookup, subnet);
    if (route && OTHER.has(route.target.kind)) continue;
    const target = route && route.target.kind !== 'local' ? nameOf(lookup, route.target.id) : undefined;
    const names = { subnet: nameOf(lookup, subnet.id), table: nameOf(lookup, table.id) };
    yield { evidence: [{ at: subnet.id }, { at: table.id, ...(route && { row: route.row }) }], namedBy: 1, facts: { subnet, table, names, target } };
  }
}

/** A public NAT gateway of the VPC, of the subnet's zone where there is one. */
function findNatGateway({ vpc, value }: SubnetEntry): NatGatewayEntry | undefined {
  const usable = vpc.natGateways.filter((gateway) => gateway.value.state === 'available' && gateway.value.connectivity === 'public');
  return usable.find(({ subnet }) => subnet?.value.availabilityZone === value.availabilityZone) ?? usable[0];
}

const isNat64 = (destination: string): boolean => {
  const cidr = readCidr(destination);
  return cidr !== undefined && formatCidr(cidr) === NAT64_DESTINATION;
};

/** Two routes of one destination cannot stand in a table: the one that is there is pointed elsewhere. */
function routeTo({ id, value }: Facts['table'], gateway: NatGatewayEntry): Patch {
  const rows = Object.entries(value.routes) as unknown as readonly (readonly [RowId, RouteTable['routes'][RowId]])[];
  const [row, route] = rows.find(([, { destination }]) => isNat64(destination)) ?? [];
  return row === undefined || !route ? addRoute({ id, value }, NAT64_DESTINATION, gateway.id) : replaceValue([id, 'routes', row, 'target'], route.target, gateway.id);
}

function fix({ subnet, table, names }: Facts, lookup: Lookup): readonly Fix[] {
  const gateway = findNatGateway(subnet);
  if (!gateway) return [{ title: `Turn DNS64 off in ${names.subnet}`, effect: 'Names of IPv4 servers get no IPv6 address there any more.', patch: replaceValue([subnet.id, 'enableDns64'], true, false) }];
  return [{ title: `Route ${NAT64_DESTINATION} of ${names.table} to ${nameOf(lookup, gateway.id)}`, effect: 'Lets connections out to IPv4 servers; nothing can come in.', patch: routeTo(table, gateway) }];
}

export const dns64WithoutRoute = defineRule<Facts>({
  id: 'dns64-without-route',
  area: 'routing',
  severity: 'warning',
  why: 'With DNS64 the resolver answers for an IPv4 server with an address of 64:ff9b::/96, and only a NAT gateway translates those: without a route to one the name resolves and the connection times out.',
  learnMore: documentation.nat64,
  check,
  explain({ names, target }) {
    const what = target === undefined ? `has no route for ${NAT64_DESTINATION}` : `sends ${NAT64_DESTINATION} to ${target}, which does not translate`;
    return `${names.subnet} has DNS64 on, but ${names.table} ${what}; route ${NAT64_DESTINATION} to a NAT gateway, or turn DNS64 off.`;
  },
  fix,
});
