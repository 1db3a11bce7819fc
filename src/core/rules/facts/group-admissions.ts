import { intersect, type IntervalSet } from '../../address/interval-set.ts';
import { intervalsMeet, type Interval } from '../../address/interval.ts';
import { TCP } from '../../address/protocol.ts';
import { groupMatchRules } from '../../filtering/security-group.ts';
import type { Entry, InterfaceEntry, Lookup } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { SecurityGroup } from '../../model/resources/index.ts';
import { publicPart, type Sources } from './internet-sources.ts';
import { oncePerLookup } from './once-per-lookup.ts';
import { administrationPorts, databasePorts } from './sensitive-ports.ts';

/** What one inbound rule of a group lets in over TCP from addresses of the internet. */
export interface Admission {
  readonly group: Entry<SecurityGroup>;
  readonly row: string;
  readonly sources: Sources;
  readonly ports: Interval<number>;
}

const TCP_ALONE: Interval<number> = [TCP, TCP + 1];

function admissionsOf(lookup: Lookup, group: Entry<SecurityGroup>): readonly Admission[] {
  const admissions: Admission[] = [];
  for (const family of [4, 6] as const) {
    for (const { row, boxes } of groupMatchRules(lookup, group, { direction: 'inbound', family })) {
      const [first] = boxes;
      if (first === undefined || !intervalsMeet(first.protocol, TCP_ALONE)) continue;
      const sources = publicPart(boxes.map(({ source }) => source));
      if (sources.length > 0) admissions.push({ group, row, sources, ports: first.destinationPort });
    }
  }
  return admissions;
}

const admissionsByGroup = oncePerLookup(() => new Map<ResourceId, readonly Admission[]>());

/** What each inbound rule of a group lets in over TCP from the internet, whether or not a way leads there. */
export function internetAdmissions(lookup: Lookup, group: Entry<SecurityGroup>): readonly Admission[] {
  const known = admissionsByGroup(lookup);
  const before = known.get(group.id);
  if (before) return before;
  const admissions = admissionsOf(lookup, group);
  known.set(group.id, admissions);
  return admissions;
}

const meets = (ports: Interval<number>, set: IntervalSet<number>): boolean => intersect([ports], set).length > 0;

/** Whether an interface has an address that the internet can send to. */
export function isAddressable({ addresses, holder }: InterfaceEntry): boolean {
  if (addresses.length === 0) return holder.kind === 'db-instance' && holder.db.publiclyAccessible;
  return addresses.some(({ address, public: translated }) => translated !== undefined || typeof address === 'bigint');
}

/** Whether groups let the internet in on a port by which machines or databases are reached. */
export function admitsSensitivePorts(lookup: Lookup, { groups, holder }: InterfaceEntry): boolean {
  return groups.some((group) =>
    internetAdmissions(lookup, group).some(
      ({ ports }) => meets(ports, administrationPorts) || meets(ports, databasePorts) || (holder.kind === 'db-instance' && holder.db.port >= ports[0] && holder.db.port < ports[1]),
    ),
  );
}

/**
 * Whether opening a way to the interface could expose it: fixes that open one are not offered then. `isAddressed` asks as
 * if the interface had a public address.
 */
export function couldBeExposed(lookup: Lookup, entry: InterfaceEntry, isAddressed = isAddressable(entry)): boolean {
  return isAddressed && admitsSensitivePorts(lookup, entry);
}
