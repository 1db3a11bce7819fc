import { addPart } from '@core/editing/add-part.ts';
import type { Comparison } from '@core/findings/comparison.ts';
import { emptyDesign, type Design } from '@core/model/design.ts';
import { fail, succeed, type Reply } from '@core/model/reply.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { repeatableRandom } from '../testing/draw-design.ts';
import { silentHost } from '../testing/silent-host.ts';
import { countChanges, isComparing } from './comparison-slice.ts';
import { createAppStore, type AppStore } from './create-store.ts';

const nothing: Comparison = { design: [], resources: [], opens: [], closes: [], findings: { appeared: [], resolved: [] }, expectations: [], notes: [] };
const base = { design: emptyDesign('old'), name: 'old.vpc.json' };

let asked: { readonly before: Design; readonly after: Design }[] = [];
let reply: Reply<Comparison> = succeed(nothing);

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  reply = succeed(nothing);
});
afterEach(() => void vi.useRealTimers());

function openStore(): AppStore {
  const compare = (request: (typeof asked)[number]): Promise<Reply<Comparison>> => {
    asked.push(request);
    return Promise.resolve(reply);
  };
  return createAppStore({ host: silentHost({ compare }), random: repeatableRandom(), now: () => 0 });
}

const addRegion = (store: AppStore): void => void store.edit((design, random) => addPart(design, { part: 'region', random }));
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(1000);

test('the tab opens and the design is compared at once', async () => {
  const store = openStore();
  store.compareWith(base);
  await vi.advanceTimersByTimeAsync(0);
  expect(store.getState().workspace).toMatchObject({ dockTab: 'changes', openTabs: ['changes'] });
  expect(asked).toEqual([{ before: base.design, after: store.getState().design }]);
  expect(store.getState().comparison.value).toBe(nothing);
  expect(store.getState().notices.announcement.sentence).toBe('Compared with old.vpc.json: no resource differs.');
});

test('edits in a row are compared once, when the person rests', async () => {
  const store = openStore();
  store.compareWith(base);
  await settle();
  for (let count = 0; count < 5; count += 1) addRegion(store);
  expect(asked).toHaveLength(1);
  await settle();
  expect(asked).toHaveLength(2);
  expect(asked[1]?.after).toBe(store.getState().design);
});

test('where comparing takes long, an edit only marks it as old', async () => {
  let time = 0;
  const compare = (): Promise<Reply<Comparison>> => {
    time += 2000;
    asked.push({ before: base.design, after: base.design });
    return Promise.resolve(reply);
  };
  const store = createAppStore({ host: silentHost({ compare }), random: repeatableRandom(), now: () => time });
  store.compareWith(base);
  await settle();
  addRegion(store);
  await settle();
  expect([asked.length, store.getState().comparison.isStale]).toEqual([1, true]);
  store.compareAgain();
  await settle();
  expect([asked.length, store.getState().comparison.isStale]).toEqual([2, false]);
});

test('without a comparison nothing is asked', async () => {
  const store = openStore();
  addRegion(store);
  await settle();
  expect(asked).toEqual([]);
});

test('closing the tab ends it', async () => {
  const store = openStore();
  store.compareWith(base);
  await settle();
  store.closeDockTab('changes');
  addRegion(store);
  await settle();
  expect([isComparing(store.getState()), store.getState().comparison.value, asked.length]).toEqual([false, null, 1]);
});

test('another document ends it', async () => {
  const store = openStore();
  store.compareWith(base);
  await settle();
  store.replaceDesign(emptyDesign('other'));
  expect(isComparing(store.getState())).toBe(false);
});

test('an answer about another version than the one asked for is dropped', async () => {
  const store = openStore();
  store.compareWith(base);
  store.compareWith({ ...base, name: 'other.vpc.json' });
  store.closeDockTab('changes');
  await settle();
  expect(store.getState().comparison.value).toBeNull();
});

test('what goes wrong is said', async () => {
  reply = fail('The design cannot be read.');
  const store = openStore();
  store.compareWith(base);
  await settle();
  expect(store.getState().comparison.problem).toBe('The design cannot be read.');
});

test('changes are counted by what they are', () => {
  const change = (kind: 'added' | 'changed'): Comparison['resources'][number] => ({ change: kind, resource: 'vpc-1' as never, kind: 'vpc', name: 'a', fields: [] });
  expect(countChanges({ ...nothing, resources: [change('added'), change('changed'), change('changed')] })).toBe('1 added, 2 changed');
});
