import { describeScene } from '@core/drawing/describe-scene.ts';
import { expect, test } from 'vitest';
import { drawSmallNetwork, keyOf } from '../testing/draw-design.ts';
import { boxAt, nodeAt } from './hit-test.ts';

const design = drawSmallNetwork();
const scene = describeScene(design);
const middleOf = (name: string): { readonly x: number; readonly y: number } => {
  const place = scene.byKey.get(keyOf(design, name))?.place;
  if (!place) throw new Error(`${name} is on the canvas.`);
  return { x: place.x + place.width / 2, y: place.y + place.height / 2 };
};

test('the innermost node is hit', () => {
  expect(nodeAt(scene, middleOf('web'))?.title).toBe('web');
  expect(nodeAt(scene, { x: 100000, y: 0 })).toBeUndefined();
});

test('a card stands for the box around it', () => {
  expect(boxAt(scene, middleOf('web'))?.title).toBe('a');
});

test('what is dragged is looked through, with all that stands in it', () => {
  expect(boxAt(scene, middleOf('web'), new Set([keyOf(design, 'a')]))?.title).toBe('us-east-1a');
  expect(boxAt(scene, middleOf('web'), new Set([keyOf(design, 'app')]))?.title).toBe('us-east-1');
});
