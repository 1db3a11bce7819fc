import { readCidr } from '../../address/cidr.ts';
import { intersect, type IntervalSet } from '../../address/interval-set.ts';
import { intervalHas, type Interval } from '../../address/interval.ts';
import { matchHeaders } from '../../address/ports.ts';
import { TCP } from '../../address/protocol.ts';
import type { Entry, InterfaceEntry } from '../../lookup/entries.ts';
import type { SecurityGroup, SecurityGroupRule } from '../../model/resources/index.ts';
import { publicPartOf, widthOf, type Sources, type Width } from './internet-sources.ts';
import { administrationPorts, databasePorts } from './sensitive-ports.ts';

/** What one inbound rule of a group lets in over TCP from addresses of the internet. */
export interface Admission {
  readonly group: Entry<SecurityGroup>;
  readonly row: string;
  readonly sources: Sources;
  readonly width: Exclude<Width, 'none'>;
  readonly ports: Interval<number>;
  /** Whether machines are run by some of the ports, and whether databases listen at some of them. */
  readonly admitsAdministration: boolean;
  readonly admitsDatabases: boolean;
}

const meets = (ports: Interval<number>, set: IntervalSet<number>): boolean => intersect([ports], set).length > 0;

function admissionOf(group: Entry<SecurityGroup>, row: string, rule: SecurityGroupRule): Admission | undefined {
  const block = 'cidr' in rule.peer ? readCidr(rule.peer.cidr) : undefined;
  const match = block && matchHeaders(rule);
  if (!block || !match || !intervalHas(match.protocol, TCP)) return undefined;
  const { destinationPort: ports } = match;
  const sources = publicPartOf(block);
  const width = widthOf(sources);
  if (width === 'none' || ports[0] >= ports[1]) return undefined;
  return { group, row, sources, width, ports, admitsAdministration: meets(ports, administrationPorts), admitsDatabases: meets(ports, databasePorts) };
}

const known = new WeakMap<SecurityGroup, { readonly id: string; readonly admissions: readonly Admission[] }>();

/** What each inbound rule of a group lets in over TCP from the internet, whether or not a way leads there. */
export function internetAdmissions(group: Entry<SecurityGroup>): readonly Admission[] {
  const before = known.get(group.value);
  if (before?.id === group.id) return before.admissions;
  const admissions = Object.entries(group.value.inbound).flatMap(([row, rule]) => admissionOf(group, row, rule) ?? []);
  known.set(group.value, { id: group.id, admissions });
  return admissions;
}

/** Whether an interface has an address that the internet can send to. */
export function isAddressable({ addresses, holder }: InterfaceEntry): boolean {
  if (addresses.length === 0) return holder.kind === 'db-instance' && holder.db.publiclyAccessible;
  return addresses.some(({ address, public: translated }) => translated !== undefined || typeof address === 'bigint');
}

/** Whether a rule lets the internet in on a port by which machines are run or databases reached. */
export function isSensitive({ admitsAdministration, admitsDatabases, ports }: Admission, { holder }: InterfaceEntry): boolean {
  if (admitsAdministration || admitsDatabases) return true;
  return holder.kind === 'db-instance' && intervalHas(ports, holder.db.port);
}

/**
 * Whether opening a way to the interface could expose it: fixes that open one are not offered then. `isAddressed` asks as
 * if the interface had a public address.
 */
export function couldBeExposed(entry: InterfaceEntry, isAddressed = isAddressable(entry)): boolean {
  return isAddressed && entry.groups.some((group) => internetAdmissions(group).some((admission) => isSensitive(admission, entry)));
}
