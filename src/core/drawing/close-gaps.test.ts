import { describe, expect, test } from 'vitest';
import { setCollapsed } from '../editing/layout.ts';
import type { Design } from '../model/design.ts';
import { applyPatch } from '../patch/apply-patch.ts';
import { arrange } from './arrange.ts';
import { closeGaps } from './close-gaps.ts';
import { describeScene } from './describe-scene.ts';
import { threeTier } from './designs-for-tests.ts';
import { growToFit } from './grow-to-fit.ts';

const [A, B] = ['zone:vpc-1:us-east-1a', 'zone:vpc-1:us-east-1b'];
const arranged: Design = { ...threeTier(), layout: arrange(threeTier()) };

function collapse(keys: readonly string[], from: Design = arranged): Design {
  const boxes = Object.fromEntries(keys.map((key) => [key, describeScene(from).byKey.get(key)?.box ?? { x: 0, y: 0 }]));
  const result = setCollapsed(from, { boxes, collapsed: true });
  const applied = result.ok ? applyPatch(from, result.patch) : undefined;
  if (!applied?.ok) throw new Error('not collapsed');
  return { ...applied.document, layout: closeGaps(applied.document, { expanded: from, collapsed: keys }) };
}

const boxOf = (design: Design, key: string) => describeScene(design).byKey.get(key)?.box ?? { x: NaN, y: NaN, width: NaN, height: NaN };

/** Siblings that lie over each other, and contents outside of their container. */
function faultsOf(design: Design): readonly string[] {
  const { nodes, byKey } = describeScene(design);
  const boxes = nodes.filter(({ astride }) => !astride);
  const over = boxes.flatMap((one) => boxes.filter((other) => other.key > one.key && other.parent === one.parent && one.box.x < other.box.x + other.box.width && other.box.x < one.box.x + one.box.width && one.box.y < other.box.y + other.box.height && other.box.y < one.box.y + one.box.height).map((other) => `${one.key} over ${other.key}`));
  const out = boxes.filter(({ parent, box }) => {
    const around = parent === undefined ? undefined : byKey.get(parent)?.box;
    return around && (box.x + box.width > around.width || box.y + box.height > around.height || box.x < 0 || box.y < 0);
  });
  return [...over, ...out.map(({ key }) => `${key} outside`)];
}

describe('when zones are collapsed', () => {
  const both = collapse([A, B]);

  test('the VPC and the Region shrink around them', () => {
    for (const key of ['vpc-1', 'region-1']) {
      expect(boxOf(both, key).width).toBeLessThan(boxOf(arranged, key).width - 100);
      expect(boxOf(both, key).height).toBeLessThan(boxOf(arranged, key).height - 100);
    }
    expect(faultsOf(both)).toEqual([]);
  });

  test('the distance between them stays as it was drawn', () => {
    const gap = (design: Design): number => boxOf(design, B).y - boxOf(design, A).y - boxOf(design, A).height;
    const apart: Design = { ...arranged, layout: { ...arranged.layout, [B]: { ...arranged.layout[B], x: boxOf(arranged, B).x, y: boxOf(arranged, B).y + 33 } } };
    expect(faultsOf(collapse([A, B], apart))).toEqual([]);
    // Gateways on the border between them need their room, so no more than the distance that was drawn is certain.
    expect(gap(collapse([A, B], apart))).toBeGreaterThanOrEqual(gap(apart));
  });

  test('what stands on the canvas itself stays', () => {
    for (const key of ['internet', 'office']) expect(boxOf(both, key)).toEqual(boxOf(arranged, key));
    expect(boxOf(both, 'region-1')).toMatchObject({ x: boxOf(arranged, 'region-1').x, y: boxOf(arranged, 'region-1').y });
  });

  test('one of them leaves the width that the other one needs', () => {
    const one = collapse([A]);
    expect(boxOf(one, 'vpc-1').width).toBe(boxOf(arranged, 'vpc-1').width);
    expect(boxOf(one, B).y).toBeLessThan(boxOf(arranged, B).y);
    expect(faultsOf(one)).toEqual([]);
  });

  test('expanded again they push each other apart, and everything fits', () => {
    const result = setCollapsed(both, { boxes: { [A]: boxOf(both, A), [B]: boxOf(both, B) }, collapsed: false });
    const applied = result.ok ? applyPatch(both, result.patch) : undefined;
    if (!applied?.ok) throw new Error('not expanded');
    const { document } = applied;
    const layout = [A, B].reduce((current, key) => growToFit(document, current, key), document.layout);
    expect(faultsOf({ ...document, layout })).toEqual([]);
    expect(boxOf({ ...document, layout }, A)).toMatchObject({ width: boxOf(arranged, A).width, height: boxOf(arranged, A).height });
  });

  test('gateways keep their order and their room, in a design that was never arranged too', () => {
    for (const design of [both, collapse([A, B], threeTier())]) {
      const [igw, vgw] = [boxOf(design, 'igw-1'), boxOf(design, 'vgw-1')];
      expect(Math.abs(igw.y - vgw.y)).toBeGreaterThanOrEqual(59);
      expect(Math.max(igw.y, vgw.y) + igw.height).toBeLessThanOrEqual(boxOf(design, 'vpc-1').height);
      expect(faultsOf(design)).toEqual([]);
    }
    expect(boxOf(collapse([A, B], threeTier()), 'office')).toEqual(boxOf(threeTier(), 'office'));
  });
});
