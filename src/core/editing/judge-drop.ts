import type { Box, Design } from '../model/design.ts';
import type { RandomSource } from '../model/ids.ts';
import { addPart } from './add-part.ts';
import type { DropJudgement, EditResult } from './edit-result.ts';
import { moveResources } from './move-resource.ts';
import type { PartId } from './parts.ts';
import { repeatableNumbers } from './repeatable-numbers.ts';

/** What is dragged: a part of the palette, or resources of the design by their keys. */
export type Dragged = { readonly part: PartId } | { readonly keys: readonly string[] };

export interface DropRequest {
  readonly dragged: Dragged;
  /** A resource id, `zone:<vpc id>:<zone>`, or nothing for the canvas. */
  readonly container: string | undefined;
  /** Where a part is to stand, relative to the container; resources get a free place. */
  readonly at?: Box | undefined;
  readonly random: RandomSource;
}

/** Adds the part, or moves the resources, to what they were dropped on. */
export function drop(design: Design, { dragged, container, at, random }: DropRequest): EditResult {
  return 'part' in dragged ? addPart(design, { part: dragged.part, container, at, random }) : moveResources(design, { keys: dragged.keys, container, random });
}

/**
 * Whether something may be dropped on a container, and what that would do, in the words of the edit itself: it is tried
 * on the design and thrown away. `container` is a resource id, `zone:<vpc id>:<zone>`, or nothing for the canvas.
 */
export function judgeDrop(design: Design, dragged: Dragged, container: string | undefined): DropJudgement {
  const result = drop(design, { dragged, container, random: repeatableNumbers() });
  return result.ok ? { ok: true, effect: result.said } : result;
}
