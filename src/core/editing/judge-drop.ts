import type { Design } from '../model/design.ts';
import { addPart } from './add-part.ts';
import type { DropJudgement } from './edit-result.ts';
import { moveResources } from './move-resource.ts';
import type { PartId } from './parts.ts';
import { repeatableNumbers } from './repeatable-numbers.ts';

/** What is dragged: a part of the palette, or resources of the design by their keys. */
export type Dragged = { readonly part: PartId } | { readonly keys: readonly string[] };

/**
 * Whether something may be dropped on a container, and what that would do, in the words of the edit itself: it is tried
 * on the design and thrown away. `container` is a resource id, `zone:<vpc id>:<zone>`, or nothing for the canvas.
 */
export function judgeDrop(design: Design, dragged: Dragged, container: string | undefined): DropJudgement {
  const random = repeatableNumbers();
  const result = 'part' in dragged ? addPart(design, { part: dragged.part, container, random }) : moveResources(design, { keys: dragged.keys, container, random });
  return result.ok ? { ok: true, effect: result.said } : result;
}
