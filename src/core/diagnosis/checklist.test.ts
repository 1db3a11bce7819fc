import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stepIds } from '../findings/diagnosis.ts';
import { checklist, describeSteps } from './checklist.ts';

const HERE = import.meta.dirname;
const isCheckFile = (name: string): boolean => name.endsWith('.ts') && !name.endsWith('.test.ts');
const page = readFileSync(join(HERE, '../../../docs/steps.md'), 'utf8');

describe('the ten steps', () => {
  test('are a file each, and no file is left over', () => {
    const files = readdirSync(join(HERE, 'checks')).filter(isCheckFile).map((name) => name.replace(/\.ts$/, ''));
    expect(checklist.map(({ id }) => id).sort()).toEqual([...files].sort());
  });

  test('are those the answers speak of, in the same order', () => {
    expect(checklist.map(({ id }) => id)).toEqual([...stepIds]);
  });

  test('have different titles and questions', () => {
    expect(new Set(checklist.map(({ title }) => title)).size).toBe(checklist.length);
    expect(new Set(checklist.map(({ question }) => question)).size).toBe(checklist.length);
  });

  test.each(describeSteps().map((step) => [step.id, step] as const))('%s has a title, a question, an explanation and its part of the page', (_id, { number, title, question, explanation }) => {
    expect(title).toMatch(/^[A-Z]\S/);
    expect(question).toMatch(/^[A-Z].{10,}\?$/);
    expect(explanation).toMatch(/^\S.{60,}\.$/s);
    const [, part = ''] = page.split(`\n## ${number} ${title}\n`);
    expect(part).toContain(question);
  });
});
