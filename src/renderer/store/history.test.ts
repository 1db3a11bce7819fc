import { applyPatch } from '@core/patch/apply-patch.ts';
import { diffToPatch } from '@core/patch/diff-to-patch.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyHistory, HISTORY_LIMIT, positionOf, recordStep, stepBack, stepForward, type History } from './history.ts';

type Document = Readonly<Record<string, unknown>>;
interface Timeline {
  readonly document: Document;
  readonly history: History;
}

function change({ document, history }: Timeline, next: Document, mergeKey?: string): Timeline {
  const patch = diffToPatch(document, next);
  const applied = applyPatch(document, patch);
  if (!applied.ok) throw new Error(applied.problem);
  const step = { label: 'Change', patch, inverse: applied.inverse, selectionBefore: [], selectionAfter: [] };
  return { document: applied.document, history: recordStep(history, mergeKey === undefined ? step : { ...step, mergeKey }) };
}

function walk({ document, history }: Timeline, direction: 'back' | 'forward'): Timeline {
  const moved = direction === 'back' ? stepBack(history) : stepForward(history);
  if (!moved) return { document, history };
  const applied = applyPatch(document, direction === 'back' ? moved.step.inverse : moved.step.patch);
  if (!applied.ok) throw new Error(applied.problem);
  return walk({ document: applied.document, history: moved.history }, direction);
}

const documents = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.oneof(fc.integer(), fc.dictionary(fc.constantFrom('x', 'y'), fc.integer())), {
  noNullPrototype: true,
});
const edits = fc.array(fc.record({ next: documents, mergeKey: fc.constantFrom(undefined, 'name', 'nudge') }), { maxLength: 40 });

describe('history', () => {
  test('undoing everything gives the start, doing it again gives the end', () => {
    fc.assert(
      fc.property(documents, edits, (start, changes) => {
        const begin: Timeline = { document: start, history: emptyHistory() };
        const end = changes.reduce((timeline, { next, mergeKey }) => change(timeline, next, mergeKey), begin);
        const undone = walk(end, 'back');
        expect(undone.document).toEqual(start);
        expect(positionOf(undone.history)).toBe(positionOf(begin.history));
        const redone = walk(undone, 'forward');
        expect(redone.document).toEqual(end.document);
        expect(positionOf(redone.history)).toBe(positionOf(end.history));
      }),
    );
  });

  test('1,500 steps are taken back one by one', () => {
    let timeline: Timeline = { document: { n: 0 }, history: emptyHistory() };
    for (let n = 1; n <= 1500; n += 1) timeline = change(timeline, { n });
    expect(timeline.history.past).toHaveLength(1500);
    expect(walk(timeline, 'back').document).toEqual({ n: 0 });
  });

  test('beyond the limit the oldest steps go, and the state below them keeps its name', () => {
    let timeline: Timeline = { document: { n: 0 }, history: emptyHistory() };
    for (let n = 1; n <= HISTORY_LIMIT + 3; n += 1) timeline = change(timeline, { n });
    const undone = walk(timeline, 'back');
    expect(undone.document).toEqual({ n: 3 });
    expect(positionOf(undone.history)).toBe(3);
  });

  test('steps with one key are one step, and a redo does not need the guards of the first', () => {
    const start: Timeline = { document: { name: 'a' }, history: emptyHistory() };
    const guarded = (from: string, to: string) => [{ op: 'test', path: '/name', value: from } as const, { op: 'replace', path: '/name', value: to } as const];
    const step = (from: string, to: string) => ({
      label: 'Rename',
      patch: guarded(from, to),
      inverse: [{ op: 'replace', path: '/name', value: from } as const],
      selectionBefore: [from],
      selectionAfter: [to],
      mergeKey: 'name',
    });
    const history = recordStep(recordStep(start.history, step('a', 'ab')), step('ab', 'abc'));
    expect(history.past).toHaveLength(1);
    expect(history.past[0]).toMatchObject({ selectionBefore: ['a'], selectionAfter: ['abc'] });
    const undone = walk({ document: { name: 'abc' }, history }, 'back');
    expect(undone.document).toEqual({ name: 'a' });
    expect(walk(undone, 'forward').document).toEqual({ name: 'abc' });
  });

  test('a new step after an undo is not folded into the one before it, and forgets what was undone', () => {
    const start: Timeline = { document: { n: 0 }, history: emptyHistory() };
    const two = change(change(start, { n: 1 }, 'k'), { n: 2 });
    const back = stepBack(two.history);
    if (!back) throw new Error('There is a step to take back.');
    const next = recordStep(back.history, { label: 'x', patch: [], inverse: [], selectionBefore: [], selectionAfter: [], mergeKey: 'k' });
    expect(next.past).toHaveLength(2);
    expect(next.future).toHaveLength(0);
  });
});
