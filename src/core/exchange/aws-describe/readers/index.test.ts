import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { joins } from '../joins/index.ts';
import { readers } from './index.ts';

const filesIn = (folder: string): string[] =>
  readdirSync(fileURLToPath(new URL(folder, import.meta.url))).filter((name) => name !== 'index.ts' && !name.endsWith('.test.ts'));

describe('the list of readers', () => {
  test('has every file once', () => {
    const imported = readFileSync(fileURLToPath(new URL('./index.ts', import.meta.url)), 'utf8');
    expect(filesIn('.').filter((name) => !imported.includes(`from './${name}'`))).toEqual([]);
    expect(readers).toHaveLength(filesIn('.').length);
    expect(new Set(readers).size).toBe(readers.length);
  });

  test('has every top-level key once', () => {
    const keys = readers.flatMap(({ key, otherKeys }) => [key, ...otherKeys]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test.each(readers.map((reader) => [reader.key, reader] as const))('%s says which call prints it and how it is counted', (_, { call, nouns }) => {
    expect(call).toMatch(/^[a-z0-9]+ (?:describe|get|list|search)-[a-z0-9-]+$/);
    expect(nouns.one).not.toBe(nouns.many);
  });
});

test('the list of joins has every file', () => {
  expect(joins.length).toBe(filesIn('../joins').length + 1); // nameRegionOwners lies with the Regions
});
