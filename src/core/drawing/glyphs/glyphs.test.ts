import { describe, expect, test } from 'vitest';
import { resourceSchemas } from '../../model/resources/index.ts';
import { themes } from '../tokens.ts';
import { glyphToSvg, glyphToSvgGroup } from './glyph-to-svg.ts';
import { circle, rectangle } from './glyph.ts';
import { glyphFamilies, glyphs, isGlyphId } from './index.ts';

const ids = Object.keys(glyphs).filter(isGlyphId);
/** Kinds that are drawn as something more exact: a subnet by what its routes make of it. */
const drawnOtherwise = ['subnet', 'target-group', 'transit-gateway-route-table', 'transit-gateway-attachment', 'direct-connect-gateway', 'virtual-interface', 'iam-role'];

describe.each(ids)('%s', (id) => {
  const { paths } = glyphs[id];

  test('has paths that start with a move and use known commands', () => {
    expect(paths.length).toBeGreaterThan(0);
    for (const { d } of paths) expect(d).toMatch(/^M[\d.,\sMLHVCSAZmlhvcsaz-]+$/);
  });

  test('stays on its grid', () => {
    for (const { d } of paths) {
      for (const [x, y] of pointsOf(d)) {
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(1);
        expect(Math.max(x, y)).toBeLessThanOrEqual(19);
      }
    }
  });

  test('draws no path twice', () => {
    expect(new Set(paths.map(({ d }) => d)).size).toBe(paths.length);
  });

  test('is drawn without a reference to anything outside', () => {
    const svg = glyphToSvg(id, { size: 16, color: '#123456' });
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="16" height="16" viewBox="0 0 20 20"><g .*<\/g><\/svg>$/,
    );
    expect(svg).not.toMatch(/undefined|currentColor|var\(|url\(|href/);
  });
});

test('every glyph is in one family', () => {
  expect(Object.values(glyphFamilies).flat().sort()).toEqual([...ids].sort());
});

test('every kind of resource has a glyph of its name', () => {
  const kinds = resourceSchemas.map(({ shape }) => shape.kind.value).filter((kind) => !drawnOtherwise.includes(kind));
  expect(kinds.filter((kind) => !isGlyphId(kind))).toEqual([]);
});

test('answers differ in shape, not in colour alone', () => {
  const answers = (['pass', 'fail', 'warn', 'turn', 'none', 'undetermined', 'ambiguous'] as const).map(
    (answer) => glyphs[`answer-${answer}`].paths[0]?.d,
  );
  expect(new Set(answers.map((d) => d?.slice(0, 12))).size).toBeGreaterThanOrEqual(6);
});

describe('glyphToSvg', () => {
  test('paints in the colour given', () => {
    expect(glyphToSvg('plus', { size: 20, color: 'red' })).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20" viewBox="0 0 20 20">' +
        '<g fill="none" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">' +
        '<path d="M10 4.5v11M4.5 10h11" stroke="red"/></g></svg>',
    );
  });

  test.each(['light', 'dark'] as const)('paints answers in the colours of the %s theme', (theme) => {
    const svg = glyphToSvg('answer-fail', { size: 20, color: 'red', theme });
    expect(svg).toContain(`fill="${themes[theme].fail}" stroke="none"`);
    expect(svg).toContain(`stroke="${themes[theme]['on-fail']}" stroke-width="2.4"`);
  });

  test('escapes what stands in attributes', () => {
    expect(glyphToSvg('plus', { size: 20, color: '"><script>' })).toContain('stroke="&quot;>&lt;script>"');
  });

  test('places a glyph inside a drawing', () => {
    const options = { size: 14, color: 'red' };
    expect(glyphToSvgGroup('plus', options, { x: 8, y: 3.5 })).toMatch(
      /^<g transform="translate\(8 3\.5\) scale\(0\.7\)" fill="none"/,
    );
  });
});

describe('shapes', () => {
  test('a circle runs once around its centre', () => {
    expect(circle([10, 9], 2).d).toBe('M12 9a2 2 0 0 1 -4 0a2 2 0 0 1 4 0z');
  });

  test('a rectangle runs once around its edge', () => {
    expect(rectangle({ x: 3, y: 4, width: 14, height: 12, radius: 2 }).d).toBe(
      'M5 4h10a2 2 0 0 1 2 2v8a2 2 0 0 1 -2 2h-10a2 2 0 0 1 -2-2v-8a2 2 0 0 1 2-2z',
    );
  });
});

test('what is no glyph is told apart', () => {
  expect(isGlyphId('instance')).toBe(true);
  expect(isGlyphId('toString')).toBe(false);
});

const LENGTH: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, A: 7, Z: 0 };

/** The end points of the pieces of a path. */
function pointsOf(d: string): readonly (readonly [number, number])[] {
  const points: [number, number][] = [];
  let at: [number, number] = [0, 0];
  let start: [number, number] = at;
  for (const [, command = '', rest = ''] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
    const kind = command.toUpperCase();
    const numbers = readNumbers(kind, rest);
    const length = LENGTH[kind] ?? 0;
    if (length === 0) at = start;
    for (let index = 0; index < numbers.length; index += length) {
      at = endOf(kind, numbers.slice(index, index + length), command === kind ? [0, 0] : at, at);
      if (kind === 'M' && index === 0) start = at;
      points.push(at);
    }
  }
  return points;
}

function readNumbers(kind: string, text: string): readonly number[] {
  const number = /-?(?:\d+\.?\d*|\.\d+)/g;
  if (kind !== 'A') return (text.match(number) ?? []).map(Number);
  // The two flags of an arc may stand against the number that follows.
  const arc =
    /(-?[\d.]+)[ ,]?(-?[\d.]+)[ ,](-?[\d.]+)[ ,]([01])[ ,]?([01])[ ,]?(-?(?:\d+\.?\d*|\.\d+))[ ,]?(-?(?:\d+\.?\d*|\.\d+))/g;
  return [...text.matchAll(arc)].flatMap((match) => match.slice(1).map(Number));
}

function endOf(
  ...[kind, numbers, from, at]: [string, readonly number[], [number, number], [number, number]]
): [number, number] {
  const [last = 0] = numbers.slice(-1);
  const isRelative = from === at;
  if (kind === 'H') return [(isRelative ? at[0] : 0) + last, at[1]];
  if (kind === 'V') return [at[0], (isRelative ? at[1] : 0) + last];
  const [x = 0, y = 0] = numbers.slice(-2);
  return [from[0] + x, from[1] + y];
}
