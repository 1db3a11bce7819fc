import type { EditResult } from '../../editing/edit-result.ts';
import type { BlockerComponent, Leg, StepId } from '../../findings/diagnosis.ts';
import type { Design } from '../../model/design.ts';
import type { Question } from '../../model/question.ts';

/** A network with exactly one fault, for practice and for tests. The title gives the symptom, never the answer. */
export interface BrokenNetwork {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The step of the checklist that fails. */
  readonly step: StepId;
  /** What the person sees, in their words. */
  readonly symptom: string;
  /** What is asked; once repaired it is reachable. */
  readonly question: Question;
  readonly blocker: { readonly component: BlockerComponent; readonly leg: Leg };
  /** What is wrong, in one sentence. */
  readonly cause: string;
  readonly open: () => Design;
  /** An edit of the inspector that repairs it; beside the fixes that the diagnosis offers for most. */
  readonly repair: (design: Design) => EditResult;
}

/** A broken network as its file describes it: the question is the one saved in the design. */
export type BrokenNetworkSource = Omit<BrokenNetwork, 'question'>;
