import { sampleDesign } from '@core/editing/designs-for-tests.ts';
import { anyEditStep, makeEdit } from '@core/editing/edits-for-tests.ts';
import { repeatableNumbers } from '@core/editing/repeatable-numbers.ts';
import { succeed } from '@core/model/reply.ts';
import { writeDesign } from '@core/model/write-design.ts';
import type { DesignerHost } from '@shared/contract.ts';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { createAppStore } from './create-store.ts';

/** Milliseconds; five walks of a thousand edits each. */
const LONG = 120_000;
const STEPS = 1000;

const silentHost = new Proxy({} as DesignerHost, {
  get: () => () => Promise.resolve(succeed(null)),
});

test('a thousand edits of any kind: undone they are the start, done again the end', () => {
  vi.useFakeTimers();
  fc.assert(
    fc.property(fc.array(anyEditStep, { minLength: STEPS, maxLength: STEPS, size: 'max' }), (steps) => {
      const random = repeatableNumbers(11);
      const store = createAppStore({ host: silentHost, random, now: () => 1000 });
      const state = (): string => writeDesign(store.getState().design);
      store.replaceDesign(sampleDesign());
      const states = [state()];
      for (const step of steps) {
        store.edit((design) => makeEdit(step, design, random));
        const now = state();
        if (now !== states[states.length - 1]) states.push(now);
      }
      const end = store.getState().history.past.length;
      expect(states.length).toBeGreaterThan(STEPS / 10);
      for (let index = 0; index < end; index += 1) store.undo();
      expect(state()).toBe(states[0]);
      expect(store.getState().history.past).toEqual([]);
      for (let index = 0; index < end; index += 1) store.redo();
      expect(state()).toBe(states[states.length - 1]);
      expect(store.getState().history.future).toEqual([]);
    }),
    { numRuns: 5 },
  );
  vi.useRealTimers();
}, LONG);
