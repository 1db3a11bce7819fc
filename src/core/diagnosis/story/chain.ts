import type { Blocker, StoryPart } from '../../findings/diagnosis.ts';
import type { Case } from '../case.ts';
import type { PageFate } from '../../aws/browser-messages.ts';

/** What a chain is told from: the case, everything that blocks, and how the page opens. */
export interface Told {
  readonly given: Case;
  readonly blockers: readonly Blocker[];
  readonly fate: PageFate | undefined;
}

/** Things that follow from one another, first cause first; empty where they did not happen. */
export type Chain = (told: Told) => readonly StoryPart[];
