import { shorten } from '../../model/quote.ts';
import { awsKeyOf } from './aws-keys.ts';
import type { Draft } from './draft.ts';

/** Notes that `whose` names a thing that no file holds. */
export function noteMissing(draft: Draft, id: string, whose: string): void {
  const sentence = `${shorten(whose)} names ${shorten(id)}, which is in no file.`;
  draft.note({ type: awsKeyOf(id)?.key ?? 'unknown', count: 1, outcome: 'broken-reference', sentence });
}
