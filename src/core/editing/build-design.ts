import { emptyDesign, type Design } from '../model/design.ts';
import type { RandomSource } from '../model/ids.ts';
import { Draft } from './draft.ts';
import { followPropagation } from './propagation.ts';

/** Builds a design from nothing with the makers of this folder. A refusal is a fault of the builder, and is thrown. */
export function buildDesign(name: string, random: RandomSource, build: (draft: Draft) => void): Design {
  const empty = emptyDesign(name);
  const draft = new Draft(empty, random);
  build(draft);
  followPropagation(empty, draft);
  return draft.design;
}
