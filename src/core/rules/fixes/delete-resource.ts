import type { Fix } from '../../findings/fix.ts';
import type { Entry, Lookup } from '../../lookup/entries.ts';
import type { Resource } from '../../model/resources/index.ts';
import { nameOf } from '../facts/names.ts';
import { isNamed } from '../facts/references.ts';
import { removeValue } from './patch-of.ts';

/** Deletes a resource that no other one names; `effect` says what that means. */
export function deleteResource(lookup: Lookup, { id, value }: Entry<Resource>, effect: string): readonly Fix[] {
  return isNamed(lookup, id) ? [] : [{ title: `Delete ${nameOf(lookup, id)}`, effect, patch: removeValue([id], value) }];
}
