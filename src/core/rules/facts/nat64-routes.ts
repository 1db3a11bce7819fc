import { contains, readCidr } from '../../address/cidr.ts';
import { compileRouteTable, type CompiledRoute } from '../../forwarding/compile-route-table.ts';
import type { Lookup, SubnetEntry } from '../../lookup/entries.ts';

/** The addresses that stand for IPv4 ones (RFC 6052). */
export const NAT64_DESTINATION = '64:ff9b::/96';

const block = readCidr(NAT64_DESTINATION);

/** Where a subnet sends the addresses that stand for IPv4 ones; `undefined` where no route covers them. */
export function nat64RouteOf(lookup: Lookup, { vpc, routeTable }: SubnetEntry): CompiledRoute | undefined {
  return compileRouteTable(lookup, vpc, routeTable).routes[6].find(({ cidr }) => block !== undefined && contains(cidr, block));
}
