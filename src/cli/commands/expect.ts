import { holds, writeExpectationsText, type ExpectationResult } from '@core/api/reporting.ts';
import type { Design } from '@core/api/vocabulary.ts';
import type { Context } from '../context.ts';
import { exitCode, type ExitCode } from '../exit-codes.ts';
import { readDesign } from '../read-design.ts';
import { styleOf } from '../terminal-style.ts';

function runExpectations(design: Design, { core }: Context): readonly ExpectationResult[] {
  return Object.entries(design.expectations ?? {}).map(([id, expectation]) => {
    const reply = core.diagnose({ design, question: expectation.question });
    return reply.ok
      ? { id, expectation, verdict: reply.value.verdict, sentence: reply.value.sentence }
      : { id, expectation, verdict: null, sentence: reply.problem.message };
  });
}

/** `reachable expect`: the saved expectations, each with whether it holds. */
export async function expect(path: string, context: Context): Promise<ExitCode> {
  const { io } = context;
  const { design } = await readDesign(path, context);
  const results = runExpectations(design, context);
  await io.stdout.write(writeExpectationsText(design, results, styleOf(io.stdout, io)));
  return results.every(holds) ? exitCode.clean : exitCode.found;
}
