import { describe, expect, test } from 'vitest';
import type { Design } from '../model/design.ts';
import { openTemplate } from '../templates/index.ts';
import { drawDesign, type DrawingOptions } from './draw-design.ts';

const titleBlock = { date: '2026-11-24' };
const options: DrawingOptions = { theme: 'light', transparent: false, only: [] };

function template(id: string): Design {
  const opened = openTemplate({ id });
  if (!opened.ok) throw new Error(opened.problem.message);
  return opened.value;
}

/** The words below the rule of the title block, in reading order. */
function wordsOf(design: Design, given: Partial<DrawingOptions> = {}): readonly string[] {
  const plain = [...drawDesign(design, { ...options, ...given }).svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)];
  const titled = [...drawDesign(design, { ...options, ...given, titleBlock }).svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)];
  return titled.slice(plain.length).map(([, words = '']) => words);
}

describe('a title block', () => {
  test('says name, day and counts, then what boxes, glyphs and lines mean', () => {
    expect(wordsOf(template('three-tiers'))).toEqual([
      'Three tiers',
      '2026-11-24',
      '1 VPC, 6 subnets, 6 instances, 1 DB instance',
      ...['Region', 'VPC', 'Availability Zone', 'public subnet', 'private subnet', 'on-premises network'],
      ...['customer gateway', 'internet gateway', 'virtual private gateway', 'instance', 'NAT gateway', 'DB instance', 'standby of DB instance', 'security group'],
      ...['way to the internet', 'replication to the standby', 'VPN connection'],
    ]);
  });

  test('explains only what is drawn', () => {
    const design = template('three-tiers');
    const subnet = Object.keys(design.resources).find((id) => design.resources[id as keyof Design['resources']]?.name === 'db-a') ?? '';
    expect(wordsOf(design, { only: [subnet] })).toEqual(['Three tiers', '2026-11-24', '1 subnet, 1 DB instance', 'private subnet', 'DB instance', 'security group']);
  });

  test('wraps a long name beside the day', () => {
    const design = { ...template('one-public-instance'), name: 'The network of the shop as it was agreed with the platform team in November and will be until the summer' };
    const [first, second, third] = wordsOf(design);
    expect([`${first} ${second}`, third]).toEqual([design.name, '2026-11-24']);
  });

  test('stands below the drawing and widens nothing', () => {
    const design = template('three-tiers');
    const [plain, titled] = [drawDesign(design, options), drawDesign(design, { ...options, titleBlock })];
    expect(titled.width).toBe(plain.width);
    expect(titled.height).toBeGreaterThan(plain.height + 80);
  });
});
