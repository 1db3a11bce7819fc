import type { Comparison } from '@core/findings/comparison.ts';
import type { Design } from '@core/model/design.ts';
import type { AppState } from './app-state.ts';
import { askLatest } from './ask-latest.ts';
import type { SliceContext } from './slice-context.ts';

/** The version that the design on the canvas is compared with. */
export interface ComparisonBase {
  readonly design: Design;
  /** As a sentence names it: `plan.vpc.json`, `the saved version`. */
  readonly name: string;
}

export interface ComparisonState {
  /** `null` while nothing is compared. */
  readonly base: ComparisonBase | null;
  /** `null` until the first answer. */
  readonly value: Comparison | null;
  /** The sentence that says why there is no answer. */
  readonly problem: string | null;
  /** What was chosen in the list last, so that the canvas shows it even when it is not there any more; another object each time. */
  readonly shown: { readonly resource: string } | null;
  readonly isAsking: boolean;
  /** The design has changed since, and comparing takes too long to do it unasked. */
  readonly isStale: boolean;
}

export const initialComparison: ComparisonState = { base: null, value: null, problem: null, shown: null, isAsking: false, isStale: false };

export interface ComparisonActions {
  /** Shows what differs from that version, now and after every edit, until the tab is closed. */
  compareWith(base: ComparisonBase): void;
  /** Compares anew, where that is not done by itself. */
  compareAgain(): void;
  /** Points the canvas at a change. */
  showChange(resource: string): void;
}

/** Whether changes are marked on the canvas. */
export const isComparing = ({ comparison }: Pick<AppState, 'comparison'>): boolean => comparison.base !== null;

/** Milliseconds without an edit after which the versions are compared anew: a comparison costs more than a check. */
const REST = 400;
/** Milliseconds of a comparison beyond which edits no longer start one by themselves: the core checks nothing meanwhile. */
const SLOW = 800;

/** Keeps the comparison in step with the design. `ask` asks at once, `follow` when the person rests. */
export function followComparison({ get, set, host, now }: SliceContext, announce: (sentence: string) => void): { readonly ask: () => void; readonly follow: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let answered: ComparisonBase | undefined;
  let askedAt = 0;
  let isSlow = false;
  const change = (next: Partial<ComparisonState>): void => set({ comparison: { ...get().comparison, ...next } });
  const ask = askLatest<{ readonly base: ComparisonBase; readonly value: Comparison }>({
    put: () => {
      const { design, revision, comparison } = get();
      const { base } = comparison;
      if (!base) return undefined;
      askedAt = now();
      change({ isAsking: true, isStale: false });
      const answer = host.compare({ before: base.design, after: design });
      return { revision, answer: answer.then((reply) => (reply.ok ? { ok: true, value: { base, value: reply.value } } : reply)) };
    },
    receive: (reply) => {
      const { comparison } = get();
      if (!comparison.base) return;
      isSlow = now() - askedAt > SLOW;
      if (!reply.ok) change({ problem: reply.problem.message, isAsking: false });
      else if (reply.value.base === comparison.base) {
        change({ value: reply.value.value, problem: null, isAsking: false });
        if (answered !== comparison.base) announce(`Compared with ${comparison.base.name}: ${countChanges(reply.value.value)}.`);
        answered = comparison.base;
      }
    },
  });
  const follow = (): void => {
    clearTimeout(timer);
    if (!get().comparison.base) return;
    if (isSlow) change({ isStale: true });
    else timer = setTimeout(ask, REST);
  };
  return { ask, follow };
}

export function createComparisonActions({ get, set }: SliceContext, hooks: { readonly ask: () => void; readonly showTab: () => void }): ComparisonActions {
  return {
    compareWith: (base) => {
      set({ comparison: { ...initialComparison, base } });
      hooks.showTab();
      hooks.ask();
    },
    compareAgain: hooks.ask,
    showChange: (resource) => set({ comparison: { ...get().comparison, shown: { resource } } }),
  };
}

/** `2 added, 1 changed`, or that no resource differs. */
export function countChanges({ resources }: Comparison): string {
  const count = (kind: string): number => resources.filter(({ change }) => change === kind).length;
  const parts = ['added', 'removed', 'changed'].filter((kind) => count(kind) > 0).map((kind) => `${count(kind).toLocaleString('en')} ${kind}`);
  return parts.length === 0 ? 'no resource differs' : parts.join(', ');
}
