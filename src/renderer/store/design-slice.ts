import type { EditResult } from '@core/editing/edit-result.ts';
import type { Fix } from '@core/findings/fix.ts';
import type { Design } from '@core/model/design.ts';
import type { RandomSource } from '@core/model/ids.ts';
import { applyPatch } from '@core/patch/apply-patch.ts';
import type { Patch } from '@core/patch/patch.ts';
import type { AppState } from './app-state.ts';
import { emptyHistory, recordStep, stepBack, stepForward } from './history.ts';
import { keepExisting } from './selection-slice.ts';
import type { SliceContext } from './slice-context.ts';

export interface ApplyOptions {
  /** Edits in a row with the same key become one step of the history. */
  readonly mergeKey?: string;
  /** Leave the selection as it is. */
  readonly keepSelection?: boolean;
}

/** An edit that waits for a design: every function of `core/editing` with its arguments filled in. */
export type Edit = (design: Design, random: RandomSource) => EditResult;

export interface DesignActions {
  /**
   * The one way to change the design: applies an edit's patch, puts it on the history, selects what it names and asks the
   * host anew. Answers the sentence of a refusal, which is also shown as a notice; nothing has changed then.
   */
  apply(result: EditResult, options?: ApplyOptions): string | undefined;
  /** Runs an edit on the design as it is now and applies it. */
  edit(edit: Edit, options?: ApplyOptions): string | undefined;
  /** Applies a fix of a finding or a blocker; it refuses when the design has changed since. */
  applyFix(fix: Pick<Fix, 'title' | 'patch'>): string | undefined;
  undo(): void;
  redo(): void;
  /** Shows another document: no history, nothing selected. */
  replaceDesign(design: Design): void;
}

interface DesignHooks {
  /** Called after every change of the design, with what it was before. */
  readonly onChange: (before: Design) => void;
  readonly say: (sentence: string) => void;
  readonly refuse: (sentence: string) => void;
  /** What belongs to a document and goes with it: answers, the question, the selection. */
  readonly forgetAnswers: () => Partial<AppState>;
  /** Makes containers fit what an edit put in them; part of the same step. */
  readonly settleLayout: (before: Design, after: Design, patch: Patch) => Patch;
}

/** A patch, and the patch that makes room for what it added, as one change. */
function applySettled(design: Design, patch: Patch, settle: DesignHooks['settleLayout']): ReturnType<typeof applyPatch<Design>> & { readonly whole?: Patch } {
  const applied = applyPatch(design, patch);
  if (!applied.ok) return applied;
  const room = settle(design, applied.document, patch);
  if (room.length === 0) return { ...applied, whole: patch };
  const settled = applyPatch(applied.document, room);
  if (!settled.ok) return { ...applied, whole: patch };
  return { ok: true, document: settled.document, inverse: [...settled.inverse, ...applied.inverse], whole: [...patch, ...room] };
}

type Move = 'undo' | 'redo';

function createHistoryMoves({ get, set }: SliceContext, hooks: DesignHooks): Pick<DesignActions, Move> {
  const move = (direction: Move): void => {
    const { design, revision, history, selection } = get();
    const isUndo = direction === 'undo';
    const moved = isUndo ? stepBack(history) : stepForward(history);
    if (!moved) return;
    const { step } = moved;
    const applied = applyPatch(design, isUndo ? step.inverse : step.patch);
    if (!applied.ok) {
      hooks.refuse(`"${step.label}" cannot be ${isUndo ? 'undone' : 'done again'}: ${applied.problem}`);
      return;
    }
    const keys = keepExisting(applied.document, isUndo ? step.selectionBefore : step.selectionAfter);
    set({ design: applied.document, revision: revision + 1, history: moved.history, selection: { ...selection, keys, row: null } });
    hooks.say(`${isUndo ? 'Undone' : 'Done again'}: ${step.label}.`);
    hooks.onChange(design);
  };
  return { undo: () => move('undo'), redo: () => move('redo') };
}

export function createDesignActions(context: SliceContext, hooks: DesignHooks): DesignActions {
  const { get, set, random } = context;
  const refuse = (sentence: string): string => {
    hooks.refuse(sentence);
    return sentence;
  };
  const apply: DesignActions['apply'] = (result, options = {}) => {
    if (!result.ok) return refuse(result.refused);
    if (result.patch.length === 0) return undefined;
    const { design, revision, history, selection } = get();
    const applied = applySettled(design, result.patch, hooks.settleLayout);
    if (!applied.ok) return refuse(`The design has changed since, so "${result.said}" was not done. ${applied.problem}`);
    const keys = keepExisting(applied.document, options.keepSelection ? selection.keys : result.select);
    const { mergeKey } = options;
    const step = {
      label: result.said,
      patch: applied.whole ?? result.patch,
      inverse: applied.inverse,
      selectionBefore: selection.keys,
      selectionAfter: keys,
      ...(mergeKey === undefined ? {} : { mergeKey }),
    };
    set({ design: applied.document, revision: revision + 1, history: recordStep(history, step), selection: { ...selection, keys, row: null } });
    hooks.say(`${result.said}.`);
    hooks.onChange(design);
    return undefined;
  };
  return {
    apply,
    edit: (edit, options) => apply(edit(get().design, random), options),
    applyFix: ({ title, patch }) => apply({ ok: true, patch, select: [], said: title }, { keepSelection: true }),
    ...createHistoryMoves(context, hooks),
    replaceDesign: (design) => {
      const { design: before, revision, history } = get();
      set({ design, revision: revision + 1, history: emptyHistory(history.nextId), ...hooks.forgetAnswers() });
      hooks.onChange(before);
    },
  };
}
