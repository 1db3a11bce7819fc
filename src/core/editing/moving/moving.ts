import type { ResourceId } from '../../model/ids.ts';
import type { Container } from '../container.ts';
import type { Draft } from '../draft.ts';

/** A resource that is dropped somewhere. */
export interface Moving {
  readonly id: ResourceId;
  readonly container: Container;
}

/** Moves a resource in the draft and says what was done; without a sentence only its place on the canvas changes. */
export type Mover = (draft: Draft, moving: Moving) => string | undefined;
