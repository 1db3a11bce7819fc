import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextFamily, TextWeight } from './text-width.ts';
import { textWidth } from './text-width.ts';

type Measured = readonly [text: string, family: TextFamily, weight: TextWeight, size: number, width: number];

/** Widths of a span in Chromium 156 with the fonts of resources/fonts, kerning on and `calt` off. */
const measured: readonly Measured[] = [
  ['public-a', 'text', 600, 11, 44.08],
  ['us-east-1a', 'text', 600, 11, 56.66],
  ['10.0.0.0/16', 'text', 400, 12, 60.36],
  ['10.0.16.0/21', 'mono', 400, 11, 79.2],
  ['10.0.0.10', 'mono', 400, 10.5, 56.7],
  ['2001:db8:1234:1a00::/56', 'mono', 500, 12, 165.61],
  ['acl-public out *', 'mono', 400, 10.5, 100.81],
  ['a -> b != c', 'mono', 400, 12, 79.2],
  ['5,632 allocated, 59,904 free', 'text', 400, 11, 147.09],
  ['m6i.large (t3.small)', 'text', 400, 10.5, 95.11],
  ['Reply dropped here', 'text', 600, 11, 104.05],
  ['First, last 10.0.0.0 – 10.0.1.255', 'text', 500, 13, 183.25],
  ['What can reach what?', 'text', 600, 22, 236.75],
  ['AWS VPC Type Wave To Yo', 'text', 500, 12, 157.44],
  ['“AVATAR” Ty. Vo, LT’s', 'text', 600, 15, 157.38],
  ['Größe für Çà', 'text', 400, 12, 73.17],
  [
    'web-1 serves HTTPS on 443 with a valid certificate; nothing else answers on 8x8 or 10:22.',
    'text',
    400,
    12,
    512.67,
  ],
];

/** The same for what the two fonts do not cover: here a label may come out wider than needed, never narrower. */
const foreign: readonly Measured[] = [
  ['čšž', 'text', 400, 12, 18],
  ['Łódź', 'text', 400, 12, 27.84],
  ['Сервер', 'text', 400, 12, 41.61],
  ['Διακομιστής', 'text', 500, 12, 64.34],
  ['Zürich — 3‰ … •', 'text', 500, 12, 98.33],
  ['web → db', 'text', 400, 12, 57.41],
  ['→', 'mono', 400, 12, 7.23],
];

describe('against a browser', () => {
  test.each(measured)('%j in %s %d at %d px', (...[text, family, weight, size, width]) => {
    expect(Math.abs(textWidth(text, { family, weight, size }) - width)).toBeLessThan(0.5);
  });

  test.each(foreign)('%j in %s %d at %d px is never too narrow', (...[text, family, weight, size, width]) => {
    const own = textWidth(text, { family, weight, size });
    expect(own).toBeGreaterThan(width - 0.5);
    expect(own).toBeLessThan(width * 1.7);
  });
});

describe('what no font covers', () => {
  const style = { family: 'text', weight: 400, size: 10 } as const;

  test.each([
    ['日本語', 30],
    ['서버', 20],
    ['𠮷', 10],
    ['→', 10],
    ['🚀', 13.75],
    ['e\u0301', textWidth('e', style)],
    ['a\u200bb', textWidth('a', style) + textWidth('b', style)],
    ['', 0],
    ['\n', 0],
  ])('%j is %d px', (text, width) => {
    expect(textWidth(text, style)).toBeCloseTo(width, 5);
  });

  test('a square fills an em in mono as well', () => {
    expect(textWidth('日本', { family: 'mono', weight: 400, size: 10 })).toBe(20);
  });
});

test('a width grows with the size and adds up but for kerning', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.integer({ min: 1, max: 40 }), (one, other, size) => {
      const style = { family: 'text', weight: 500, size } as const;
      const whole = textWidth(one + other, style);
      expect(whole).toBeCloseTo(textWidth(one + other, { ...style, size: 1 }) * size, 6);
      expect(Math.abs(whole - textWidth(one, style) - textWidth(other, style))).toBeLessThanOrEqual(0.17 * size);
    }),
  );
});
