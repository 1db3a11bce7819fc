import type { Design, Expectation } from '@core/model/design.ts';
import type { Verdict } from '@core/model/question.ts';
import { succeed, type Reply } from '@core/model/reply.ts';
import { askLatest } from './ask-latest.ts';
import type { SliceContext } from './slice-context.ts';

/** What became of one saved question. */
export interface ExpectationOutcome {
  /** `null` when the question cannot be answered; `sentence` says why. */
  readonly verdict: Verdict | null;
  readonly holds: boolean;
  readonly sentence: string;
}

export interface ExpectationState {
  /** By the expectation's row id. */
  readonly outcomes: Readonly<Record<string, ExpectationOutcome>>;
  readonly revision: number;
}

export const initialExpectations: ExpectationState = { outcomes: {}, revision: 0 };

type Outcomes = ExpectationState['outcomes'];

/** Keeps the outcomes in step with the design; the answer is the function that asks. */
export function followExpectations({ get, set, host }: SliceContext): () => void {
  const judge = async (design: Design, expectation: Expectation): Promise<ExpectationOutcome> => {
    const reply = await host.diagnose({ design, question: expectation.question });
    if (!reply.ok) return { verdict: null, holds: false, sentence: reply.problem.message };
    const { verdict, sentence } = reply.value;
    return { verdict, holds: verdict === expectation.verdict, sentence };
  };
  const judgeAll = async (design: Design): Promise<Reply<Outcomes>> => {
    const rows = Object.entries(design.expectations ?? {});
    const judged = rows.map(async ([row, expectation]) => [row, await judge(design, expectation)] as const);
    return succeed(Object.fromEntries(await Promise.all(judged)));
  };
  return askLatest<Outcomes>({
    put: () => {
      const { design, revision, expectations } = get();
      const isEmpty = Object.keys(design.expectations ?? {}).length === 0;
      if (isEmpty && Object.keys(expectations.outcomes).length === 0) return undefined;
      return { revision, answer: judgeAll(design) };
    },
    receive: (reply, revision) => {
      if (reply.ok && revision >= get().expectations.revision) set({ expectations: { outcomes: reply.value, revision } });
    },
  });
}

/** How many saved questions have the verdict they must have. */
export function countHolding({ outcomes }: ExpectationState): { readonly holding: number; readonly all: number } {
  const all = Object.values(outcomes);
  return { holding: all.filter(({ holds }) => holds).length, all: all.length };
}
