import type { EditResult } from '../editing/edit-result.ts';
import type { Design } from '../model/design.ts';
import { applyPatch } from '../patch/apply-patch.ts';

/** An edit that waits for the design that the edits before it make. */
export type WaitingEdit = (design: Design) => EditResult;

/** Several edits, each on what the one before made, as one edit with one undo. The first refusal refuses all. */
export function chainEdits(design: Design, edits: readonly WaitingEdit[], said: string): EditResult {
  let now = design;
  const patches: Extract<EditResult, { ok: true }>[] = [];
  for (const edit of edits) {
    const result = edit(now);
    if (!result.ok) return result;
    const applied = applyPatch(now, result.patch);
    if (!applied.ok) return { ok: false, refused: applied.problem };
    now = applied.document;
    patches.push(result);
  }
  return { ok: true, patch: patches.flatMap(({ patch }) => patch), select: patches.flatMap(({ select }) => select), said };
}
