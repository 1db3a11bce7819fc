import { documentation } from './documentation-links.ts';

export type Partition = 'aws' | 'aws-us-gov' | 'aws-cn' | 'aws-eusc';

/** An AWS Region. `zones` are the letters its Availability Zones end in. */
export interface Region {
  readonly code: string;
  readonly name: string;
  readonly partition: Partition;
  /** Whether an account has to enable the Region before it can use it. */
  readonly optIn: boolean;
  readonly zones: readonly string[];
  readonly source: string;
  /** False for a code that is not in this list: it is taken as it is. */
  readonly known: boolean;
}

const USUAL_ZONES = 'abc';

type Row = readonly [code: string, name: string, zones?: string];

const toRegion =
  (partition: Partition, optIn: boolean) =>
  ([code, name, zones = USUAL_ZONES]: Row): Region => ({
    code,
    name,
    partition,
    optIn,
    zones: Array.from(zones),
    source: documentation.regions,
    known: true,
  });

const enabledByDefault: readonly Row[] = [
  ['us-east-1', 'US East (N. Virginia)', 'abcdef'],
  ['us-east-2', 'US East (Ohio)'],
  ['us-west-1', 'US West (N. California)'],
  ['us-west-2', 'US West (Oregon)', 'abcd'],
  ['ca-central-1', 'Canada (Central)', 'abd'],
  ['sa-east-1', 'South America (São Paulo)'],
  ['eu-central-1', 'Europe (Frankfurt)'],
  ['eu-west-1', 'Europe (Ireland)'],
  ['eu-west-2', 'Europe (London)'],
  ['eu-west-3', 'Europe (Paris)'],
  ['eu-north-1', 'Europe (Stockholm)'],
  ['ap-south-1', 'Asia Pacific (Mumbai)'],
  ['ap-northeast-1', 'Asia Pacific (Tokyo)', 'acd'],
  ['ap-northeast-2', 'Asia Pacific (Seoul)', 'abcd'],
  ['ap-northeast-3', 'Asia Pacific (Osaka)'],
  ['ap-southeast-1', 'Asia Pacific (Singapore)'],
  ['ap-southeast-2', 'Asia Pacific (Sydney)'],
];

const optInRegions: readonly Row[] = [
  ['af-south-1', 'Africa (Cape Town)'],
  ['ap-east-1', 'Asia Pacific (Hong Kong)'],
  ['ap-east-2', 'Asia Pacific (Taipei)'],
  ['ap-south-2', 'Asia Pacific (Hyderabad)'],
  ['ap-southeast-3', 'Asia Pacific (Jakarta)'],
  ['ap-southeast-4', 'Asia Pacific (Melbourne)'],
  ['ap-southeast-5', 'Asia Pacific (Malaysia)'],
  ['ap-southeast-6', 'Asia Pacific (New Zealand)'],
  ['ap-southeast-7', 'Asia Pacific (Thailand)'],
  ['ca-west-1', 'Canada West (Calgary)'],
  ['eu-central-2', 'Europe (Zurich)'],
  ['eu-south-1', 'Europe (Milan)'],
  ['eu-south-2', 'Europe (Spain)'],
  ['il-central-1', 'Israel (Tel Aviv)'],
  ['me-central-1', 'Middle East (UAE)'],
  ['me-south-1', 'Middle East (Bahrain)'],
  ['mx-central-1', 'Mexico (Central)'],
];

const govCloudRegions: readonly Row[] = [
  ['us-gov-east-1', 'AWS GovCloud (US-East)'],
  ['us-gov-west-1', 'AWS GovCloud (US-West)'],
];

const chinaRegions: readonly Row[] = [
  ['cn-north-1', 'China (Beijing)', 'abd'],
  ['cn-northwest-1', 'China (Ningxia)'],
];

const europeanSovereignRegions: readonly Row[] = [['eusc-de-east-1', 'AWS European Sovereign Cloud (Germany)']];

/**
 * The Regions anyone can get an account for, commercial ones first.
 * https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
 */
export const regions: readonly Region[] = [
  ...enabledByDefault.map(toRegion('aws', false)),
  ...optInRegions.map(toRegion('aws', true)),
  ...govCloudRegions.map(toRegion('aws-us-gov', false)),
  ...chinaRegions.map(toRegion('aws-cn', false)),
  ...europeanSovereignRegions.map(toRegion('aws-eusc', false)),
];

const regionOf = new Map(regions.map((region) => [region.code, region]));

const partitionPrefixes: readonly (readonly [string, Partition])[] = [
  ['us-gov-', 'aws-us-gov'],
  ['cn-', 'aws-cn'],
  ['eusc-', 'aws-eusc'],
];

/** The Region of a code. A code that is not listed stands for itself: AWS opens Regions faster than lists are updated. */
export function describeRegion(code: string): Region {
  const known = regionOf.get(code);
  if (known !== undefined) return known;
  const partition = partitionPrefixes.find(([prefix]) => code.startsWith(prefix))?.[1] ?? 'aws';
  return { code, name: code, partition, optIn: false, zones: Array.from(USUAL_ZONES), source: documentation.regions, known: false };
}

/**
 * The names of a Region's Availability Zones: `us-east-1a`, … An unknown Region gets three, which is the least AWS builds.
 * https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html
 */
export function zoneNames(regionCode: string): readonly string[] {
  return describeRegion(regionCode).zones.map((letter) => `${regionCode}${letter}`);
}

const ZONE_PATTERN = /^([a-z]{2,}(?:-[a-z]+)+-\d+)(?:[a-z]|-[a-z0-9-]+)$/;

/** The Region code in a zone name, also of Local Zones and Wavelength Zones; `undefined` when the text is no zone name. */
export function regionOfZone(zone: string): string | undefined {
  return ZONE_PATTERN.exec(zone)?.[1];
}
