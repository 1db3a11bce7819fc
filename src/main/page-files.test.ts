import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isOwnPage, mayLoad } from './page-address.ts';
import { answerPage } from './page-files.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reachable-page-'));
  await mkdir(join(folder, 'renderer', 'assets'), { recursive: true });
  await mkdir(join(folder, 'renderer-secret'));
  await writeFile(join(folder, 'renderer', 'index.html'), '<!doctype html>');
  await writeFile(join(folder, 'renderer', 'assets', 'a b.js'), 'export {};');
  await writeFile(join(folder, 'renderer-secret', 'key.txt'), 'secret');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each([
  ['app://reachable/', 200, 'text/html; charset=utf-8'],
  ['app://reachable/index.html?theme=dark#x', 200, 'text/html; charset=utf-8'],
  ['app://reachable/assets/a%20b.js', 200, 'text/javascript; charset=utf-8'],
  ['app://reachable/gone.js', 404, 'text/plain'],
  ['app://reachable/assets', 404, 'text/plain'],
  ['app://elsewhere/index.html', 400, 'text/plain'],
  ['app://reachable/..%2frenderer-secret%2fkey.txt', 400, 'text/plain'],
  ['app://reachable/%2e%2e/renderer-secret/key.txt', 404, 'text/plain'],
  ['app://reachable/..%5crenderer-secret%5ckey.txt', 400, 'text/plain'],
  ['app://reachable/index.html%00.js', 400, 'text/plain'],
  ['app://reachable/%', 400, 'text/plain'],
  ['nonsense', 400, 'text/plain'],
])('%s is answered with %s', async (address, status, type) => {
  const answer = await answerPage(address, join(folder, 'renderer'));
  expect(answer.status).toBe(status);
  expect(answer.headers['content-type']).toBe(type);
  expect(Buffer.from(answer.body).toString()).not.toContain('secret');
});

test('the page comes with a policy that allows no other origin and no inline script', async () => {
  const { headers } = await answerPage('app://reachable/', join(folder, 'renderer'));
  const policy = headers['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
});

test.each([
  ['app://reachable/index.html', undefined, true],
  ['app://reachable.evil/index.html', undefined, false],
  ['app://reachable@evil/', undefined, false],
  ['file:///etc/passwd', undefined, false],
  ['http://localhost:5173/', undefined, false],
  ['http://localhost:5173/x', 'http://localhost:5173', true],
  ['http://localhost:5174/', 'http://localhost:5173', false],
])('%s is our own page (development server %s): %s', (address, server, expected) => {
  expect(isOwnPage(address, server)).toBe(expected);
});

test.each([
  ['app://reachable/x.js', undefined, true],
  ['data:image/svg+xml,x', undefined, true],
  ['blob:app://reachable/1', undefined, true],
  ['https://example.com/', undefined, false],
  ['wss://example.com/', undefined, false],
  ['file:///etc/passwd', undefined, false],
  ['ws://localhost:5173/', 'http://localhost:5173', true],
])('%s may be loaded (development server %s): %s', (address, server, expected) => {
  expect(mayLoad(address, server)).toBe(expected);
});
