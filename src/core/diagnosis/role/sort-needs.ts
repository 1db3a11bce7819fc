import type { Decision } from '../../permissions/evaluate-policies.ts';
import type { JudgedNeed } from './judge-needs.ts';

/** How IAM refuses. */
export type Refusal = Exclude<Decision, 'allowed' | 'unknown'>;

/** The code of each refusal; they have no counterpart among AWS's explanation codes, which are about the network. */
export const REFUSAL_CODES: Readonly<Record<Refusal, string>> = {
  'explicit-deny': 'X_IAM_EXPLICIT_DENY',
  'not-allowed': 'X_IAM_NOT_ALLOWED',
  'outside-boundary': 'X_IAM_BOUNDARY',
  'outside-endpoint-policy': 'X_IAM_ENDPOINT_POLICY',
};

/** A need that is refused, and how. */
export interface RefusedNeed extends JudgedNeed {
  readonly refusal: Refusal;
}

export interface SortedNeeds {
  readonly refused: readonly RefusedNeed[];
  /** What the design cannot tell; `refusal` says what stands in the way as far as it goes. */
  readonly open: readonly (JudgedNeed & { readonly refusal: Refusal | undefined })[];
  readonly allowed: readonly JudgedNeed[];
}

const refusalOf = ({ answer: { decision } }: JudgedNeed): Refusal | undefined => (decision === 'allowed' || decision === 'unknown' ? undefined : decision);

/**
 * A refusal is only certain of a call that the script spells out; and where nothing of the role allows it, a policy of the
 * resource that the design does not hold still could (IAM User Guide, evaluation logic).
 */
const isCertain = ({ need, isResourceKnown }: JudgedNeed, refusal: Refusal): boolean => need.certainty === 'certain' && (refusal !== 'not-allowed' || isResourceKnown);

/** Sorts judged needs by what can be said of them for certain; guessed ones are never said to be allowed. */
export function sortNeeds(judged: readonly JudgedNeed[]): SortedNeeds {
  const refused: RefusedNeed[] = [];
  const open: SortedNeeds['open'][number][] = [];
  const allowed: JudgedNeed[] = [];
  for (const one of judged) {
    const refusal = refusalOf(one);
    if (refusal !== undefined && isCertain(one, refusal)) refused.push({ ...one, refusal });
    else if (one.answer.decision === 'allowed') allowed.push(one);
    else open.push({ ...one, refusal });
  }
  return { refused, open, allowed };
}
