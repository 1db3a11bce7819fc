import type { StepStatus } from '@core/findings/diagnosis.ts';
import type { Verdict } from '@core/model/question.ts';
import type { Answer } from '../controls/answers.ts';

/** The shape for each status of a step. */
export const answerOfStatus: Readonly<Record<StepStatus, Answer>> = { pass: 'pass', fail: 'fail', warning: 'warn', 'your-turn': 'turn', 'not-needed': 'none' };
export const wordOfStatus: Readonly<Record<StepStatus, string>> = { pass: 'Pass', fail: 'Fail', warning: 'Warning', 'your-turn': 'Your turn', 'not-needed': 'Not needed' };

/** The shape for each verdict. */
export const answerOfVerdict: Readonly<Record<Verdict, Answer>> = { reachable: 'pass', blocked: 'fail', ambiguous: 'ambiguous', undetermined: 'undetermined' };

/** A verdict's sentence as its first word and the rest: "Blocked", "the reply is stopped by …". */
export function splitSentence(sentence: string): readonly [head: string, rest: string] {
  const colon = sentence.indexOf(':');
  return colon < 0 ? [sentence, ''] : [sentence.slice(0, colon + 1), sentence.slice(colon + 1).trim()];
}
