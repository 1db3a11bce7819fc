import { readCidr } from '../../address/cidr.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { InterfaceEntry, Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { waysToInternet } from '../facts/default-ways.ts';
import { forwardingInterfaces } from '../facts/forwarding-interfaces.ts';
import { publicPartOf } from '../facts/internet-sources.ts';
import { leadsToInternet } from '../facts/internet-routes.ts';
import { nameOf, nameOfHolder } from '../facts/names.ts';
import type { RouteUse } from '../facts/uses.ts';

type Reason = 'private-subnet' | 'no-address';

interface Facts {
  readonly reason: Reason;
  readonly destination: string;
  readonly names: { readonly instance: string; readonly subnet: string; readonly table: string };
}

/** Ways out that are broken, or that lead through something else: what they do is not judged here. */
const OTHER_WAYS = ['blackhole', 'unmodelled', 'nat-gateway'] as const;

const isNatInstance = ({ holder }: InterfaceEntry): boolean => holder.kind === 'instance' && holder.instance.forwards === 'nat';

const isForInternet = ({ route }: RouteUse): boolean => {
  const cidr = readCidr(route.destination);
  return cidr?.family === 4 && publicPartOf(cidr).length > 0;
};

function judge(lookup: Lookup, { subnet, addresses }: InterfaceEntry): Reason | undefined {
  const table = subnet.routeTable?.id;
  if (table === undefined || OTHER_WAYS.some((kind) => waysToInternet(lookup, table).has(kind))) return undefined;
  if (!leadsToInternet(lookup, table)) return 'private-subnet';
  return addresses.some((held) => held.public !== undefined) ? undefined : 'no-address';
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const [id, use] of forwardingInterfaces(lookup)) {
    const entry = lookup.interfaces.get(id);
    if (!entry || !isNatInstance(entry) || !isForInternet(use)) continue;
    const reason = judge(lookup, entry);
    if (!reason) continue;
    const names = { instance: nameOfHolder(lookup, entry), subnet: nameOf(lookup, entry.subnet.id), table: nameOf(lookup, use.table.id) };
    yield { evidence: [{ at: id }, { at: use.table.id, row: use.row }, { at: entry.subnet.id }], namedBy: 1, facts: { reason, destination: use.route.destination, names } };
  }
}

export const natInstanceWithoutWayOut = defineRule<Facts>({
  id: 'nat-instance-without-way-out',
  area: 'compute',
  severity: 'warning',
  why: 'A NAT instance sends what it translates out by its own subnet and under its own public address: it needs a public subnet and a public IPv4 address.',
  learnMore: documentation.natInstances,
  check,
  explain({ reason, destination, names }) {
    const start = `${names.table} sends ${destination} to the NAT instance ${names.instance}`;
    return reason === 'private-subnet' ? `${start}, but its subnet ${names.subnet} has no route to an internet gateway; put it into a public subnet.` : `${start}, which has no public IPv4 address; give it an Elastic IP address.`;
  },
});
