import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Design, Layout } from '../model/design.ts';
import { arrange } from './arrange.ts';
import { findContainers } from './containers.ts';
import { makeDesign, region, subnet, threeTier, vpc } from './designs-for-tests.ts';
import { findFreePlace } from './find-free-place.ts';
import { isNear } from './free-place.ts';
import { growToFit } from './grow-to-fit.ts';
import { designs } from './random-designs-for-tests.ts';
import { isContainerKind, type Rectangle } from './sizes.ts';

const boxOf = (layout: Layout, key: string): Rectangle => {
  const box = layout[key];
  return { x: box?.x ?? NaN, y: box?.y ?? NaN, width: box?.width ?? 166, height: box?.height ?? 54 };
};

const moved = fc.record({ design: designs, pick: fc.nat(), x: fc.integer({ min: -300, max: 900 }), y: fc.integer({ min: -300, max: 900 }) });

interface Moved {
  readonly design: Design;
  readonly key: string;
  readonly before: Layout;
  readonly after: Layout;
}

function moveOne({ design, pick, x, y }: { readonly design: Design; readonly pick: number; readonly x: number; readonly y: number }): Moved | undefined {
  const keys = [...findContainers(design).nodes.keys()];
  const key = keys[pick % Math.max(1, keys.length)];
  if (key === undefined) return undefined;
  const arranged = arrange(design);
  const before = { ...arranged, [key]: { ...arranged[key], x, y } };
  return { design, key, before, after: growToFit(design, before, key) };
}

function overlaps(design: Design, layout: Layout): readonly string[] {
  const { nodes } = findContainers(design);
  const found: string[] = [];
  for (const { children } of [...nodes.values(), { children: findContainers(design).roots }]) {
    const boxes = children.filter((key) => isContainerKind(nodes.get(key)?.kind ?? ''));
    boxes.forEach((a, index) => {
      for (const b of boxes.slice(index + 1)) if (isNear(boxOf(layout, a), boxOf(layout, b), 0)) found.push(`${a} and ${b}`);
    });
  }
  return found;
}

describe('growing to fit after a node was moved anywhere', () => {
  const check = (law: (result: Moved) => void): void =>
    fc.assert(
      fc.property(moved, (input) => {
        const result = moveOne(input);
        if (result) law(result);
      }),
      { numRuns: 150 },
    );

  test('leaves no two boxes of a container on top of each other', () => {
    check(({ design, after }) => expect(overlaps(design, after)).toEqual([]));
  });

  test('shrinks nothing', () => {
    check(({ design, before, after }) => {
      for (const { key, kind } of findContainers(design).nodes.values()) {
        if (!isContainerKind(kind)) continue;
        expect(boxOf(after, key).width).toBeGreaterThanOrEqual(before[key]?.width ?? 0);
        expect(boxOf(after, key).height).toBeGreaterThanOrEqual(before[key]?.height ?? 0);
      }
    });
  });

  test('has nothing more to do the second time', () => {
    check(({ design, key, after }) => expect(growToFit(design, after, key)).toBe(after));
  });

  test('moves what was pushed only to the right and down', () => {
    check(({ design, key, before, after }) => {
      for (const node of findContainers(design).nodes.values()) {
        if (node.key === key || node.astride) continue;
        expect(boxOf(after, node.key).x).toBeGreaterThanOrEqual(boxOf(before, node.key).x);
        expect(boxOf(after, node.key).y).toBeGreaterThanOrEqual(boxOf(before, node.key).y);
      }
    });
  });
});

test('an arranged design is left as it is', () => {
  const design = threeTier();
  const layout = arrange(design);
  expect(growToFit(design, layout, 'subnet-app-a')).toBe(layout);
});

test('a subnet that grows pushes the next one aside and its zone, VPC and Region grow', () => {
  const design = threeTier();
  const before = arrange(design);
  const wider = { ...before, 'subnet-app-a': { ...boxOf(before, 'subnet-app-a'), width: 400 } };
  const after = growToFit(design, wider, 'subnet-app-a');
  expect(boxOf(after, 'subnet-db-a').x).toBe(boxOf(before, 'subnet-app-a').x + 400 + 10);
  expect(boxOf(after, 'subnet-public-a')).toEqual(boxOf(before, 'subnet-public-a'));
  for (const key of ['zone:vpc-1:us-east-1a', 'vpc-1', 'region-1']) {
    expect(boxOf(after, key).width - boxOf(before, key).width).toBe(210);
  }
});

describe('a free place', () => {
  const design = makeDesign({
    'region-1': region(),
    'vpc-1': vpc({ availabilityZones: ['us-east-1a'] }),
    'subnet-1': subnet('a', '10.0.0.0/24'),
  });
  const layout: Layout = {
    'region-1': { x: 0, y: 0, width: 600, height: 500 },
    'vpc-1': { x: 20, y: 30, width: 500, height: 400 },
    'zone:vpc-1:us-east-1a': { x: 14, y: 30, width: 460, height: 200 },
    'subnet-1': { x: 10, y: 26, width: 190, height: 108 },
  };

  test.each([
    ['beside a subnet', 'zone:vpc-1:us-east-1a', { width: 190, height: 108 }, { x: 210, y: 26 }],
    ['below it where it is too wide', 'zone:vpc-1:us-east-1a', { width: 300, height: 40 }, { x: 10, y: 144 }],
    ['below everything where nothing is free', 'zone:vpc-1:us-east-1a', { width: 300, height: 108 }, { x: 10, y: 144 }],
    ['in an empty subnet', 'subnet-1', { width: 166, height: 54 }, { x: 12, y: 42 }],
    ['below the zone of a VPC', 'vpc-1', { width: 166, height: 54 }, { x: 14, y: 240 }],
  ] as const)('is found %s', (_name, parent, size, place) => {
    expect(findFreePlace(design, layout, { parent, size })).toEqual(place);
  });

  test('on the canvas lies beside or below what is there', () => {
    const { x, y } = findFreePlace(design, layout, { size: { width: 260, height: 120 } });
    expect(isNear({ x, y, width: 260, height: 120 }, { x: 0, y: 0, width: 600, height: 500 }, 0)).toBe(false);
  });
});
