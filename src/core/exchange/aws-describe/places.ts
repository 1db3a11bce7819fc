import { regionOfZone } from '../../aws/regions.ts';
import { recordIn, textIn, type AwsRecord, type Source, type SourcedRecord } from './record.ts';
import { readArn } from './source.ts';
import type { Snapshot } from './snapshot.ts';

/** The code that stands for a Region which no file names. */
export const UNKNOWN_REGION = 'unknown-region';

/** Which Region and account records are of. */
export interface Places {
  readonly regionOf: (sourced: SourcedRecord) => string;
  readonly accountOf: (sourced: SourcedRecord) => string | undefined;
}

type Tally = Map<string, Map<string, number>>;

function count(tally: Tally, group: string, region: string): void {
  const regions = tally.get(group) ?? new Map<string, number>();
  tally.set(group, regions);
  regions.set(region, (regions.get(region) ?? 0) + 1);
}

function mostCounted(tally: Tally, group: string): string | undefined {
  const regions = [...(tally.get(group) ?? [])];
  return regions.sort(([a, countOfA], [b, countOfB]) => countOfB - countOfA || (a < b ? -1 : 1))[0]?.[0];
}

function arnsIn(record: AwsRecord): readonly { readonly region?: string; readonly account?: string }[] {
  return Object.values(record).flatMap((value) => (typeof value === 'string' && value.startsWith('arn:') ? [readArn(value)] : []));
}

/** The Region that a record tells of itself: by an ARN, by its Availability Zone, or by name. */
function regionInRecord(record: AwsRecord): string | undefined {
  const byArn = arnsIn(record).find(({ region }) => region !== undefined)?.region;
  const zone = textIn(record, 'AvailabilityZone') ?? textIn(recordIn(record, 'Placement'), 'AvailabilityZone');
  return byArn ?? textIn(record, 'RegionName') ?? (zone === undefined ? undefined : regionOfZone(zone));
}

const vpcIn = (record: AwsRecord): string | undefined => textIn(record, 'VpcId', 'VPCId');
const EVERYWHERE = '*';

/**
 * Says where records are: by the path of their file, by an ARN or a zone name in them, by their VPC, by what else lies
 * in the same folder, and last by what the whole snapshot is of.
 */
export function findPlaces(snapshot: Snapshot): Places {
  const ofVpc: Tally = new Map();
  const ofFolder: Tally = new Map();
  const ownRegion = ({ record, source }: { readonly record: AwsRecord; readonly source: Source }): string | undefined =>
    source.region ?? regionInRecord(record);
  for (const sourced of [...snapshot.records.values()].flat()) {
    const region = ownRegion(sourced);
    if (region === undefined) continue;
    const vpc = vpcIn(sourced.record);
    if (vpc !== undefined) count(ofVpc, vpc, region);
    count(ofFolder, sourced.source.folder, region);
    count(ofFolder, EVERYWHERE, region);
  }
  return {
    regionOf: (sourced) =>
      ownRegion(sourced) ??
      mostCounted(ofVpc, vpcIn(sourced.record) ?? '') ??
      mostCounted(ofFolder, sourced.source.folder) ??
      mostCounted(ofFolder, EVERYWHERE) ??
      UNKNOWN_REGION,
    accountOf: ({ record, source }) =>
      textIn(record, 'OwnerId') ?? arnsIn(record).find(({ account }) => account !== undefined)?.account ?? source.account,
  };
}
