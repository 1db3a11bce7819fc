import type { Draft } from './draft.ts';
import type { SourcedRecord } from './record.ts';
import { readTags } from './tags.ts';

export interface CommonFields {
  readonly name: string;
  readonly account?: string;
  readonly tags?: Record<string, string>;
}

/**
 * What every resource has: its name is the tag `Name`, else what `otherwise` says, else its id. The account is the
 * owner's, or else the one the file's path names.
 */
export function readCommonFields(draft: Draft, sourced: SourcedRecord & { readonly id: string }, otherwise?: string): CommonFields {
  const tags = readTags(draft, sourced.id, sourced.record);
  const account = draft.places.accountOf(sourced);
  const tagged = Object.hasOwn(tags, 'Name') ? tags['Name'] : undefined;
  return {
    name: tagged || otherwise || sourced.id,
    ...(account === undefined ? {} : { account }),
    ...(Object.keys(tags).length === 0 ? {} : { tags: { ...tags } }),
  };
}
