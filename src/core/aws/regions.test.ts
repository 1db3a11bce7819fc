import { describe, expect, test } from 'vitest';
import { describeRegion, regionOfZone, regions, zoneNames } from './regions.ts';

describe('Regions', () => {
  test.each([
    ['us-east-1', 'US East (N. Virginia)', 'aws', false],
    ['eu-central-1', 'Europe (Frankfurt)', 'aws', false],
    ['af-south-1', 'Africa (Cape Town)', 'aws', true],
    ['me-central-1', 'Middle East (UAE)', 'aws', true],
    ['us-gov-west-1', 'AWS GovCloud (US-West)', 'aws-us-gov', false],
    ['cn-north-1', 'China (Beijing)', 'aws-cn', false],
  ])('%s is %s', (...[code, name, partition, optIn]) => {
    expect(describeRegion(code)).toMatchObject({ code, name, partition, optIn, known: true });
  });

  test.each([
    ['xx-north-9', 'aws'],
    ['cn-south-1', 'aws-cn'],
    ['us-gov-north-1', 'aws-us-gov'],
    ['lab', 'aws'],
  ])('an unknown code %s stands for itself', (code, partition) => {
    expect(describeRegion(code)).toMatchObject({ code, name: code, partition, known: false });
    expect(zoneNames(code)).toEqual([`${code}a`, `${code}b`, `${code}c`]);
  });

  test('zones carry the letters the Region has', () => {
    expect(zoneNames('us-east-1')).toEqual(['us-east-1a', 'us-east-1b', 'us-east-1c', 'us-east-1d', 'us-east-1e', 'us-east-1f']);
    expect(zoneNames('ca-central-1')).toEqual(['ca-central-1a', 'ca-central-1b', 'ca-central-1d']);
  });

  test('codes are unique, and each Region has at least three zones', () => {
    expect(new Set(regions.map(({ code }) => code)).size).toBe(regions.length);
    expect(regions.filter(({ zones }) => zones.length < 3)).toEqual([]);
  });

  test('each zone name leads back to its Region', () => {
    for (const { code } of regions) expect(zoneNames(code).map(regionOfZone)).toEqual(zoneNames(code).map(() => code));
  });

  test.each([
    ['us-west-2-lax-1a', 'us-west-2'],
    ['us-east-1-wl1-bos-wlz-1', 'us-east-1'],
    ['us-gov-east-1b', 'us-gov-east-1'],
    ['us-east-1', undefined],
    ['use1-az1', undefined],
    ['', undefined],
  ])('zone %s lies in %s', (zone, region) => {
    expect(regionOfZone(zone)).toBe(region);
  });
});
