import { describeScene } from '@core/drawing/describe-scene.ts';
import type { Design } from '@core/model/design.ts';
import { describe, expect, test } from 'vitest';
import { drawSmallNetwork, keyOf } from '../testing/draw-design.ts';
import { placeNodes } from './place-nodes.ts';
import { applyPatch } from '@core/patch/apply-patch.ts';
import { createProjector, type CanvasNode, type Projection } from './project-scene.ts';

const AT_REST: Projection = { selected: new Set(), highlighted: new Set(), onPath: null, isMovable: true };
const design = drawSmallNetwork();
const web = keyOf(design, 'web');

const byId = (nodes: readonly CanvasNode[]): ReadonlyMap<string, CanvasNode> => new Map(nodes.map((node) => [node.id, node]));

function moved(before: Design, key: string): Design {
  const result = placeNodes(before, new Map([[key, { x: 99, y: 77 }]]), 'Move');
  if (!result.ok) throw new Error(result.refused);
  const applied = applyPatch(before, result.patch);
  if (!applied.ok) throw new Error(applied.problem);
  return applied.document;
}

describe('a projected scene', () => {
  test('has every node of the scene in its container, with its place and size, containers first', () => {
    const scene = describeScene(design);
    const nodes = createProjector()(scene, AT_REST);
    expect(nodes.map(({ id }) => id)).toEqual(scene.nodes.map(({ key }) => key));
    const seen = new Set<string>();
    for (const node of nodes) {
      expect(node.parentId === undefined || seen.has(node.parentId)).toBe(true);
      seen.add(node.id);
    }
    const card = byId(nodes).get(web);
    expect(card).toMatchObject({ type: 'card', parentId: keyOf(design, 'a'), position: { x: 12, y: 42 }, width: 166, height: 54 });
    expect(card?.measured).toEqual({ width: 166, height: 54 });
  });

  test('lets the pointer through the inside of boxes that are not selected', () => {
    const subnet = keyOf(design, 'a');
    const project = createProjector();
    const scene = describeScene(design);
    expect(byId(project(scene, AT_REST)).get(subnet)?.style).toEqual({ pointerEvents: 'none' });
    expect(byId(project(scene, { ...AT_REST, selected: new Set([subnet]) })).get(subnet)?.style).toBeUndefined();
    expect(byId(project(scene, AT_REST)).get(web)?.style).toBeUndefined();
  });

  test('dims cards that are off the path and leaves boxes as they are', () => {
    const igw = keyOf(design, 'igw');
    const nodes = byId(createProjector()(describeScene(design), { ...AT_REST, onPath: new Set([web, igw]) }));
    const roleOf = (name: string): unknown => nodes.get(keyOf(design, name))?.data.role;
    expect([roleOf('web'), roleOf('igw'), roleOf('db'), roleOf('b'), roleOf('app')]).toEqual(['onPath', 'onPath', 'offPath', 'plain', 'plain']);
  });

  test('keeps the objects of nodes that look as before', () => {
    const project = createProjector();
    const before = byId(project(describeScene(design), AT_REST));
    const after = byId(project(describeScene(moved(design, web)), AT_REST));
    expect(after.get(web)).not.toBe(before.get(web));
    expect(after.get(web)?.position).toEqual({ x: 99, y: 77 });
    expect(after.get(keyOf(design, 'db'))).toBe(before.get(keyOf(design, 'db')));
    const selected = byId(project(describeScene(moved(design, web)), { ...AT_REST, selected: new Set([web]) }));
    expect([...selected.keys()].filter((key) => selected.get(key) !== after.get(key))).toEqual([web]);
  });
});
