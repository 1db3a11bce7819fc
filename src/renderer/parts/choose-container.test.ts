import { describe, expect, test } from 'vitest';
import { emptyDesign } from '@core/model/design.ts';
import { drawDesign, drawSmallNetwork, keyOf } from '../testing/draw-design.ts';
import { chooseContainer } from './choose-container.ts';

const design = drawSmallNetwork();

describe('a part added without pointing at a place', () => {
  test('goes into what is selected', () => {
    expect(chooseContainer(design, 'instance', keyOf(design, 'b'))).toEqual({ container: keyOf(design, 'b') });
  });

  test('goes into the container around what is selected when that does not take it', () => {
    expect(chooseContainer(design, 'nat-gateway', keyOf(design, 'web'))).toEqual({ container: keyOf(design, 'a') });
  });

  test('goes on the canvas when nothing is selected and it can stand there', () => {
    expect(chooseContainer(emptyDesign(), 'vpc', undefined)).toEqual({ container: null });
  });

  test('goes to the only place that takes it', () => {
    const one = drawDesign([
      ['region', 'us-east-1'],
      ['vpc', 'app', 'us-east-1'],
      ['subnet', 'a', 'app'],
    ]);
    expect(chooseContainer(one, 'instance', undefined)).toEqual({ container: keyOf(one, 'a') });
  });

  test('is refused in one sentence when there is no such place, or more than one', () => {
    expect(chooseContainer(design, 'instance', undefined)).toEqual({ refused: 'An instance runs in a subnet, not on the empty canvas.' });
    expect(chooseContainer(emptyDesign(), 'instance', undefined)).toEqual({ refused: 'An instance runs in a subnet, not on the empty canvas.' });
  });
});
