import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Reply } from '@core/api/vocabulary.ts';
import { openPictureStamps, pathBeside, writePictureBeside, type PictureStamps } from './picture-beside.ts';

let folder = '';
let stamps: PictureStamps;
let asked: string[] = [];
let agrees = false;

const start = (): PictureStamps => openPictureStamps(join(folder, 'own', 'pictures.json'), () => undefined);
const at = (name: string): string => join(folder, name);
const put = (name: string, content: string): Promise<void> => writeFile(at(name), content);
const text = (name: string): Promise<string> => readFile(at(name), 'utf8');
const confirmReplace = (name: string): Promise<boolean> => {
  asked.push(name);
  return Promise.resolve(agrees);
};
const write = (content: string, kind: 'png' | 'svg' = 'svg'): Promise<Reply<string | null>> => writePictureBeside({ document: at('plan.vpc.json'), kind, content }, { stamps, confirmReplace });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reachable-pictures-'));
  [stamps, asked, agrees] = [start(), [], false];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test.each<['png' | 'svg', string]>([
  ['png', 'plan.vpc.png'],
  ['svg', 'plan.svg'],
])('a picture as %s is named after the design', async (kind, name) => {
  expect(await write('drawn', kind)).toEqual({ ok: true, value: name });
  expect(await text(name)).toBe('drawn');
});

test('a file of another program is kept unless the person agrees', async () => {
  await put('plan.svg', 'drawn by hand');
  expect(await write('drawn')).toEqual({ ok: true, value: null });
  expect([await text('plan.svg'), asked]).toEqual(['drawn by hand', ['plan.svg']]);
  agrees = true;
  expect(await write('drawn')).toEqual({ ok: true, value: 'plan.svg' });
  expect(await text('plan.svg')).toBe('drawn');
});

test('our own is replaced without a question, also after a restart, until somebody else writes it', async () => {
  await write('one');
  stamps = start();
  expect(await write('two')).toEqual({ ok: true, value: 'plan.svg' });
  expect([await text('plan.svg'), asked]).toEqual(['two', []]);
  await put('plan.svg', 'changed elsewhere');
  expect(await write('three')).toEqual({ ok: true, value: null });
  expect([await text('plan.svg'), asked]).toEqual(['changed elsewhere', ['plan.svg']]);
});

test('a folder that takes no file is said', async () => {
  const reply = await writePictureBeside({ document: join(folder, 'gone', 'plan.vpc.json'), kind: 'svg', content: 'drawn' }, { stamps, confirmReplace });
  expect(reply).toMatchObject({ ok: false, problem: { message: expect.stringContaining('plan.svg') as string } });
});

test.each<[string, 'png' | 'svg', string]>([
  ['/designs/plan.vpc.json', 'png', '/designs/plan.vpc.png'],
  ['/designs/plan.vpc.png', 'png', '/designs/plan-picture.vpc.png'],
  ['/designs/Plan.JSON', 'svg', '/designs/Plan.svg'],
  ['/designs/plan', 'svg', '/designs/plan.svg'],
])('the picture of %s as %s is %s', (document, kind, beside) => {
  expect(pathBeside(document, kind)).toBe(beside);
});
