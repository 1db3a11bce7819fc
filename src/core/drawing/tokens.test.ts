import { describe, expect, test } from 'vitest';
import type { ColorToken, ThemeName } from './tokens.ts';
import { hues, lifts, themes } from './tokens.ts';

type Rgba = readonly [red: number, green: number, blue: number, alpha: number];
type Pair = readonly [front: ColorToken, backs: readonly ColorToken[], floor: number];

/** WCAG 2.2 contrast: 4.5 for text (1.4.3), 3 for the edges of controls and for marks (1.4.11). */
const TEXT = 4.5;
const EDGE = 3;
/** AWS's own green and teal reach a little less on white; they draw outlines of boxes that words name. */
const OUTLINE = 2.8;

const papers = ['paper-0', 'paper-1', 'paper-2', 'paper-3'] as const;
const answers = ['pass', 'fail', 'warn', 'turn'] as const;
const filledHues = hues.filter((hue) => !['vpc', 'region', 'public', 'private'].includes(hue));

const pairs: readonly Pair[] = [
  ...papers.flatMap((paper) => (['ink-1', 'ink-2', 'ink-3'] as const).map((ink): Pair => [ink, [paper], TEXT])),
  ...(['public', 'private'] as const).flatMap((hue) =>
    ([`${hue}-text`, 'ink-1', 'ink-2', 'ink-3'] as const).map((front): Pair => [
      front,
      ['paper-1', `${hue}-wash`],
      TEXT,
    ]),
  ),
  ...(['vpc-text', 'region-text', 'ink-2', 'ink-3'] as const).map((front): Pair => [
    front,
    ['paper-0', 'vpc-wash'],
    TEXT,
  ]),
  ...filledHues.flatMap((hue): readonly Pair[] => [
    [`${hue}-text`, ['paper-1', `${hue}-wash`], TEXT],
    [`${hue}-text`, ['paper-1'], TEXT],
  ]),
  ...answers.flatMap((answer): readonly Pair[] => [
    [`${answer}-text`, ['paper-1'], TEXT],
    [`${answer}-text`, ['paper-0'], TEXT],
    [`${answer}-text`, [`${answer}-wash`], TEXT],
    [`on-${answer}`, [answer], TEXT],
    ['ink-1', [`${answer}-wash`], TEXT],
    ['ink-2', [`${answer}-wash`], TEXT],
    ['ink-3', [`${answer}-wash`], TEXT],
  ]),
  ['none-text', ['paper-1'], TEXT],
  ['on-act', ['act'], TEXT],
  ['on-act', ['act-hover'], TEXT],
  ...(['paper-0', 'paper-1'] as const).flatMap((paper) => [
    ...(['line-3', 'act', 'pass', 'fail', 'none'] as const).map((front): Pair => [front, [paper], EDGE]),
    ...(['vpc', 'private', 'region'] as const).map((front): Pair => [front, [paper], OUTLINE]),
  ]),
];

const cases = (['light', 'dark'] as const).flatMap((theme) =>
  pairs.map(([front, backs, floor]) => ({ theme, front, backs, floor, on: backs.join(' + ') })),
);

describe('contrast', () => {
  test.each(cases)('$theme: $front on $on reaches $floor', ({ theme, front, backs, floor }) => {
    const back = backs.reduce<Rgba>((below, token) => blend(read(theme, token), below), [0, 0, 0, 1]);
    expect(contrast(blend(read(theme, front), back), back)).toBeGreaterThanOrEqual(floor);
  });

  test('is measured as WCAG defines it', () => {
    expect(contrast([0, 0, 0, 1], [255, 255, 255, 1])).toBeCloseTo(21, 5);
    expect(contrast([255, 255, 255, 1], [119, 119, 119, 1])).toBeCloseTo(4.48, 2);
  });
});

test('both themes name the same colours and shadows', () => {
  expect(Object.keys(themes.dark)).toEqual(Object.keys(themes.light));
  expect(Object.keys(lifts.dark)).toEqual(Object.keys(lifts.light));
});

function read(theme: ThemeName, token: ColorToken): Rgba {
  const color = themes[theme][token];
  const hex = /^#(..)(..)(..)$/
    .exec(color)
    ?.slice(1)
    .map((pair) => parseInt(pair, 16));
  const [red = NaN, green = NaN, blue = NaN, alpha = 1] = hex ?? (color.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue, alpha];
}

function blend([red, green, blue, alpha]: Rgba, below: Rgba): Rgba {
  const mix = (front: number, back: number) => front * alpha + back * (1 - alpha);
  return [mix(red, below[0]), mix(green, below[1]), mix(blue, below[2]), 1];
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: Rgba, other: Rgba): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance([red, green, blue]: Rgba): number {
  const linear = (value: number) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
