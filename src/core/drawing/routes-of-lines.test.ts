import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeFacts } from '../lookup/resource-facts.ts';
import type { Design } from '../model/design.ts';
import { describeScene } from './describe-scene.ts';
import { instance, makeDesign, networkInterface, region, subnet, threeTier, vpc } from './designs-for-tests.ts';
import { lengthInside, pieceBetween } from './line-obstacles.ts';
import { gateLabelPlace } from './outer-place.ts';
import { designs } from './random-designs-for-tests.ts';
import { anchorOf, roundedPath, routeLines, simplify, type LineRoute } from './routes-of-lines.ts';
import type { Scene } from './scene.ts';
import type { Rectangle } from './sizes.ts';

const sceneOf = (design: Design): Scene => describeScene(design, { facts: computeFacts(design) });

const piecesOf = ({ points }: LineRoute): readonly Rectangle[] =>
  points.slice(1).flatMap((point, index) => {
    const before = points[index];
    return before ? [pieceBetween(before, point)] : [];
  });

function crossedNodes(scene: Scene, route: LineRoute): readonly string[] {
  return scene.nodes
    .filter((node) => node.shape !== 'box' && node.key !== route.line.from && node.key !== route.line.to)
    .filter((node) => piecesOf(route).some((piece) => lengthInside(piece, node.place) > 0))
    .map((node) => `${route.line.key} over ${node.key}`);
}

function crossedNames(scene: Scene, route: LineRoute): readonly string[] {
  return scene.nodes
    .filter((node) => node.shape === 'gate')
    .filter((node) => piecesOf(route).some((piece) => lengthInside(piece, gateLabelPlace(node)) > 0))
    .map((node) => `${route.line.key} over the name of ${node.key}`);
}

const isOnEdge = ({ x, y }: { readonly x: number; readonly y: number }, box: Rectangle): boolean => {
  const isAcross = x >= box.x && x <= box.x + box.width;
  const isDown = y >= box.y && y <= box.y + box.height;
  return isAcross && isDown && (x === box.x || x === box.x + box.width || y === box.y || y === box.y + box.height);
};

describe('the lines of an arranged design', () => {
  const check = (law: (scene: Scene, route: LineRoute) => void): void =>
    fc.assert(
      fc.property(designs, (design) => {
        const scene = sceneOf(design);
        for (const route of routeLines(scene)) law(scene, route);
      }),
      { numRuns: 60 },
    );

  test('have level and upright pieces only', () => {
    check((_scene, route) => {
      for (const piece of piecesOf(route)) expect(piece.width === 0 || piece.height === 0).toBe(true);
    });
  });

  test('begin and end at the edges of their nodes', () => {
    check((scene, { line, points }) => {
      for (const [key, point] of [
        [line.from, points[0]],
        [line.to, points.at(-1)],
      ] as const) {
        const node = scene.byKey.get(key);
        expect(node && point && isOnEdge(point, anchorOf(node))).toBe(true);
      }
    });
  });

  test('cross no node and no name', () => {
    check((scene, route) => {
      expect(crossedNodes(scene, route)).toEqual([]);
      expect(crossedNames(scene, route)).toEqual([]);
    });
  });
});

describe('three tiers', () => {
  const routes = routeLines(sceneOf(threeTier()));
  const pointsOf = (key: string): LineRoute['points'] => routes.find(({ line }) => line.key === key)?.points ?? [];

  test.each(['line:igw-1', 'line:vpn-1'])('%s runs straight', (key) => {
    expect(pointsOf(key)).toHaveLength(2);
    expect(pointsOf(key)[0]?.y).toBe(pointsOf(key)[1]?.y);
  });

  test('the database is copied past the cards, not across them', () => {
    expect(pointsOf('line:standby:db-orders')).toHaveLength(4);
  });
});

test('a line goes around a card that stands in between', () => {
  const design = makeDesign(
    {
      'region-1': region(),
      'vpc-1': vpc(),
      a: subnet('a', '10.0.0.0/24'),
      i: instance('i'),
      e0: networkInterface({ subnet: 'a', of: 'i' }),
      middle: networkInterface({ subnet: 'a', owner: 'lambda' }),
      b: subnet('b', '10.0.1.0/24'),
      e1: networkInterface({ subnet: 'b', of: 'i', device: 1 }),
    },
    {
      a: { x: 10, y: 30, width: 500, height: 110 },
      i: { x: 12, y: 42 },
      middle: { x: 200, y: 42 },
      b: { x: 540, y: 30, width: 190, height: 110 },
      e1: { x: 12, y: 42 },
    },
  );
  const [route] = routeLines(sceneOf(design));
  expect(route && crossedNodes(sceneOf(design), route)).toEqual([]);
  expect(route?.points.length).toBeGreaterThan(2);
});

describe('a polyline', () => {
  test('loses what says nothing', () => {
    expect(
      simplify([
        { x: 0, y: 0 },
        { x: 5, y: 0 },
        { x: 5, y: 0 },
        { x: 9, y: 0 },
        { x: 9, y: 4 },
      ]),
    ).toEqual([
      { x: 0, y: 0 },
      { x: 9, y: 0 },
      { x: 9, y: 4 },
    ]);
  });

  test('is drawn with round corners that fit its pieces', () => {
    expect(
      roundedPath([
        { x: 0, y: 0 },
        { x: 10, y: 0 },
        { x: 10, y: 4 },
      ]),
    ).toBe('M0 0L6 0Q10 0 10 2L10 4');
    expect(roundedPath([])).toBe('');
  });
});
