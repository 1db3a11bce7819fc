import { readCidr, type Cidr4 } from '@core/address/cidr.ts';
import { asResourceId } from '@core/model/ids.ts';
import { forecastOverlaps, type OtherNetwork } from '@core/planning/forecast.ts';
import { mapSpace } from '@core/planning/space-map.ts';
import { planVpc } from '@core/planning/vpc-plan.ts';
import { DesignBuilder } from '@core/testing/design-builder.ts';
import { describe, expect, test } from 'vitest';
import { listConflicts, listMapItems, moveOnMap, type MapMove } from './map-items.ts';

const block = (text: string): Cidr4 => {
  const read = readCidr(text);
  if (read?.family !== 4) throw new Error(text);
  return read;
};
const whole = block('10.0.0.0/16');
const map = mapSpace(whole);
const design = new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').subnet('web', { vpc: 'vpc-1', cidr: '10.0.0.0/20' }).subnet('app', { vpc: 'vpc-1', cidr: '10.0.20.0/22' }).build();
const plan = planVpc(design, asResourceId('vpc-1'));
if (!plan) throw new Error('no plan');
const items = listMapItems(map, plan);

test('subnets and free blocks stand in the order of their addresses and say what they are', () => {
  expect(items.map(({ label }) => label).slice(0, 3)).toEqual([
    'web, 10.0.0.0/20, private, us-east-1a, 0 of 4,091 usable addresses held',
    'Free: 10.0.16.0/22, 1,024 addresses',
    'app, 10.0.20.0/22, private, us-east-1a, 0 of 1,019 usable addresses held',
  ]);
});

describe('the arrow keys', () => {
  const rowSize = 4096;
  test.each<[string, MapMove, string]>([
    ['web', 'ArrowRight', 'free 10.0.16.0/22'],
    ['web', 'ArrowLeft', 'web'],
    ['web', 'ArrowDown', 'free 10.0.16.0/22'],
    ['app', 'ArrowUp', 'web'],
    ['app', 'ArrowDown', 'free 10.0.32.0/19'],
    ['app', 'Home', 'web'],
    ['web', 'End', 'free 10.0.128.0/17'],
    ['free 10.0.128.0/17', 'ArrowDown', 'free 10.0.128.0/17'],
  ])('from %s by %s to %s', (from, move, to) => {
    const index = items.findIndex(({ key }) => key === from);
    expect(items[moveOnMap(items, { index, rowSize }, move)]?.key).toBe(to);
  });
});

test('networks that want the same addresses are one mark', () => {
  const others: readonly OtherNetwork[] = ['a', 'b'].map((name) => ({ key: name, name, block: block('10.0.128.0/18'), kind: 'peer' }));
  expect(listConflicts(map, forecastOverlaps(others, [whole]))).toMatchObject([{ words: 'a, b want 10.0.128.0/18', consequence: 'AWS refuses the peering', place: { row: 8, rows: 4 } }]);
});
