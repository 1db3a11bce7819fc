import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDrafts } from './drafts.ts';
import { openSettings, openWindowBounds } from '../settings.ts';
import { openJsonStore } from './json-store.ts';
import { z } from 'zod';

let folder = '';
let notes: string[] = [];
const note = (sentence: string): void => void notes.push(sentence);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reachable-store-'));
  notes = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test.each([
  ['no JSON', '{"theme": "da'],
  ['another shape', '{"theme": "purple", "panes": {}}'],
  ['a list', '[]'],
  ['nothing', ''],
  ['null', 'null'],
  ['panes that are objects', '{"theme": "dark", "panes": {"left": {"__proto__": 1}}}'],
])('settings that hold %s are set aside, and the program goes on', async (_name, text) => {
  const path = join(folder, 'settings.json');
  await writeFile(path, text);
  const settings = openSettings(path, note);
  expect(await settings.read()).toBeUndefined();
  expect(await readdir(folder)).toEqual(['settings.json.bad']);
  expect(await readFile(`${path}.bad`, 'utf8')).toBe(text);
  expect(notes).toHaveLength(1);
  await settings.write({ theme: 'dark', panes: { left: 236 } });
  expect(await settings.read()).toEqual({ theme: 'dark', panes: { left: 236 } });
});

test.each([
  ['drafts', openDrafts],
  ['window bounds', openWindowBounds],
] as const)('%s that cannot be understood are set aside too', async (_name, open) => {
  const path = join(folder, 'store.json');
  await writeFile(path, '{"text": 1}');
  expect(await open(path, note).read()).toBeUndefined();
  expect(await readdir(folder)).toEqual(['store.json.bad']);
});

test('nothing stored is nothing, without a word', async () => {
  expect(await openSettings(join(folder, 'settings.json'), note).read()).toBeUndefined();
  expect(notes).toEqual([]);
});

test('a folder in the place of the file is said in the log and stops nothing', async () => {
  await mkdir(join(folder, 'settings.json'));
  const settings = openSettings(join(folder, 'settings.json'), note);
  expect(await settings.read()).toBeUndefined();
  expect(await settings.write({ theme: 'dark', panes: {} })).toMatchObject({ ok: false });
  expect(notes).toHaveLength(2);
});

test('changes at the same time are all kept', async () => {
  const store = openJsonStore(join(folder, 'list.json'), z.array(z.number()), note);
  await Promise.all(Array.from({ length: 20 }, (_, index) => store.update((list = []) => [...list, index])));
  expect((await store.read())?.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index));
});
