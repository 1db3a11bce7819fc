import type { Patch } from '@core/patch/patch.ts';
import { composePatches } from '@core/patch/compose-patches.ts';

/** One change of the design that can be taken back: what it did, what takes it back, and what was selected around it. */
export interface HistoryStep {
  /** Grows with every step and names the state of the design after it. */
  readonly id: number;
  /** A verb phrase for menus: "Put app-5 in app-a". */
  readonly label: string;
  readonly patch: Patch;
  readonly inverse: Patch;
  readonly selectionBefore: readonly string[];
  readonly selectionAfter: readonly string[];
  /** Steps in a row with the same key become one: a name typed letter by letter, a node nudged ten times. */
  readonly mergeKey?: string;
}

/** Steps that were done (the latest last) and steps that were undone (the next to redo last). */
export interface History {
  readonly past: readonly HistoryStep[];
  readonly future: readonly HistoryStep[];
  /** The next step's id. */
  readonly nextId: number;
  /** Names the state below the oldest step that is kept. */
  readonly baseId: number;
}

/** Steps that are kept. A step is a patch and its inverse, so thousands of them cost less than one design. */
export const HISTORY_LIMIT = 5000;

/** A history without steps; `baseId` grows with it, so that no state of an earlier document has the same name. */
export const emptyHistory = (baseId = 0): History => ({ past: [], future: [], nextId: baseId + 1, baseId });

/** Names the state the design is in now: the same number exactly when the same steps have been done. */
export const positionOf = (history: History): number => history.past[history.past.length - 1]?.id ?? history.baseId;

const canMerge = (last: HistoryStep | undefined, next: Omit<HistoryStep, 'id'>): last is HistoryStep =>
  last?.mergeKey !== undefined && last.mergeKey === next.mergeKey;

function merge(last: HistoryStep, next: Omit<HistoryStep, 'id'>): Omit<HistoryStep, 'id'> {
  return {
    ...next,
    patch: composePatches(last.patch, next.patch),
    inverse: composePatches(next.inverse, last.inverse),
    selectionBefore: last.selectionBefore,
  };
}

/** What a patch does, without the guards it opened with: a step is only ever done again on the design it was made for. */
const withoutTests = (patch: Patch): Patch => patch.filter(({ op }) => op !== 'test');

/** Adds a step; what was undone can no longer be redone. A step with the last one's merge key is folded into it. */
export function recordStep(history: History, guarded: Omit<HistoryStep, 'id'>): History {
  const step = { ...guarded, patch: withoutTests(guarded.patch) };
  const last = history.past[history.past.length - 1];
  const merges = history.future.length === 0 && canMerge(last, step);
  const added: HistoryStep = { ...(merges ? merge(last, step) : step), id: history.nextId };
  const kept = merges ? history.past.slice(0, -1) : history.past;
  const dropped = kept.length + 1 > HISTORY_LIMIT ? kept[0] : undefined;
  return {
    past: [...(dropped ? kept.slice(1) : kept), added],
    future: [],
    nextId: history.nextId + 1,
    baseId: dropped ? dropped.id : history.baseId,
  };
}

/** The step to take back and the history without it; `undefined` when there is none. */
export function stepBack(history: History): { readonly step: HistoryStep; readonly history: History } | undefined {
  const step = history.past[history.past.length - 1];
  if (!step) return undefined;
  return { step, history: { ...history, past: history.past.slice(0, -1), future: [...history.future, step] } };
}

/** The step to do again and the history with it; `undefined` when there is none. */
export function stepForward(history: History): { readonly step: HistoryStep; readonly history: History } | undefined {
  const step = history.future[history.future.length - 1];
  if (!step) return undefined;
  return { step, history: { ...history, past: [...history.past, step], future: history.future.slice(0, -1) } };
}
