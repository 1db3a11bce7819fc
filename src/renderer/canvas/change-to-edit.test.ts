import { describeScene } from '@core/drawing/describe-scene.ts';
import type { EditResult } from '@core/editing/edit-result.ts';
import type { Design } from '@core/model/design.ts';
import { asResourceId } from '@core/model/ids.ts';
import { applyPatch } from '@core/patch/apply-patch.ts';
import { describe, expect, test } from 'vitest';
import { drawSmallNetwork, keyOf, repeatableRandom } from '../testing/draw-design.ts';
import type { CanvasPoint } from './canvas-port.ts';
import { dropToEdit, judgeMove, resizeToEdit, type Drop } from './change-to-edit.ts';

const design = drawSmallNetwork();
const scene = describeScene(design);
const key = (name: string): string => keyOf(design, name);

const drop = (names: Readonly<Record<string, CanvasPoint>>, container: string | undefined): Drop => ({
  moved: new Map(Object.entries(names).map(([name, place]) => [key(name), place])),
  container: container === undefined ? undefined : key(container),
});
const edit = (given: Drop): EditResult => dropToEdit(design, scene, { drop: given, random: repeatableRandom() });

function after(result: EditResult): Design {
  if (!result.ok) throw new Error(result.refused);
  const applied = applyPatch(design, result.patch);
  if (!applied.ok) throw new Error(applied.problem);
  return applied.document;
}

const placeOf = (name: string): CanvasPoint => {
  const place = scene.byKey.get(key(name))?.place;
  if (!place) throw new Error(`${name} is on the canvas.`);
  return place;
};

describe('a drop', () => {
  test('in the same container is a place, relative to it', () => {
    const { x, y } = placeOf('a');
    const result = edit(drop({ web: { x: x + 20, y: y + 50 } }, 'a'));
    const changed = after(result);
    expect(changed.layout[key('web')]).toMatchObject({ x: 20, y: 50 });
    expect(changed.resources).toBe(design.resources);
    expect(result).toMatchObject({ said: 'Move web' });
  });

  test('in another subnet gives the instance an address there', () => {
    const result = edit(drop({ web: placeOf('b') }, 'b'));
    const changed = after(result);
    const interfaces = Object.values(changed.resources).filter(
      (resource) => resource.kind === 'network-interface' && resource.attachment?.resource === key('web'),
    );
    expect(interfaces).toMatchObject([{ subnet: key('b') }]);
    expect(describeScene(changed).byKey.get(key('web'))?.parent).toBe(key('b'));
  });

  test('is said before it is done, in the words of the edit', () => {
    const given = drop({ web: placeOf('b') }, 'b');
    const judgement = judgeMove(design, scene, { drop: given, random: repeatableRandom() });
    const result = edit(given);
    expect(judgement).toEqual({ ok: true, effect: result.ok && result.said });
    expect(judgeMove(design, scene, { drop: drop({ web: placeOf('a') }, 'a'), random: repeatableRandom() })).toBeUndefined();
  });

  test('that is refused for one of several changes nothing, and says why', () => {
    const result = edit(drop({ web: placeOf('b'), igw: placeOf('b') }, 'b'));
    expect(result).toMatchObject({ ok: false, refused: 'An internet gateway attaches to a VPC, not to subnet b.' });
  });

  test('of a box takes what stands in it along, though both are taken hold of', () => {
    const { x, y } = placeOf('app');
    const changed = after(edit(drop({ a: { x: x + 40, y: y + 60 }, web: { x: 0, y: 0 } }, `zone:${key('app')}:us-east-1a`)));
    expect(changed.layout[key('web')]).toEqual(design.layout[key('web')]);
  });

  test('of a gateway beside its VPC leaves it attached', () => {
    const changed = after(edit(drop({ igw: { x: placeOf('app').x - 60, y: placeOf('app').y + 80 } }, 'us-east-1')));
    expect(changed.resources[asResourceId(key('igw'))]).toMatchObject({ vpc: key('app') });
  });

  test('of a zone into another container is refused with a way out', () => {
    const zone = `zone:${key('app')}:us-east-1a`;
    const result = edit({ moved: new Map([[zone, { x: 0, y: 0 }]]), container: key('us-east-1') });
    expect(result).toEqual({ ok: false, refused: 'Availability Zone us-east-1a is part of its VPC; move its subnets instead.' });
  });
});

describe('a resize', () => {
  test('by the lower right corner changes the size alone', () => {
    const box = scene.byKey.get(key('a'))?.box;
    if (!box) throw new Error('The subnet is on the canvas.');
    const changed = after(resizeToEdit(design, key('a'), { ...box, width: 400, height: 300 }));
    expect(changed.layout[key('a')]).toMatchObject({ x: box.x, y: box.y, width: 400, height: 300 });
    expect(changed.layout[key('web')]).toEqual(design.layout[key('web')]);
  });

  test('by the upper left corner leaves the contents where they are on the canvas', () => {
    const before = placeOf('web');
    const box = scene.byKey.get(key('app'))?.box;
    if (!box) throw new Error('The VPC is on the canvas.');
    const changed = after(resizeToEdit(design, key('app'), { x: box.x - 30, y: box.y - 20, width: box.width + 30, height: box.height + 20 }));
    const moved = describeScene(changed).byKey.get(key('web'))?.place;
    const region = describeScene(changed).byKey.get(key('us-east-1'))?.place;
    expect(moved && region && { x: moved.x - region.x, y: moved.y - region.y }).toMatchObject({
      x: before.x - placeOf('us-east-1').x + Math.max(0, 14 - (box.x - 30)),
      y: before.y - placeOf('us-east-1').y + Math.max(0, 30 - (box.y - 20)),
    });
  });
});
