import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose.ts';
import type { Diagnosis } from '../findings/diagnosis.ts';
import { computeFacts } from '../lookup/resource-facts.ts';
import type { Design } from '../model/design.ts';
import { describeScene } from './describe-scene.ts';
import { instance, makeDesign, networkInterface, region, securityGroup, subnet, threeTier, vpc } from './designs-for-tests.ts';
import { drawDesign, type DrawingOptions } from './draw-design.ts';
import { embedFonts } from './embed-fonts.ts';
import { designs } from './random-designs-for-tests.ts';
import { textWidth, type TextWeight } from './text-width.ts';

const options: DrawingOptions = { theme: 'light', transparent: false, only: [] };

const TAG = /<(\/?)([a-z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/y;
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;
const REFERENCES = /&(?!(?:amp|lt|gt|quot|#39);)/;

/** What is wrong with the tags of a text: one that cannot be read, or that does not close what is open. */
function faultOfTags(text: string): string | undefined {
  const open: string[] = [];
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', TAG.lastIndex)) {
    TAG.lastIndex = at;
    const tag = TAG.exec(text);
    if (!tag) return `no tag at ${text.slice(at, at + 40)}`;
    const [, isEnd, name = '', , isEmpty] = tag;
    if (isEnd && open.pop() !== name) return `</${name}> closes nothing`;
    if (!isEnd && !isEmpty) open.push(name);
  }
  return open.length === 0 ? undefined : `<${open.join('>, <')}> is not closed`;
}

/** What is wrong with a text as XML. */
function faultOfXml(text: string): string | undefined {
  if (FORBIDDEN.test(text)) return 'a character that XML does not allow';
  return REFERENCES.test(text) ? 'a bare &' : faultOfTags(text);
}

interface DrawnText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
}

const unescapeXml = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

/** The texts of some markup with the room they take. */
function readTexts(svg: string): readonly DrawnText[] {
  return [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', content = '']) => {
    const read = (name: string): string | undefined => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1];
    const text = unescapeXml(content);
    const family = read('font-family') === undefined ? 'text' : 'mono';
    const width = textWidth(text, { family, size: Number(read('font-size')), weight: Number(read('font-weight') ?? 400) as TextWeight });
    const x = Number(read('x'));
    const anchor = read('text-anchor');
    const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x;
    return { text, left, right: left + width, baseline: Number(read('y')) };
  });
}

/** The markup of each node by its key. */
function readNodes(svg: string): ReadonlyMap<string, string> {
  return new Map([...svg.matchAll(/<g data-key="([^"]*)">(.*)<\/g>(?=\n|<)/g)].map(([, key = '', content = '']) => [unescapeXml(key), content]));
}

function diagnoseThreeTier(from: string, to: string): Diagnosis {
  const reply = diagnose(threeTier(), { from, to, protocol: 'tcp', port: 443 });
  if (!reply.ok) throw new Error(reply.problem.message);
  return reply.value;
}

const long = 'an-extraordinarily-long-name-that-somebody-really-gave-to-something-in-production';
const odd = makeDesign({
  'region-1': region({ name: 'アジアパシフィック（東京）' }),
  'vpc-1': vpc({ name: '本番環境' }),
  'sg-1': securityGroup('<b onload="x">&\'s group</b>'),
  'sg-2': securityGroup(long),
  a: subnet(`${long}\u0000\u0007\uFFFE`, '10.0.0.0/24'),
  b: subnet('רשת ציבורית', '10.0.1.0/24'),
  i: instance(long, { instanceType: 'u-6tb1.112xlarge' }),
  e: networkInterface({ subnet: 'a', of: 'i', address: '10.0.0.4', public: '203.0.113.110', groups: ['sg-1', 'sg-2'] }),
  j: instance('👩🏽‍💻 </text><script>alert(1)</script>'),
  f: networkInterface({ subnet: 'b', of: 'j', address: '10.0.1.4' }),
  igw: { kind: 'internet-gateway', name: long, region: 'region-1', vpc: 'vpc-1' },
  internet: { kind: 'internet', name: long },
});

describe('a picture', () => {
  test.each<readonly [string, Design, Diagnosis | undefined]>([
    ['nothing', makeDesign({}), undefined],
    ['an empty VPC', makeDesign({ 'region-1': region(), 'vpc-1': vpc() }), undefined],
    ['three tiers', threeTier(), undefined],
    ['three tiers with a path', threeTier(), diagnoseThreeTier('internet', 'i-web-1')],
    ['names with markup, control characters and many scripts', odd, undefined],
  ])('of %s is well-formed XML in both themes', (_name, design, diagnosis) => {
    for (const theme of ['light', 'dark'] as const) {
      const { svg } = drawDesign(design, { ...options, theme }, diagnosis ? { diagnosis } : {});
      expect(faultOfXml(svg)).toBeUndefined();
      expect(svg).not.toContain('<script');
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  test('of any design is well-formed and whole', () => {
    fc.assert(
      fc.property(designs, (design) => {
        const { svg } = drawDesign(design, options);
        expect(faultOfXml(svg)).toBeUndefined();
        expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      }),
      { numRuns: 40 },
    );
  });

  test('is the same for the same design', () => {
    expect(drawDesign(structuredClone(odd), options)).toEqual(drawDesign(odd, options));
  });

  test('needs no other file and carries no colour that SVG 1.1 does not know', () => {
    const { svg } = drawDesign(threeTier(), options, { diagnosis: diagnoseThreeTier('internet', 'i-web-1') });
    expect(svg).not.toMatch(/href|url\(|rgba\(|class=/);
  });

  test('has a ground unless it is transparent', () => {
    const ground = 'fill="#f7f8fa"/>\n';
    expect(drawDesign(threeTier(), options).svg).toContain(ground);
    expect(drawDesign(threeTier(), { ...options, transparent: true }).svg).not.toContain(ground);
  });

  test('carries the fonts it is given', () => {
    const svg = embedFonts(drawDesign(threeTier(), options).svg, [{ family: 'Inter', weight: 600, url: 'data:font/woff2;base64,AA==' }]);
    expect(unescapeXml(svg)).toContain('@font-face{font-family:"Inter";font-weight:600;src:url(data:font/woff2;base64,AA==) format("woff2")}');
    expect(faultOfXml(svg)).toBeUndefined();
  });
});

describe('no text is clipped', () => {
  function textsOutside(design: Design): readonly string[] {
    const scene = describeScene(design, { facts: computeFacts(design) });
    const outside: string[] = [];
    for (const [key, markup] of readNodes(drawDesign(design, options).svg)) {
      const node = scene.byKey.get(key);
      if (!node || node.shape === 'gate') continue;
      const { x, y, width, height } = node.place;
      for (const text of readTexts(markup)) {
        const isInside = text.left >= x && text.right <= x + width + 0.1 && text.baseline > y && text.baseline < y + height;
        if (!isInside) outside.push(`${text.text} of ${key}`);
      }
    }
    return outside;
  }

  test('in nodes of any design', () => {
    fc.assert(
      fc.property(designs, (design) => {
        expect(textsOutside(design)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('where names are long or strange', () => {
    expect(textsOutside(odd)).toEqual([]);
  });

  test('and no two texts of a node lie on each other', () => {
    for (const [key, markup] of readNodes(drawDesign(odd, options).svg)) {
      const texts = readTexts(markup);
      texts.forEach((a, index) => {
        for (const b of texts.slice(index + 1)) {
          const isOver = Math.abs(a.baseline - b.baseline) < 8 && a.left < b.right && b.left < a.right;
          expect(isOver ? `${a.text} over ${b.text} in ${key}` : '').toBe('');
        }
      });
    }
  });

  test('and every text, the legend too, lies in the picture', () => {
    for (const [from, to] of [
      ['internet', 'i-web-1'],
      ['internet', 'i-web-2'],
      ['i-app-3', 'internet'],
      ['onprem:vgw-1:192.168.0.5', 'i-app-1'],
    ] as const) {
      const { svg, width } = drawDesign(threeTier(), options, { diagnosis: diagnoseThreeTier(from, to) });
      const left = Number(/viewBox="(-?\d+)/.exec(svg)?.[1]);
      for (const text of readTexts(svg)) {
        expect(text.left).toBeGreaterThanOrEqual(left);
        expect(text.right).toBeLessThanOrEqual(left + width);
      }
    }
  });

  test('a name that had to be cut stands whole in the title', () => {
    const markup = readNodes(drawDesign(odd, options).svg).get('i') ?? '';
    expect(readTexts(markup).map(({ text }) => text)).not.toContain(long);
    expect(markup).toContain(`<title>Instance ${long}, `);
  });
});

describe('only a part', () => {
  test('is drawn with what it contains, and lines inside it', () => {
    const { svg } = drawDesign(threeTier(), { ...options, only: ['subnet-public-a'] });
    expect([...readNodes(svg).keys()].sort()).toEqual(['i-web-1', 'nat-a', 'subnet-public-a']);
    expect(svg).not.toContain('<path d="M953');
  });

  test('may be a zone', () => {
    const keys = [...readNodes(drawDesign(threeTier(), { ...options, only: ['zone:vpc-1:us-east-1b'] }).svg).keys()];
    expect(keys).toContain('standby:db-orders');
    expect(keys).not.toContain('db-orders');
  });

  test('keeps the path only when all of it is there', () => {
    const diagnosis = diagnoseThreeTier('i-app-1', 'db-orders');
    const draw = (only: readonly string[]): string => drawDesign(threeTier(), { ...options, only }, { diagnosis }).svg;
    expect(draw(['vpc-1'])).toContain(diagnosis.sentence.slice(0, 8));
    expect(draw(['subnet-app-a'])).not.toContain(diagnosis.sentence.slice(0, 8));
  });

  test('that has no place on the canvas is said', () => {
    expect(drawDesign(threeTier(), { ...options, only: ['rtb-main'] }).svg).toContain('What was chosen has no place on the canvas.');
  });
});

test('a path dims what is off it', () => {
  const nodes = readNodes(drawDesign(threeTier(), options, { diagnosis: diagnoseThreeTier('internet', 'i-web-1') }).svg);
  expect(nodes.get('i-app-1')).toContain('fill="none" stroke="#e0e4ea"');
  expect(nodes.get('i-web-1')).not.toContain('fill="none" stroke="#e0e4ea"');
});
