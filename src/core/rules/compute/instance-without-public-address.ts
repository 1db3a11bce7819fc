import { isSubset, subtract, union, fromIntervals, type IntervalSet } from '../../address/interval-set.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { InterfaceEntry, Lookup } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import { asRowId } from '../../model/ids.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { couldBeExposed, internetAdmissions } from '../facts/group-admissions.ts';
import { interfacesSharing } from '../facts/held-addresses.ts';
import { leadsToInternet } from '../facts/internet-routes.ts';
import { nameOf } from '../facts/names.ts';
import { oncePerLookup } from '../facts/once-per-lookup.ts';
import { administrationPorts, databasePorts, describePorts } from '../facts/sensitive-ports.ts';
import { replaceValue, together } from '../fixes/patch-of.ts';
import { offerPublicAddress } from '../fixes/placeholder-address.ts';

interface Facts {
  readonly entry: InterfaceEntry;
  readonly name: string;
  readonly subnet: string;
  readonly ports: IntervalSet<number>;
}

const sensitive = union(administrationPorts, databasePorts);

/** Where a load balancer stands in front, the machines behind it need no public address. */
const balancedVpcs = oncePerLookup((lookup) => new Set(lookup.byKind['load-balancer'].map(({ value }) => value.vpc)));

/** The ports on which the groups mean to serve everybody: those by which machines and databases are run do not count. */
function servedPorts({ groups }: InterfaceEntry): IntervalSet<number> {
  const wide = groups.flatMap(internetAdmissions).filter(({ width }) => width === 'everywhere');
  const ports = fromIntervals(wide.map((admission) => admission.ports));
  return isSubset(ports, sensitive) ? [] : subtract(ports, sensitive);
}

const hasPublicAddress = ({ addresses }: InterfaceEntry): boolean => addresses.some(({ address, public: translated }) => translated !== undefined || typeof address === 'bigint');

function isCandidate(lookup: Lookup, vpc: ResourceId, interfaces: readonly InterfaceEntry[]): boolean {
  return !balancedVpcs(lookup).has(vpc) && interfaces.every((entry) => !hasPublicAddress(entry));
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const { id, value, interfaces } of lookup.instances.values()) {
    const [entry] = interfaces;
    const table = entry?.subnet.routeTable;
    const isOn = value.state === 'running' || value.state === 'pending';
    if (!entry || !table || !isOn || !isCandidate(lookup, entry.subnet.vpc.id, interfaces) || !leadsToInternet(lookup, table.id)) continue;
    const ports = servedPorts(entry);
    if (ports.length > 0) yield { evidence: [{ at: id }, { at: entry.subnet.id }], namedBy: 1, facts: { entry, name: nameOf(lookup, id), subnet: nameOf(lookup, entry.subnet.id), ports } };
  }
}

function fix({ entry, name }: Facts, lookup: Lookup): readonly Fix[] {
  const held = entry.addresses.find(({ primary, address }) => primary && typeof address === 'number');
  const row = held && entry.value.addresses[asRowId(held.row)];
  if (!held || !row || couldBeExposed(entry, true) || interfacesSharing(lookup, entry).length > 1) return [];
  const offer = offerPublicAddress(lookup, entry.subnet.vpc.value.region);
  const given = { ...row, public: { address: offer.address, type: 'elastic', allocation: offer.allocation } };
  return [
    {
      title: `Associate ${offer.words} with ${name}`,
      effect: `The internet then reaches what the groups and the network ACL of ${name} let in.`,
      patch: together(replaceValue([entry.id, 'addresses', held.row], row, given), offer.patch),
    },
  ];
}

export const instanceWithoutPublicAddress = defineRule<Facts>({
  id: 'instance-without-public-address',
  area: 'compute',
  severity: 'warning',
  why: 'A public subnet and an open group are not enough: without a public address an instance can neither be reached from the internet nor reach it through an internet gateway.',
  learnMore: documentation.internetGateway,
  check,
  explain: ({ name, subnet, ports }) =>
    `${name} stands in the public subnet ${subnet} and lets the internet in (${describePorts(ports)}), but has no public address; associate an Elastic IP address.`,
  fix,
});
