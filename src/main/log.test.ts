import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLog } from './log.ts';

test('a note is a line in the log of that folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'reachable-log-'));
  const note = openLog(join(folder, 'logs'));
  note('The page is gone: crashed.');
  expect(await readFile(join(folder, 'logs', 'main.log'), 'utf8')).toMatch(/^\[[^\]]+\] \[info\] +The page is gone: crashed\.\n$/);
  await rm(folder, { recursive: true });
});
