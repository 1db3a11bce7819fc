import type { Design } from '@core/model/design.ts';
import { applyPatch } from '@core/patch/apply-patch.ts';
import type { Patch } from '@core/patch/patch.ts';
import type { AppState } from '../store/app-state.ts';
import { isDirty } from '../store/files-slice.ts';
import { positionOf, stepBack, stepForward, type History } from '../store/history.ts';

type Step = (history: History) => { readonly patch: Patch; readonly history: History } | undefined;

const backwards: Step = (history) => {
  const moved = stepBack(history);
  return moved && { patch: moved.step.inverse, history: moved.history };
};
const forwards: Step = (history) => {
  const moved = stepForward(history);
  return moved && { patch: moved.step.patch, history: moved.history };
};

/** Goes through the history until it is at the position; `undefined` when it never is. */
function walk(start: Pick<AppState, 'design' | 'history'>, position: number, step: Step): Design | undefined {
  let { design, history } = start;
  while (positionOf(history) !== position) {
    const moved = step(history);
    const applied = moved && applyPatch(design, moved.patch);
    if (!applied?.ok) return undefined;
    design = applied.document;
    history = moved?.history ?? history;
  }
  return design;
}

/**
 * The design as its file holds it: the steps since it was saved taken back (or done again, where more was undone than was
 * saved). `undefined` when it never was saved, or when those steps are gone.
 */
export function findSavedDesign({ design, history, files }: Pick<AppState, 'design' | 'history' | 'files'>): Design | undefined {
  const { savedPosition, document } = files;
  if (savedPosition === null || document === null) return undefined;
  return walk({ design, history }, savedPosition, backwards) ?? walk({ design, history }, savedPosition, forwards);
}

/** Whether the file holds another version than the canvas; how far back it lies is seen when it is asked for. */
export const hasOtherSavedDesign = (state: AppState): boolean => state.files.document !== null && state.files.savedPosition !== null && isDirty(state);
