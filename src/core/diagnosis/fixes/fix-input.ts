import type { Fix } from '../../findings/fix.ts';
import type { Lookup } from '../../lookup/entries.ts';
import type { EditResult } from '../../editing/edit-result.ts';
import type { Question } from '../../model/question.ts';
import type { Endpoint } from '../../tracing/endpoint.ts';
import type { Block } from '../../tracing/flight.ts';

/** A block that a fix is wanted for, and who asked. */
export interface FixInput {
  readonly lookup: Lookup;
  readonly block: Block;
  readonly question: Question;
  readonly from: Endpoint;
  readonly to: Endpoint;
}

/** A fix from an edit that can be done; none from one that is refused. */
export function fixFrom(result: EditResult, words: { readonly title: string; readonly effect?: string }): readonly Fix[] {
  return result.ok && result.patch.length > 0 ? [{ ...words, patch: result.patch }] : [];
}
