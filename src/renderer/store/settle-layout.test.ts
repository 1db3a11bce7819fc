import { findContainers } from '@core/drawing/containers.ts';
import { describeScene } from '@core/drawing/describe-scene.ts';
import { addPart } from '@core/editing/add-part.ts';
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
  const settled = applyPatch(applied.document, settleLayout(applied.document, added.patch));
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
  expect(settleLayout(design, [{ op: 'replace', path: `/resources/${group}/description`, value: 'x' }])).toEqual([]);
});
