import type { ResourceId } from '../model/ids.ts';
import type { Patch } from '../patch/patch.ts';

/**
 * What an edit makes of a design: a patch, the resources to select after it, and what it does as a verb phrase without a
 * full stop ("Put app-5 in app-a"), fit for a menu ("Undo: …") and for a screen reader. Or one sentence that says why it
 * cannot be done ("An internet gateway attaches to a VPC, not to subnet app-a.").
 */
export type EditResult =
  | { readonly ok: true; readonly patch: Patch; readonly select: readonly ResourceId[]; readonly said: string }
  | { readonly ok: false; readonly refused: string };

/** What a drop would do, said before it is done; the words of the {@link EditResult} it would have. */
export type DropJudgement =
  | { readonly ok: true; readonly effect: string }
  | { readonly ok: false; readonly refused: string };
