import type { Design } from '../model/design.ts';
import type { RandomSource, ResourceId } from '../model/ids.ts';
import { Draft } from './draft.ts';
import type { EditResult } from './edit-result.ts';
import { guardedPatch } from './guarded-patch.ts';
import { followPropagation } from './propagation.ts';
import { Refusal } from './refusal.ts';

/** What an edit says when it is done. */
export interface Done {
  /** A verb phrase without a full stop. */
  readonly said: string;
  readonly select?: readonly ResourceId[];
}

const noRandomness: RandomSource = () => {
  throw new Error('This edit makes no ids and was given no source of random numbers.');
};

/**
 * Runs one edit on a draft of the design and answers with the patch from the one to the other, guarded by `test` wherever
 * it replaces or removes something. `random` is needed by edits that make resources.
 */
export function edit(design: Design, change: (draft: Draft) => Done, random: RandomSource = noRandomness): EditResult {
  const draft = new Draft(design, random);
  try {
    const { said, select = [] } = change(draft);
    followPropagation(design, draft);
    return { ok: true, patch: guardedPatch(design, draft.design), select, said };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, refused: error.sentence };
    throw error;
  }
}
