import { applyPatch } from './apply-patch.ts';
import type { Patch } from './patch.ts';

/** The patch that takes `patch` back after it was applied to `document`, or why it cannot be applied. */
export function invertPatch(
  document: unknown,
  patch: Patch,
): { readonly ok: true; readonly inverse: Patch } | { readonly ok: false; readonly problem: string } {
  const applied = applyPatch(document, patch);
  return applied.ok ? { ok: true, inverse: applied.inverse } : applied;
}
