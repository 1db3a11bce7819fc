import type { DrawingSource } from './drawing-source.ts';
import { naturalKey } from './natural-order.ts';

/** A zone's subnets by the column they stand in; columns mean the same in every zone of the VPC. */
export interface SubnetColumns {
  readonly count: number;
  /** For each zone, in order: the key of the subnet in each column, `undefined` where the zone has none. */
  readonly zones: readonly (readonly (string | undefined)[])[];
}

/** Public subnets stand first, then private ones, then those that hold databases. */
type Tier = 0 | 1 | 2;

interface PlacedSubnet {
  readonly key: string;
  readonly zone: number;
  readonly tier: Tier;
  readonly stem: string;
}

/** Subnets named for databases stand in the same tier as those that hold one. */
function isDataSubnet({ containers }: DrawingSource, key: string): boolean {
  if (containers.databaseSubnets.has(key)) return true;
  return (containers.nodes.get(key)?.children ?? []).some((child) => containers.nodes.get(child)?.kind.startsWith('db-') ?? false);
}

function tierOf(source: DrawingSource, key: string): Tier {
  const fact = source.facts[key];
  if (fact?.kind === 'subnet' && fact.exposure === 'public') return 0;
  return isDataSubnet(source, key) ? 2 : 1;
}

const ZONE_END = /[-_. ]*(?:\d*[a-z]|\d+)$/;
/** What the names of one tier's subnets have in common: `app` of `app-a` and `app-b`. */
function stemOf(name: string, zone: string): string {
  const short = name
    .toLowerCase()
    .replace(zone.toLowerCase(), '')
    .replace(/[-_. ]+$/, '');
  const stem = short === name.toLowerCase() ? short.replace(ZONE_END, '') : short;
  return stem === '' ? short : stem;
}

function readSubnets(source: DrawingSource, zones: readonly string[]): readonly PlacedSubnet[] {
  return zones.flatMap((zoneKey, zone) => {
    const zoneName = source.texts.get(zoneKey)?.title ?? '';
    return (source.containers.nodes.get(zoneKey)?.children ?? []).map((key) => ({
      key,
      zone,
      tier: tierOf(source, key),
      stem: stemOf(source.texts.get(key)?.title ?? key, zoneName),
    }));
  });
}

/** Lines up subnets that share a name for their column: `columnOf` says which of a zone's subnets belong together. */
function alignBy(subnets: readonly PlacedSubnet[], zoneCount: number, columnOf: (subnet: PlacedSubnet) => string): SubnetColumns {
  const groups = new Map<string, { readonly tier: Tier; readonly perZone: string[][] }>();
  for (const subnet of subnets) {
    const name = columnOf(subnet);
    let group = groups.get(name);
    if (!group) groups.set(name, (group = { tier: subnet.tier, perZone: Array.from({ length: zoneCount }, () => []) }));
    group.perZone[subnet.zone]?.push(subnet.key);
  }
  const ordered = [...groups.values()].sort((a, b) => a.tier - b.tier);
  const zones: (string | undefined)[][] = Array.from({ length: zoneCount }, () => []);
  let count = 0;
  for (const { perZone } of ordered) {
    const width = Math.max(...perZone.map((keys) => keys.length));
    perZone.forEach((keys, zone) =>
      keys.forEach((key, offset) => {
        const row = zones[zone];
        if (row) row[count + offset] = key;
      }),
    );
    count += width;
  }
  return { count, zones: zones.map((row) => Array.from({ length: count }, (_, column) => row[column])) };
}

/** Each zone's subnets from the left, without holes. */
function pack(subnets: readonly PlacedSubnet[], zoneCount: number): SubnetColumns {
  const zones = Array.from({ length: zoneCount }, (_, zone) =>
    subnets
      .filter((subnet) => subnet.zone === zone)
      .sort((a, b) => a.tier - b.tier)
      .map(({ key }) => key),
  );
  return { count: Math.max(0, ...zones.map((row) => row.length)), zones };
}

const BARELY_WIDER = 1.25;
const MOSTLY_HOLES = 1.6;

/**
 * Puts the subnets of a VPC's zones into columns, public before private before data, so that the same tier stands in the
 * same column of every zone: by name (`app-a` below `app-b`) where names say it, else by order, else simply in a row.
 */
export function findSubnetColumns(source: DrawingSource, zones: readonly string[]): SubnetColumns {
  const subnets = readSubnets(source, zones);
  const packed = pack(subnets, zones.length);
  const byTier = alignBy(subnets, zones.length, ({ tier }) => String(tier));
  const byName = alignBy(subnets, zones.length, ({ tier, stem }) => `${tier} ${naturalKey(stem)}`);
  const aligned = byName.count <= byTier.count * BARELY_WIDER ? byName : byTier;
  return aligned.count > packed.count * MOSTLY_HOLES ? packed : aligned;
}
