import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { toFileName, withExtension } from './extensions.ts';
import { createStartFiles, findStartFile } from './start-files.ts';

test.each<[string, string[], string | undefined]>([
  ['packaged', ['/opt/reachable', 'plan.vpc.json'], 'plan.vpc.json'],
  ['from its folder', ['electron', '.', 'plan.vpc.png'], 'plan.vpc.png'],
  ['with switches', ['electron', '--no-sandbox', '.', 'PLAN.JSON', '--lang=de'], 'PLAN.JSON'],
  ['with a loader of a test', ['electron', '-r', '/x/loader.js', '.'], undefined],
  ['with nothing', ['/opt/reachable'], undefined],
])('the file on the command line, %s', (_name, argv, file) => {
  expect(findStartFile(argv, '/home/a')).toBe(file === undefined ? undefined : resolve('/home/a', file));
});

test('files wait for the page, then go to it as they come', () => {
  const opened: string[] = [];
  const files = createStartFiles('a', (path) => void opened.push(path));
  files.add('b');
  expect(files.take()).toBe('b');
  expect(files.take()).toBeUndefined();
  files.add('c');
  expect(opened).toEqual(['c']);
  files.wait();
  files.add('d');
  expect(opened).toEqual(['c']);
  expect(files.take()).toBe('d');
});

test.each([
  ['/x/plan', 'design', '/x/plan.vpc.json'],
  ['/x/plan.vpc.json', 'design', '/x/plan.vpc.json'],
  ['/x/plan.JSON', 'design', '/x/plan.JSON'],
  ['/x/plan.svg', 'png', '/x/plan.svg.vpc.png'],
  ['/x.svg/plan', 'svg', '/x.svg/plan.svg'],
  ['/x/plan.yml', 'cloudformation', '/x/plan.yml'],
] as const)('%s as %s is %s', (path, kind, expected) => {
  expect(withExtension(path, kind)).toBe(expected);
});

test.each([
  ['a/b\\c:d', 'a-b-c-d'],
  ['  ..plan..  ', 'plan'],
  ['..', 'untitled'],
  ['Büro → Köln', 'Büro → Köln'],
  ['x'.repeat(500), 'x'.repeat(120)],
])('the name %s is written as %s', (name, expected) => {
  expect(toFileName(name)).toBe(expected);
});
