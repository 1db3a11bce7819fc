import type { Design, Expectation } from '../model/design.ts';
import type { Verdict } from '../model/question.ts';
import { describeQuestion } from './diagnosis-text.ts';
import { plainStyle, type TextStyle } from './paint.ts';
import { countWords, hang } from './text-layout.ts';

/** One saved expectation and what came out; `problem` when it cannot be asked any more. */
export interface ExpectationResult {
  readonly id: string;
  readonly expectation: Expectation;
  readonly verdict: Verdict | null;
  /** Why: the verdict's sentence, or what is wrong with the question. */
  readonly sentence: string;
}

/** Whether the verdict is the expected one; a question that cannot be asked does not hold. */
export const holds = ({ expectation, verdict }: ExpectationResult): boolean => verdict === expectation.verdict;

function writeResult(design: Design, result: ExpectationResult, { paint, width }: TextStyle): string {
  const { expectation, verdict, sentence } = result;
  const title = expectation.title ?? describeQuestion(design, expectation.question);
  if (holds(result)) return hang(`${paint('pass', 'holds')}  `, `${title}: ${expectation.verdict}`, { width, leadLength: 7 });
  const answer = verdict === null ? `cannot be asked. ${sentence}` : `is ${verdict}, not ${expectation.verdict}. ${sentence}`;
  return hang(`${paint('fail', 'FAILS')}  `, `${title} ${answer}`, { width, leadLength: 7 });
}

function summarise(count: number, failed: number): string {
  if (failed > 0) return `${failed} of ${countWords(count, 'expectation')} ${failed === 1 ? 'fails' : 'fail'}.`;
  return count === 1 ? 'The expectation holds.' : `All ${count} expectations hold.`;
}

/** The saved expectations of a design, each with whether it holds. */
export function writeExpectationsText(design: Design, results: readonly ExpectationResult[], style: TextStyle = plainStyle): string {
  if (results.length === 0) return 'This design has no expectations; save a question as an expectation to guard it.\n';
  const failed = results.filter((result) => !holds(result)).length;
  return `${[...results.map((result) => writeResult(design, result, style)), '', style.paint('strong', summarise(results.length, failed))].join('\n')}\n`;
}
