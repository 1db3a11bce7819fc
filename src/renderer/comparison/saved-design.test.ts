import { addPart } from '@core/editing/add-part.ts';
import { emptyDesign } from '@core/model/design.ts';
import type { DocumentFile, FileToken } from '@shared/contract.ts';
import { expect, test } from 'vitest';
import { createAppStore, type AppStore } from '../store/create-store.ts';
import { positionOf } from '../store/history.ts';
import { repeatableRandom } from '../testing/draw-design.ts';
import { silentHost } from '../testing/silent-host.ts';
import { findSavedDesign, hasOtherSavedDesign } from './saved-design.ts';

const file: DocumentFile = { token: 'token' as FileToken, name: 'plan.vpc.json', location: '', writable: true };

function openStore(document: DocumentFile | null): AppStore {
  const store = createAppStore({ host: silentHost(), random: repeatableRandom(), now: () => 0 });
  store.replaceDesign(emptyDesign('plan'));
  store.markOpened(document, true);
  return store;
}

const addRegion = (store: AppStore): void => void store.edit((design, random) => addPart(design, { part: 'region', random }));

test('after edits it is the design as it was opened', () => {
  const store = openStore(file);
  const opened = store.getState().design;
  addRegion(store);
  addRegion(store);
  expect(hasOtherSavedDesign(store.getState())).toBe(true);
  expect(findSavedDesign(store.getState())).toEqual(opened);
});

test('after saving and edits it is the design as it was saved', () => {
  const store = openStore(file);
  addRegion(store);
  const saved = store.getState().design;
  store.markSaved(file, positionOf(store.getState().history));
  expect(hasOtherSavedDesign(store.getState())).toBe(false);
  addRegion(store);
  expect(findSavedDesign(store.getState())).toEqual(saved);
});

test('where more was undone than was saved, it is done again', () => {
  const store = openStore(file);
  addRegion(store);
  addRegion(store);
  const saved = store.getState().design;
  store.markSaved(file, positionOf(store.getState().history));
  store.undo();
  store.undo();
  expect(findSavedDesign(store.getState())).toEqual(saved);
});

test('it is not known once another edit stands in the place of what was saved', () => {
  const store = openStore(file);
  addRegion(store);
  store.markSaved(file, positionOf(store.getState().history));
  store.undo();
  addRegion(store);
  expect(findSavedDesign(store.getState())).toBeUndefined();
});

test('a design without a file has no saved version', () => {
  const store = openStore(null);
  addRegion(store);
  expect(hasOtherSavedDesign(store.getState())).toBe(false);
  expect(findSavedDesign(store.getState())).toBeUndefined();
});
