import { setSubnetCidr } from '@core/editing/set-subnet-cidr.ts';
import { asResourceId } from '@core/model/ids.ts';
import { openThreeTiers } from '@core/templates/three-tiers.ts';
import { describe, expect, test } from 'vitest';
import { keyOf } from '../../testing/draw-design.ts';
import { stepPrefix, stepToNeighbour } from './step-block.ts';

// public-a 10.0.0.0/23, public-b 10.0.2.0/23, app-a 10.0.16.0/21, app-b 10.0.24.0/21, db-a 10.0.32.0/24, db-b 10.0.33.0/24 of 10.0.0.0/16
const design = openThreeTiers();
const idOf = (name: string) => asResourceId(keyOf(design, name));

describe('stepping to a neighbour', () => {
  test.each([
    ['public-a', 'next', { cidr: '10.0.4.0/23' }],
    ['public-a', 'previous', { none: 'No free /23 lies before 10.0.0.0/23 in the VPC.' }],
    ['app-a', 'previous', { cidr: '10.0.8.0/21' }],
    ['db-b', 'next', { cidr: '10.0.34.0/24' }],
    ['db-a', 'previous', { cidr: '10.0.15.0/24' }],
  ] as const)('%s %s', (name, direction, expected) => {
    expect(stepToNeighbour(design, idOf(name), direction)).toEqual(expected);
  });
});

describe('stepping the prefix', () => {
  test.each([
    ['public-a', 'smaller', { cidr: '10.0.0.0/24' }],
    ['public-a', 'larger', { cidr: '10.0.4.0/22' }],
    ['db-a', 'smaller', { cidr: '10.0.32.0/25' }],
  ] as const)('%s %s', (name, direction, expected) => {
    expect(stepPrefix(design, idOf(name), direction)).toEqual(expected);
  });

  test('every step it names is one that AWS takes', () => {
    for (const name of ['public-a', 'public-b', 'app-a', 'app-b', 'db-a', 'db-b']) {
      const steps = [stepPrefix(design, idOf(name), 'larger'), stepPrefix(design, idOf(name), 'smaller'), stepToNeighbour(design, idOf(name), 'next')];
      for (const step of steps) if ('cidr' in step) expect(setSubnetCidr(design, { subnet: idOf(name), cidr: step.cidr }).ok).toBe(true);
    }
  });
});
