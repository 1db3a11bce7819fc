import { expect, test } from 'vitest';
import { createCloseGuard, type CloseGuard } from './close-guard.ts';

function open(): { readonly guard: CloseGuard; readonly told: string[] } {
  const told: string[] = [];
  const guard = createCloseGuard({ ask: () => void told.push('ask'), close: () => void told.push('close'), stay: () => void told.push('stay') });
  return { guard, told };
}

test('without unsaved changes the window closes', () => {
  const { guard, told } = open();
  expect(guard.mayClose()).toBe(true);
  guard.setEdited(true);
  guard.setEdited(false);
  expect(guard.mayClose()).toBe(true);
  expect(told).toEqual([]);
});

test('with unsaved changes the page is asked each time until it agrees', () => {
  const { guard, told } = open();
  guard.setEdited(true);
  expect(guard.mayClose()).toBe(false);
  guard.answer(false);
  expect(guard.mayClose()).toBe(false);
  guard.answer(true);
  expect(guard.mayClose()).toBe(true);
  expect(told).toEqual(['ask', 'stay', 'ask', 'close']);
});

test('a page that is gone cannot keep the window open', () => {
  const { guard, told } = open();
  guard.setEdited(true);
  guard.giveUp();
  expect(guard.mayClose()).toBe(true);
  expect(told).toEqual([]);
});
