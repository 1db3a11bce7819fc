import { describeScene } from '@core/drawing/describe-scene.ts';
import { expect, test } from 'vitest';
import { drawSmallNetwork, keyOf } from '../testing/draw-design.ts';
import { moveScene, movesLines } from './move-scene.ts';

const design = drawSmallNetwork();
const scene = describeScene(design);
const place = (moved: typeof scene, name: string) => moved.byKey.get(keyOf(design, name))?.place;

test('what stands in a dragged container moves along, and nothing else moves', () => {
  const subnet = scene.byKey.get(keyOf(design, 'a'));
  if (!subnet) throw new Error('The subnet is on the canvas.');
  const moved = moveScene(scene, new Map([[subnet.key, { x: subnet.box.x + 30, y: subnet.box.y + 7 }]]));
  const [before, after] = [place(scene, 'web'), place(moved, 'web')];
  expect(after).toEqual({ ...before, x: (before?.x ?? 0) + 30, y: (before?.y ?? 0) + 7 });
  expect(moved.byKey.get(keyOf(design, 'db'))).toBe(scene.byKey.get(keyOf(design, 'db')));
});

test('at rest it is the scene itself', () => {
  expect(moveScene(scene, new Map())).toBe(scene);
});

test('lines follow what they end at, and what contains it; nothing else is drawn anew', () => {
  const overrides = (name: string) => new Map([[keyOf(design, name), { x: 1, y: 1 }]]);
  expect(movesLines(scene, overrides('igw'), null)).toBe(true);
  expect(movesLines(scene, overrides('app'), null)).toBe(true);
  expect(movesLines(scene, overrides('web'), null)).toBe(false);
  expect(movesLines(scene, overrides('web'), new Set([keyOf(design, 'web')]))).toBe(true);
});
