import { expect, test } from 'vitest';
import { seedOfCommit } from './law-seed.ts';

test.each([
  ['00000003ffff', 1],
  ['ffffffff0000', 2 ** 31 - 1],
  ['7bca9c6d00', 0x3de54e36],
])('commit %s gives seed %d', (commit, seed) => {
  expect(seedOfCommit(commit)).toBe(seed);
});

test.each(['', 'main', '7BCA9C6D', '1234567'])('%j is refused', (commit) => {
  expect(() => seedOfCommit(commit)).toThrow('is no hash of a commit');
});
