import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveFolder, type ServedFolder } from './serve-folder.ts';

const base = mkdtempSync(join(tmpdir(), 'reachable-serve-'));
const folder = join(base, 'web');
let served: ServedFolder;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(base, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets', 'page.js'), 'export {};');
  served = await serveFolder(folder);
});

afterAll(async () => {
  await served.close();
  rmSync(base, { recursive: true });
});

describe('serveFolder', () => {
  test.each([
    ['', 200, 'text/html; charset=utf-8'],
    ['index.html?x=1', 200, 'text/html; charset=utf-8'],
    ['assets/page.js', 200, 'text/javascript; charset=utf-8'],
    ['missing.js', 404, 'text/plain'],
    ['..%2fsecret.txt', 400, 'text/plain'],
    ['/elsewhere/index.html', 400, 'text/plain'],
  ])('answers %j with %i %s', async (path, status, type) => {
    const response = await fetch(served.address + path);
    expect([response.status, response.headers.get('content-type')]).toEqual([status, type]);
  });

  test('sends a policy that lets nothing in from elsewhere', async () => {
    const { headers } = await fetch(served.address);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('listens on this machine alone, on another port when its own is taken', async () => {
    const port = Number(new URL(served.address).port);
    const second = await serveFolder(folder, port);
    expect(new URL(second.address).hostname).toBe('127.0.0.1');
    expect(second.address).not.toBe(served.address);
    await second.close();
  });
});
