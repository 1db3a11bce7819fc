import { describe, expect, test } from 'vitest';
import type { Report } from '../findings/report.ts';
import { arrange } from './arrange.ts';
import { makeDesign, region, subnet, vpc, type PlainResources } from './designs-for-tests.ts';
import { readSource } from './drawing-source.ts';
import { findSubnetColumns } from './subnet-columns.ts';

type Row = readonly [id: string, name: string, zone: string];

function columnsOf(rows: readonly Row[], publicIds: readonly string[] = []): readonly (readonly (string | undefined)[])[] {
  const resources: PlainResources = { 'region-1': region(), 'vpc-1': vpc() };
  rows.forEach(([id, name, zone], index) => {
    resources[id] = subnet(name, `10.0.${index}.0/24`, { availabilityZone: `us-east-1${zone}` });
  });
  const facts: Report['facts'] = Object.fromEntries(publicIds.map((id) => [id, { kind: 'subnet', exposure: 'public', because: '', used: 0, free: 0 }]));
  const zones = [...new Set(rows.map(([, , zone]) => `zone:vpc-1:us-east-1${zone}`))].sort();
  return findSubnetColumns(readSource(makeDesign(resources), facts), zones).zones;
}

describe('subnets stand in columns', () => {
  test('by the names they share', () => {
    const rows: readonly Row[] = [
      ['1', 'web-a', 'a'],
      ['2', 'app-a', 'a'],
      ['3', 'app-b', 'b'],
      ['4', 'web-b', 'b'],
    ];
    expect(columnsOf(rows)).toEqual([
      ['1', '2'],
      ['4', '3'],
    ]);
  });

  test('by names that end in the zone', () => {
    const rows: readonly Row[] = [
      ['1', 'web-us-east-1a', 'a'],
      ['2', 'app-us-east-1a', 'a'],
      ['3', 'app-us-east-1b', 'b'],
      ['4', 'web-us-east-1b', 'b'],
    ];
    expect(columnsOf(rows)).toEqual([
      ['1', '2'],
      ['4', '3'],
    ]);
  });

  test('with the public ones first', () => {
    const rows: readonly Row[] = [
      ['1', 'app-a', 'a'],
      ['2', 'web-a', 'a'],
    ];
    expect(columnsOf(rows, ['2'])).toEqual([['2', '1']]);
  });

  test('with a hole where a zone has none of a tier', () => {
    const rows: readonly Row[] = [
      ['1', 'web-a', 'a'],
      ['2', 'app-a', 'a'],
      ['3', 'app-b', 'b'],
    ];
    expect(columnsOf(rows, ['1'])).toEqual([
      ['1', '2'],
      [undefined, '3'],
    ]);
  });

  test('by their order where names say nothing', () => {
    const rows: readonly Row[] = [
      ['1', 'red', 'a'],
      ['2', 'green', 'a'],
      ['3', 'blue', 'b'],
      ['4', 'grey', 'b'],
    ];
    expect(columnsOf(rows)).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });
});

test('sixty subnets wrap into zones that are neither ribbons nor towers, same column below same column', () => {
  const resources: PlainResources = { 'region-1': region(), 'vpc-1': vpc() };
  for (let index = 0; index < 60; index += 1) {
    const zone = 'abc'.charAt(index % 3);
    resources[`subnet-${index}`] = subnet(`tier${Math.floor(index / 3)}-${zone}`, `10.0.${index}.0/24`, { availabilityZone: `us-east-1${zone}` });
  }
  const layout = arrange(makeDesign(resources));
  const { width = 0, height = 0 } = layout['vpc-1'] ?? {};
  expect(width / height).toBeGreaterThan(0.8);
  expect(width / height).toBeLessThan(3);
  for (let tier = 0; tier < 60; tier += 3) {
    expect(layout[`subnet-${tier}`]?.x).toBe(layout[`subnet-${tier + 1}`]?.x);
    expect(layout[`subnet-${tier}`]?.y).toBe(layout[`subnet-${tier + 2}`]?.y);
  }
});
