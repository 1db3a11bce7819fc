import { nextRowId, type RowId } from '../model/ids.ts';
import { answerSchema, expectationSchema, type Answer, type Design, type Expectation } from '../model/design.ts';
import type { Question } from '../model/question.ts';
import { jsonEqual } from '../patch/json.ts';
import type { Draft } from './draft.ts';
import type { EditResult } from './edit-result.ts';
import { edit } from './edit.ts';
import { refuse } from './refusal.ts';
import { putRows, rowEntries, withoutRow } from './rows.ts';

function readExpectation(given: Expectation): Expectation {
  const parsed = expectationSchema.safeParse(given);
  return parsed.success ? parsed.data : refuse(`This question cannot be saved: ${parsed.error.issues[0]?.message ?? 'it is not complete'}.`);
}

const nameOfEnd = (draft: Draft, end: string): string => (end === 'internet' ? 'the internet' : draft.nameOf(end));

const sayQuestion = (draft: Draft, { title, question }: Expectation): string => title ?? `${nameOfEnd(draft, question.from)} to ${nameOfEnd(draft, question.to)}`;

/** Saves a question with the verdict it must have; refused when the same question is saved already. */
export function addExpectation(design: Design, { expectation: given }: { readonly expectation: Expectation }): EditResult {
  return edit(design, (draft) => {
    const expectation = readExpectation(given);
    const rows = draft.design.expectations ?? {};
    const twin = Object.values(rows).find(({ question }) => jsonEqual(question, expectation.question));
    if (twin) refuse(`This question is saved already, with the verdict ${twin.verdict}.`);
    putRows(draft, 'expectations', { ...rows, [nextRowId('expectation', rows)]: expectation });
    return { said: `Expect ${sayQuestion(draft, expectation)} to be ${expectation.verdict}` };
  });
}

/** Replaces a saved question. */
export function changeExpectation(design: Design, { row, expectation: given }: { readonly row: RowId; readonly expectation: Expectation }): EditResult {
  return edit(design, (draft) => {
    const rows = draft.design.expectations ?? {};
    if (!rows[row]) refuse(`No saved question ${row} is in the design.`);
    const expectation = readExpectation(given);
    putRows(draft, 'expectations', { ...rows, [row]: expectation });
    return { said: `Expect ${sayQuestion(draft, expectation)} to be ${expectation.verdict}` };
  });
}

/** Forgets a saved question. */
export function removeExpectation(design: Design, { row }: { readonly row: RowId }): EditResult {
  return edit(design, (draft) => {
    const rows = draft.design.expectations ?? {};
    const expectation = rows[row] ?? refuse(`No saved question ${row} is in the design.`);
    putRows(draft, 'expectations', withoutRow(rows, row));
    return { said: `Stop expecting ${sayQuestion(draft, expectation)} to be ${expectation.verdict}` };
  });
}

export interface SetAnswerRequest {
  readonly question: Question;
  /** Id of the step that asked. */
  readonly step: string;
  /** `undefined` takes the answer back. */
  readonly answer: Answer['answer'] | undefined;
}

/** Remembers what the person answered to a step that the drawing cannot decide. */
export function setAnswer(design: Design, { question, step, answer }: SetAnswerRequest): EditResult {
  return edit(design, (draft) => {
    const rows = draft.design.answers ?? {};
    const known = rowEntries(rows).find(([, row]) => row.step === step && jsonEqual(row.question, question));
    if (answer === undefined) {
      if (!known) return refuse('That step has no answer to take back.');
      putRows(draft, 'answers', withoutRow(rows, known[0]));
      return { said: `Take back the answer to step ${step}` };
    }
    const parsed = answerSchema.safeParse({ question, step, answer });
    if (!parsed.success) return refuse(`This answer cannot be saved: ${parsed.error.issues[0]?.message ?? 'it is not complete'}.`);
    putRows(draft, 'answers', { ...rows, [known?.[0] ?? nextRowId('answer', rows)]: parsed.data });
    return { said: `Answer step ${step} with ${answer}` };
  });
}
