import type { Blocker, BlockerComponent, StepId, StepStatus } from '../findings/diagnosis.ts';
import type { Evidence } from '../findings/evidence.ts';
import type { Fix } from '../findings/fix.ts';
import { lacksCommonFamily } from '../tracing/start-flights.ts';
import type { Case } from './case.ts';

/** What one check says about a case. */
export interface Judgement {
  readonly status: StepStatus;
  readonly sentence: string;
  readonly evidence?: readonly Evidence[];
  readonly code?: string;
  readonly fixes?: readonly Fix[];
  readonly instructions?: readonly string[];
}

/** One row of the checklist: one question, one file. */
export interface Check {
  readonly id: StepId;
  readonly title: string;
  readonly question: string;
  /** What it is about and why it matters, for the documentation. */
  readonly explanation: string;
  readonly judge: (given: Case) => Judgement;
}

interface Found {
  readonly certain: readonly Blocker[];
  readonly unknown: readonly Blocker[];
}

function findBlockers(given: Case, isMine: (blocker: Blocker) => boolean): Found {
  const certain: Blocker[] = [];
  const unknown: Blocker[] = [];
  for (const [index, blocker] of given.blockers.entries()) {
    if (!isMine(blocker)) continue;
    if (given.blocks[index]?.certainty === 'unknown') unknown.push(blocker);
    else certain.push(blocker);
  }
  return { certain, unknown };
}

const evidenceOf = (blockers: readonly Blocker[]): readonly Evidence[] => blockers.flatMap(({ evidence }) => evidence.slice(0, 1));

/** What a step about the way says where no packet goes out: one end has IPv4 alone, the other is asked for over IPv6. */
export const judgeWithoutPacket = ({ outcomes, from, to }: Case): Judgement | undefined =>
  outcomes.length === 0 && lacksCommonFamily(from, to) ? { status: 'not-needed', sentence: 'No packet goes out: one end has no address of the family that the other has.' } : undefined;

/**
 * The judgement of a step that has blockers: *fail* where one is certain, *your turn* where the design cannot tell.
 * Nothing where none of the blockers belongs to the step.
 */
export function judgeBlockers(given: Case, components: readonly BlockerComponent[], isMine: (blocker: Blocker) => boolean = () => true): Judgement | undefined {
  const { certain, unknown } = findBlockers(given, (blocker) => components.includes(blocker.component) && isMine(blocker));
  const [first] = certain;
  if (first) {
    return {
      status: 'fail',
      sentence: certain.map(({ sentence }) => sentence).join(' '),
      evidence: evidenceOf(certain),
      code: first.code,
      fixes: certain.flatMap(({ fixes }) => fixes),
    };
  }
  const [open] = unknown;
  if (!open) return undefined;
  return { status: 'your-turn', sentence: unknown.map(({ sentence }) => sentence).join(' '), evidence: evidenceOf(unknown), code: open.code, instructions: [`Look at ${open.resource} in the AWS console.`] };
}
