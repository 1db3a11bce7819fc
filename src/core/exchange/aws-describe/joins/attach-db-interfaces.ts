import type { ResourceId } from '../../../model/ids.ts';
import type { DbInstance, NetworkInterface } from '../../../model/resources/index.ts';
import type { Draft } from '../draft.ts';
import { textIn } from '../record.ts';

type Role = 'primary' | 'standby';
interface Candidate {
  readonly database: ResourceId;
  readonly interface: ResourceId;
  readonly role: Role;
}

const sameIds = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((id) => b.includes(id));

/** The zone of the standby, by DB instance identifier, where it was printed. */
function standbyZones(draft: Draft): ReadonlyMap<string, string> {
  return new Map(
    draft.recordsOf('DBInstances').flatMap(({ record }): readonly (readonly [string, string])[] => {
      const [name, zone] = [textIn(record, 'DBInstanceIdentifier'), textIn(record, 'SecondaryAvailabilityZone')];
      return name === undefined || zone === undefined ? [] : [[name, zone]];
    }),
  );
}

/** Which part of the DB instance may stand in a zone; a standby stands in another zone than the primary. */
function roleIn(zone: string, database: DbInstance, standbyZone: string | undefined): Role | undefined {
  if (zone === database.availabilityZone) return 'primary';
  if (!database.multiAz) return undefined;
  return standbyZone === undefined || standbyZone === zone ? 'standby' : undefined;
}

interface PlacedDatabase {
  readonly id: ResourceId;
  readonly database: DbInstance;
  readonly standbyZone: string | undefined;
}

/** Whether an interface may be a DB instance's: same groups, in a subnet of its subnet group, in a zone it stands in. */
function matches(draft: Draft, one: NetworkInterface, { database, standbyZone }: PlacedDatabase): Role | undefined {
  const group = database.subnetGroup === undefined ? undefined : draft.get(database.subnetGroup, 'db-subnet-group');
  if (!group?.subnets.includes(one.subnet) || !sameIds(one.securityGroups, database.securityGroups)) return undefined;
  const zone = draft.get(one.subnet, 'subnet')?.availabilityZone ?? '';
  return roleIn(zone, database, standbyZone);
}

/**
 * Attaches the interfaces of RDS to the DB instances they surely belong to: AWS does not print which is whose. Surely
 * means that no other DB instance could have the interface, and that no other interface could have the role.
 */
export function attachDbInterfaces(draft: Draft): void {
  const zones = standbyZones(draft);
  const databases = draft.all('db-instance').map(([id, database]): PlacedDatabase => ({ id, database, standbyZone: zones.get(id) }));
  const interfaces = draft.all('network-interface').filter(([, one]) => one.owner === 'rds' && one.attachment === undefined);
  const candidates = interfaces.flatMap(([id, one]) =>
    databases.flatMap((database): readonly Candidate[] => {
      const role = matches(draft, one, database);
      return role === undefined ? [] : [{ database: database.id, interface: id, role }];
    }),
  );
  for (const candidate of candidates) {
    const rivals = candidates.filter(
      (other) => other !== candidate && (other.interface === candidate.interface || (other.database === candidate.database && other.role === candidate.role)),
    );
    if (rivals.length > 0) continue;
    const { database, role } = candidate;
    draft.change(candidate.interface, 'network-interface', (one) => ({ ...one, attachment: { resource: database, deviceIndex: 0, role } }));
  }
}
