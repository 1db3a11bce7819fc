import type { StepId } from '../../findings/diagnosis.ts';
import type { Design } from '../../model/design.ts';
import type { RandomSource, ResourceId } from '../../model/ids.ts';
import type { EditResult } from '../edit-result.ts';

/** A next step worth taking, with the edit that takes it. */
export interface Suggestion {
  /** Stable as long as the situation is: what it is, and of which resource. */
  readonly id: string;
  /** What is missing, and what to do: "public-a has no route to igw-app; send 0.0.0.0/0 there." */
  readonly title: string;
  /** The resource it is about. */
  readonly at: ResourceId | undefined;
  /** The step of the checklist it serves; `undefined` where it comes before all of them. */
  readonly step: StepId | undefined;
  readonly edit: Extract<EditResult, { ok: true }>;
}

/** What a suggester looks at. */
export interface Situation {
  readonly design: Design;
  readonly random: RandomSource;
}

/** One kind of next step: everything of that kind that is missing in the design. */
export type Suggester = (situation: Situation) => readonly Suggestion[];

interface Wording {
  readonly id: string;
  readonly title: string;
  readonly at?: ResourceId | undefined;
  readonly step?: StepId | undefined;
}

/** The suggestion, unless its edit is refused. */
export function suggest({ id, title, at, step }: Wording, edit: EditResult): readonly Suggestion[] {
  return edit.ok ? [{ id, title, at, step, edit }] : [];
}
