import { formatIpv4 } from '../../address/ipv4.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { InterfaceEntry, Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { waysToInternet } from '../facts/default-ways.ts';
import { nameList } from '../facts/name-list.ts';
import { nameOf, nameOfHolder } from '../facts/names.ts';
import { publicInterfacesIn } from '../facts/public-interfaces.ts';

interface Facts {
  readonly machines: string;
  readonly subnet: string;
  readonly table: string;
  readonly count: number;
}

const MOST_PLACES = 10;

const describe = (lookup: Lookup, entry: InterfaceEntry): string => {
  const held = entry.addresses.find(({ public: translated }) => translated !== undefined);
  return `${nameOfHolder(lookup, entry)} (${held?.public ? formatIpv4(held.public.address) : ''})`;
};

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const subnet of lookup.subnets.values()) {
    const entries = publicInterfacesIn(lookup, subnet);
    const table = subnet.routeTable;
    // Where some other way leads out, replies stray or the way is not modelled: rules of their own tell that.
    if (entries.length === 0 || !table || waysToInternet(lookup, table.id).size > 0) continue;
    const facts: Facts = { machines: nameList(entries.map((entry) => describe(lookup, entry))), subnet: nameOf(lookup, subnet.id), table: nameOf(lookup, table.id), count: entries.length };
    yield { evidence: [{ at: subnet.id }, { at: table.id }, ...entries.slice(0, MOST_PLACES).map(({ id, holder }) => ({ at: holder.kind === 'instance' ? holder.id : id }))], facts };
  }
}

export const publicAddressWithoutRoute = defineRule<Facts>({
  id: 'public-address-without-route',
  area: 'compute',
  severity: 'warning',
  why: 'A public address works only in a public subnet: replies leave by the route table of the subnet, and without a route to an internet gateway they do not leave at all.',
  learnMore: documentation.internetGateway,
  check,
  explain: ({ machines, subnet, table, count }) =>
    `${machines} in ${subnet} ${count === 1 ? 'has a public address' : 'have public addresses'}, but ${table} has no route to an internet gateway; add the route, or take the ${count === 1 ? 'address' : 'addresses'} away.`,
});
