import { findContainers } from '@core/drawing/containers.ts';
import { describeScene } from '@core/drawing/describe-scene.ts';
import { addPart } from '@core/editing/add-part.ts';
import type { EditResult } from '@core/editing/edit-result.ts';
import { setCollapsed } from '@core/editing/layout.ts';
import type { Design } from '@core/model/design.ts';
import { applyPatch } from '@core/patch/apply-patch.ts';
import { expect, test } from 'vitest';
import { drawSmallNetwork, keyOf, repeatableRandom } from '../testing/draw-design.ts';
import { settleLayout } from './settle-layout.ts';

test('what is added gets a place, and its containers grow around it', () => {
  const design = drawSmallNetwork();
  const random = repeatableRandom();
  for (let count = 0; count < 7; count += 1) random();
  const added = addPart(design, { part: 'instance', container: keyOf(design, 'a'), random });
  if (!added.ok) throw new Error(added.refused);
  const applied = applyPatch(design, added.patch);
  if (!applied.ok) throw new Error(applied.problem);
  const settled = applyPatch(applied.document, settleLayout(design, applied.document, added.patch));
  if (!settled.ok) throw new Error(settled.problem);
  for (const key of findContainers(settled.document).nodes.keys()) expect(settled.document.layout).toHaveProperty([key]);
  const scene = describeScene(settled.document);
  const [subnet, instance] = [scene.byKey.get(keyOf(design, 'a')), scene.byKey.get(added.select[0] ?? '')];
  if (!subnet || !instance) throw new Error('Both are on the canvas.');
  expect(instance.place.y + instance.place.height).toBeLessThanOrEqual(subnet.place.y + subnet.place.height);
});

test('an edit that touches no node moves nothing', () => {
  const design = drawSmallNetwork();
  const group = keyOf(design, 'default-app');
  expect(settleLayout(design, design, [{ op: 'replace', path: `/resources/${group}/description`, value: 'x' }])).toEqual([]);
});

test('a gateway that is attached does not lie over what stands in its VPC', () => {
  const design = drawSmallNetwork();
  const scene = describeScene(design);
  const [gateway, zone] = [scene.byKey.get(keyOf(design, 'igw')), scene.byKey.get(`zone:${keyOf(design, 'app')}:us-east-1a`)];
  if (!gateway || !zone) throw new Error('Both are on the canvas.');
  expect(gateway.place.x + gateway.place.width).toBeLessThan(zone.place.x);
  const vpc = scene.byKey.get(keyOf(design, 'app'));
  expect(vpc && zone.place.x + zone.place.width <= vpc.place.x + vpc.place.width).toBe(true);
});

test('in a design whose places were computed so far, nothing but what is in the way moves', () => {
  const design = { ...drawSmallNetwork(), layout: {} };
  const random = repeatableRandom();
  for (let count = 0; count < 99; count += 1) random();
  const before = describeScene(design);
  const added = addPart(design, { part: 'instance', container: keyOf(design, 'b'), random });
  if (!added.ok) throw new Error(added.refused);
  const applied = applyPatch(design, added.patch);
  if (!applied.ok) throw new Error(applied.problem);
  const settled = applyPatch(applied.document, settleLayout(design, applied.document, added.patch));
  if (!settled.ok) throw new Error(settled.problem);
  const after = describeScene(settled.document);
  const cornersIn = (scene: typeof before): readonly unknown[] =>
    ['us-east-1', 'app', 'a', 'web', 'b', 'db'].map((name) => {
      const place = scene.byKey.get(keyOf(design, name))?.place;
      return [name, place?.x, place?.y];
    });
  expect(cornersIn(after)).toEqual(cornersIn(before));
});

/** The design after an edit, settled. */
function settledAfter(design: Design, result: EditResult): Design {
  if (!result.ok) throw new Error(result.refused);
  const applied = applyPatch(design, result.patch);
  if (!applied.ok) throw new Error(applied.problem);
  const settled = applyPatch(applied.document, settleLayout(design, applied.document, result.patch));
  if (!settled.ok) throw new Error(settled.problem);
  return settled.document;
}

test('what is expanded pushes aside what has moved up to it', () => {
  const design = drawSmallNetwork();
  const [upper, lower] = ['us-east-1a', 'us-east-1b'].map((zone) => `zone:${keyOf(design, 'app')}:${zone}`) as [string, string];
  const box = describeScene(design).byKey.get(upper)?.box ?? { x: NaN, y: NaN };
  const collapsed = { ...design, layout: { ...design.layout, [upper]: { x: box.x, y: box.y, collapsed: true }, [lower]: { x: box.x, y: box.y + 60 } } };
  const { byKey } = describeScene(settledAfter(collapsed, setCollapsed(collapsed, { boxes: { [upper]: box }, collapsed: false })));
  const [above, below] = [byKey.get(upper)?.box, byKey.get(lower)?.box];
  expect(below?.y).toBeGreaterThanOrEqual((above?.y ?? NaN) + (above?.height ?? NaN));
});
