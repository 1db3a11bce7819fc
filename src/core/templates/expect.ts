import { nextRowId } from '../model/ids.ts';
import type { Expectation } from '../model/design.ts';
import type { Draft } from '../editing/draft.ts';

/** Saves questions with the verdicts they must have in a template. */
export function expectAll(draft: Draft, expectations: readonly Expectation[]): void {
  for (const expectation of expectations) {
    const rows = draft.design.expectations ?? {};
    draft.design = { ...draft.design, expectations: { ...rows, [nextRowId('expectation', rows)]: expectation } };
  }
}
