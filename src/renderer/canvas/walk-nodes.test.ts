import { describeScene } from '@core/drawing/describe-scene.ts';
import { describe, expect, test } from 'vitest';
import { drawSmallNetwork, keyOf } from '../testing/draw-design.ts';
import { walkNodes, type WalkKey } from './walk-nodes.ts';

const design = drawSmallNetwork();
const scene = describeScene(design);
const zone = (letter: string): string => `zone:${keyOf(design, 'app')}:us-east-1${letter}`;

describe('keys on the canvas', () => {
  const cases: readonly (readonly [from: string | undefined, key: WalkKey, to: string | null | undefined])[] = [
    [undefined, 'ArrowDown', 'Internet'],
    [undefined, 'Escape', null],
    ['us-east-1', 'Enter', 'app'],
    ['app', 'Escape', 'us-east-1'],
    ['us-east-1', 'Escape', null],
    [zone('a'), 'ArrowDown', zone('b')],
    [zone('b'), 'ArrowUp', zone('a')],
    [zone('b'), 'ArrowDown', undefined],
    ['web', 'ArrowLeft', undefined],
    ['web', 'Enter', undefined],
    [zone('b'), 'Home', 'igw'],
  ];
  test.each(cases)('from %s, %s leads to %s', (from, key, to) => {
    const reached = walkNodes(scene, from === undefined ? undefined : keyOf(design, from), key);
    expect(reached).toBe(typeof to === 'string' ? keyOf(design, to) : to);
  });
});
