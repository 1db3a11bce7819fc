import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { createMemoryIo } from '../../src/cli/testing/memory-io.ts';
import { projectPath } from '../build-settings.ts';
import type { Ran } from './examples-in-text.ts';
import { openExampleFolder, pagesWithExamples, refreshPage } from './pages-with-examples.ts';

const before = process.cwd();
let opened: ReturnType<typeof openExampleFolder>;
beforeEach(() => {
  opened = openExampleFolder();
  // The examples name files as a person in that folder would.
  process.chdir(opened.folder);
});
afterEach(() => {
  process.chdir(before);
  opened.remove();
});

async function runHere(argv: readonly string[]): Promise<Ran> {
  const io = createMemoryIo();
  const code = await run(argv, io);
  return { code, out: io.out(), error: io.error() };
}

// A page that is not what its commands print: npm run docs
test.each([...pagesWithExamples.keys()])('every example of %s prints what stands there', { timeout: 30_000 }, async (page) => {
  expect(readFileSync(projectPath(page), 'utf8')).toBe(await refreshPage(page, { folder: opened.folder, run: runHere }));
});
