import type { ResourceId } from '../model/ids.ts';

const ZONE_PREFIX = 'zone:';
const STANDBY_PREFIX = 'standby:';

/** Key of the box of an Availability Zone in a VPC; zones are no resources, so they have no id of their own. */
export const zoneKey = (vpc: string, zone: string): string => `${ZONE_PREFIX}${vpc}:${zone}`;

/** Key of the second node of a Multi-AZ DB instance. */
export const standbyKey = (dbInstance: string): string => `${STANDBY_PREFIX}${dbInstance}`;

/** What the key of a zone names; `undefined` for any other key. The zone's name holds no colon, a VPC's id may. */
export function parseZoneKey(key: string): { readonly vpc: ResourceId; readonly zone: string } | undefined {
  if (!key.startsWith(ZONE_PREFIX)) return undefined;
  const end = key.lastIndexOf(':');
  if (end < ZONE_PREFIX.length) return undefined;
  return { vpc: key.slice(ZONE_PREFIX.length, end) as ResourceId, zone: key.slice(end + 1) };
}

/** The DB instance whose standby a key names; `undefined` for any other key. */
export const parseStandbyKey = (key: string): ResourceId | undefined =>
  key.startsWith(STANDBY_PREFIX) ? (key.slice(STANDBY_PREFIX.length) as ResourceId) : undefined;
