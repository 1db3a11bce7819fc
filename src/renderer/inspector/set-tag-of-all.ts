import type { EditResult } from '@core/editing/edit-result.ts';
import { edit } from '@core/editing/edit.ts';
import { countOf } from '@core/editing/nouns.ts';
import { refuse } from '@core/editing/refusal.ts';
import type { Design } from '@core/model/design.ts';
import type { ResourceId } from '@core/model/ids.ts';

export interface TagOfAll {
  readonly resources: readonly ResourceId[];
  readonly tag: string;
  readonly value: string;
}

/** Gives several resources the same tag, in one step; a tag of that key that one has already is overwritten. */
export function setTagOfAll(design: Design, { resources, tag: given, value }: TagOfAll): EditResult {
  return edit(design, (draft) => {
    const tag = given.trim();
    if (tag === '') refuse('A tag needs a key.');
    for (const id of resources) {
      const resource = draft.find(id) ?? refuse(`${id} is not in the design.`);
      draft.put(id, { ...resource, tags: { ...resource.tags, [tag]: value } });
    }
    return { said: `Tag ${countOf(resources.length, 'resource')} with ${tag}` };
  });
}
