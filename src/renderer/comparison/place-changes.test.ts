import { describeScene } from '@core/drawing/describe-scene.ts';
import type { ResourceChange } from '@core/findings/comparison.ts';
import type { Design } from '@core/model/design.ts';
import type { Resource } from '@core/model/resources/index.ts';
import { openTemplate } from '@core/templates/index.ts';
import { expect, test } from 'vitest';
import { drawDesign } from '../testing/draw-design.ts';
import { placeChanges, type PlacedChanges } from './place-changes.ts';

const design = drawDesign([
  ['region', 'us-east-1'],
  ['vpc', 'shop', 'us-east-1'],
  ['subnet', 'app-a', 'shop'],
  ['instance', 'web-1', 'app-a'],
  ['instance', 'web-2', 'app-a'],
]);
const idOf = (name: string): string => Object.entries(design.resources).find(([, resource]) => resource.name === name)?.[0] ?? '';
const interfaceOf = (name: string): string =>
  Object.entries(design.resources).find(([, resource]) => resource.kind === 'network-interface' && resource.attachment?.resource === idOf(name))?.[0] ?? '';

const without = (...ids: readonly string[]): Design => ({ ...design, resources: Object.fromEntries(Object.entries(design.resources).filter(([id]) => !ids.includes(id))) });
const scene = (shown: Design) => describeScene(shown, { facts: {}, findings: [] });

const changeOf = (change: ResourceChange['change'], id: string): ResourceChange => {
  const resource = design.resources[id as keyof Design['resources']] as Resource;
  return { change, resource: id as ResourceChange['resource'], kind: resource.kind, name: resource.name, fields: [] };
};

function place(before: Design, after: Design, ...resources: readonly ResourceChange[]): PlacedChanges {
  return placeChanges({ design: after, scene: scene(after), before, sceneBefore: scene(before), resources });
}

const [web2, eni2] = [idOf('web-2'), interfaceOf('web-2')];

test.each<[string, readonly ResourceChange[], readonly [string, string][]]>([
  ['a node of its own', [changeOf('changed', web2)], [[web2, 'changed']]],
  ['an interface shows at its instance', [changeOf('changed', eni2)], [[web2, 'changed']]],
  ['an instance that is new with its interface is new', [changeOf('added', web2), changeOf('added', eni2)], [[web2, 'added']]],
  ['whatever their order', [changeOf('added', eni2), changeOf('added', web2)], [[web2, 'added']]],
  ['what has no node has no mark', Object.entries(design.resources).flatMap(([id, { kind }]) => (kind === 'security-group' ? [changeOf('changed', id)] : [])), []],
])('marks: %s', (_name, changes, expected) => {
  const { marks, ghosts } = place(design, design, ...changes);
  expect(marks.map(({ key, change }) => [key, change])).toEqual(expected);
  expect(ghosts).toEqual([]);
});

test('the standby of a database that is new is new too', () => {
  const opened = openTemplate({ id: 'three-tiers' });
  if (!opened.ok) throw new Error(opened.problem.message);
  const after = opened.value;
  const [database = ''] = Object.entries(after.resources).flatMap(([id, { kind }]) => (kind === 'db-instance' ? [id] : []));
  const isNew = ([id, resource]: readonly [string, Resource]): boolean => id === database || (resource.kind === 'network-interface' && resource.attachment?.resource === database);
  const before: Design = { ...after, resources: Object.fromEntries(Object.entries(after.resources).filter((entry) => !isNew(entry))) };
  const resources = Object.entries(after.resources).filter(isNew).map(([id, { kind, name }]) => ({ change: 'added' as const, resource: id as ResourceChange['resource'], kind, name, fields: [] }));
  const { marks } = place(before, after, ...resources);
  expect(marks.map(({ key, change }) => [key, change]).sort()).toEqual([[database, 'added'], [`standby:${database}`, 'added']]);
});

test('a mark stands where its node stands', () => {
  const [mark] = place(design, design, changeOf('changed', web2)).marks;
  expect(mark?.place).toEqual(scene(design).byKey.get(web2)?.place);
});

test('what is gone is an outline at its old place, and its interface nothing of its own', () => {
  const { marks, ghosts } = place(design, without(web2, eni2), changeOf('removed', web2), changeOf('removed', eni2));
  expect(marks).toEqual([]);
  expect(ghosts).toEqual([{ key: web2, name: 'web-2', shape: 'card', place: scene(design).byKey.get(web2)?.place }]);
});

test('an outline moves with its container', () => {
  const moved: Design = { ...without(web2, eni2), layout: { ...design.layout, [idOf('us-east-1')]: { x: 1000, y: 500 } } };
  const xOf = (shown: Design, key: string): number => scene(shown).byKey.get(key)?.place.x ?? 0;
  const subnet = idOf('app-a');
  const [ghost] = place(design, moved, changeOf('removed', web2)).ghosts;
  expect(xOf(moved, subnet)).not.toBe(xOf(design, subnet));
  expect((ghost?.place.x ?? 0) - xOf(moved, subnet)).toBe(xOf(design, web2) - xOf(design, subnet));
});

test('two designs that share no node have no outlines', () => {
  const other = drawDesign([['client', 'laptop']]);
  expect(place(design, other, changeOf('removed', web2)).ghosts).toEqual([]);
});
