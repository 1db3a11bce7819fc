import { describe, expect, test } from 'vitest';
import { drawSmallNetwork, keyOf } from '../testing/draw-design.ts';
import { listTakers } from './list-takers.ts';
import { outermostKeys } from './outermost-keys.ts';
import { listOutlineRows } from './outline-rows.ts';

const design = drawSmallNetwork();
const rows = listOutlineRows({ design, facts: {}, folded: new Set() });
const find = (names: readonly string[], typed = '', now: () => number = () => 0) => listTakers({ design, keys: names.map((name) => keyOf(design, name)), rows, typed, now });
const words = ({ sections }: ReturnType<typeof find>) => sections.map(({ title, choices }) => [title, ...choices.map(({ label, sentence }) => `${label}: ${sentence ?? ''}`)]);

describe('where a resource may be moved to', () => {
  test('is said with what it would do', () => {
    expect(words(find(['web']))).toEqual([['Possible', 'b: Put web in b as 10.0.1.5']]);
    expect(words(find(['igw']))).toEqual([['Possible', 'us-east-1: Detach igw from app', 'Canvas: Detach igw from app']]);
  });

  test('is found by name, and what does not take it says why', () => {
    expect(words(find(['web'], 'app'))).toEqual([['Not possible', expect.stringMatching(/^app: An instance runs in a subnet, not in VPC app\.$/), expect.any(String), expect.any(String), expect.any(String)]]);
  });

  test('is told in part when it takes long', () => {
    let time = 0;
    const slow = find(['web'], '', () => (time += 200));
    expect(slow.isWhole).toBe(false);
    expect(find(['web']).isWhole).toBe(true);
  });
});

test('what stands in another one that is moved goes along with it', () => {
  const keys = ['a', 'web', 'db'].map((name) => keyOf(design, name));
  expect(outermostKeys(design, keys)).toEqual([keyOf(design, 'a'), keyOf(design, 'db')]);
});
