import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeScene } from './describe-scene.ts';
import type { Polyline } from './line-candidates.ts';
import { costOfPiece, pieceBetween, type ObstacleMap } from './line-obstacles.ts';
import { CORNER_COST, searchLine } from './line-search.ts';
import { designs } from './random-designs-for-tests.ts';
import { anchorOf, lineWay, obstaclesOf, simplify } from './routes-of-lines.ts';

const nothing = (): boolean => false;

function costOf(map: ObstacleMap, points: Polyline | undefined): number {
  if (points === undefined) return -1;
  const corners = (simplify(points).length - 2) * CORNER_COST;
  return points.slice(1).reduce((cost, point, index) => cost + costOfPiece(map, pieceBetween(points[index] ?? point, point), nothing), corners);
}

test('a thrifty search finds a way that costs the same', () => {
  fc.assert(
    fc.property(designs, (design) => {
      const scene = describeScene(design);
      const map = obstaclesOf(scene);
      for (const line of scene.lines) {
        const [from, to] = [scene.byKey.get(line.from), scene.byKey.get(line.to)];
        if (!from || !to) continue;
        const search = { map, isOwn: nothing, from: anchorOf(from), to: anchorOf(to), lane: lineWay.lane };
        expect(costOf(map, searchLine({ ...search, isThrifty: true }))).toBeCloseTo(costOf(map, searchLine({ ...search, isThrifty: false })), 6);
      }
    }),
  );
});
