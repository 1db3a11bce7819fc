import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listExposure } from '../../exposure/list-exposure.ts';
import { listGroupTraffic } from '../../exposure/list-group-traffic.ts';
import type { Design } from '../../model/design.ts';
import { openTemplate } from '../../templates/index.ts';
import { describeScene } from '../describe-scene.ts';
import { designs } from '../random-designs-for-tests.ts';
import { textWidth } from '../text-width.ts';
import { describeViews } from './describe-views.ts';
import { TAG, TAG_TEXT } from './place-tags.ts';
import { viewNames, type ViewDrawing, type ViewName } from './views.ts';

function template(id: string): Design {
  const opened = openTemplate({ id });
  if (!opened.ok) throw new Error(opened.problem.message);
  return opened.value;
}

function draw(design: Design, ...on: readonly ViewName[]): ViewDrawing {
  const exposure = listExposure(design);
  return describeViews(design, describeScene(design), { on, knowledge: { exposure: exposure.ok ? exposure.value : [], groupTraffic: listGroupTraffic(design) } });
}

const titles = ({ tags, lines }: ViewDrawing): readonly string[] => [...tags, ...lines].map(({ title }) => title).sort();

describe('three tiers', () => {
  const design = template('three-tiers');

  test('routing: each subnet with its table and where it sends, the way to everywhere first', () => {
    expect(titles(draw(design, 'routing'))).toEqual([
      'app-a uses rtb-app-a; → nat-a; 192.168.0.0/16 → vgw-office; propagated → vgw-office',
      'app-b uses rtb-app-b; → nat-b; 192.168.0.0/16 → vgw-office; propagated → vgw-office',
      'db-a uses rtb-db; local only',
      'db-b uses rtb-db; local only',
      'public-a uses rtb-public; → igw-app',
      'public-b uses rtb-public; → igw-app',
    ]);
  });

  test('security: a line for each pair of groups that talk', () => {
    expect(titles(draw(design, 'security'))).toEqual(['app-sg to db-sg: TCP 3306', 'the internet to web-sg: TCP 443', 'web-sg to app-sg: TCP 80']);
  });

  test('exposure: what the internet reaches', () => {
    expect(titles(draw(design, 'exposure'))).toEqual(['The internet reaches web-1: TCP 443', 'The internet reaches web-2: TCP 443']);
  });

  // Usable of 10.0.0.0/23: without the first four and the last (VPC User Guide, subnet-sizing).
  test('addresses: what interfaces can have', () => {
    expect(titles(draw(design, 'addresses'))).toContain('public-a: interfaces can have 10.0.0.4 – 10.0.1.254');
  });

  test('nothing is said twice, and views that are off say nothing', () => {
    expect(titles(draw(design))).toEqual([]);
    expect(titles(draw(design, 'routing', 'exposure'))).toHaveLength(8);
  });
});

test('a view without anything to show says so', () => {
  const blank = template('blank-vpc');
  expect(draw(blank, ...viewNames).notes).toEqual(['No security group with members lets another one, or the internet, in.', 'Nothing here is reached from the internet.']);
});

test('what the evaluator has not said yet is not called empty', () => {
  const design = template('three-tiers');
  expect(describeViews(design, describeScene(design), { on: ['security', 'exposure'], knowledge: {} })).toEqual({ tags: [], lines: [], notes: [] });
});

test('no words are wider than their paper, and no tag leaves its node at the sides', () => {
  fc.assert(
    fc.property(designs, (design) => {
      const scene = describeScene(design);
      const { tags, lines } = draw(design, ...viewNames);
      for (const { text, place } of [...tags, ...lines.map(({ label }) => label)]) expect(textWidth(text, TAG_TEXT)).toBeLessThanOrEqual(place.width - 2 * TAG.air + 0.01);
      for (const { key, place } of tags) {
        const node = scene.byKey.get(key)?.place;
        expect(node && place.x >= node.x && place.x + place.width <= node.x + node.width + 0.01).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
});
