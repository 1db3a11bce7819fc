import { writeDiagnosisText, writeJson } from '@core/api/reporting.ts';
import type { Question, Symptom, Verdict } from '@core/api/vocabulary.ts';
import { valueOf, type Context } from '../context.ts';
import { exitCode, type ExitCode } from '../exit-codes.ts';
import { readDesign } from '../read-design.ts';
import { styleOf } from '../terminal-style.ts';

const codeOf: Readonly<Record<Verdict, ExitCode>> = {
  reachable: exitCode.clean,
  blocked: exitCode.found,
  ambiguous: exitCode.found,
  undetermined: exitCode.undetermined,
};

export interface WhyOptions {
  readonly question: Question;
  readonly symptom: Symptom | undefined;
  readonly json: boolean;
}

/** `reachable why`: one question, answered whole. */
export async function why(path: string, { question, symptom, json }: WhyOptions, context: Context): Promise<ExitCode> {
  const { io, core } = context;
  const { design } = await readDesign(path, context);
  const diagnosis = valueOf(core.diagnose({ design, question, ...(symptom !== undefined && { symptom }) }));
  await io.stdout.write(json ? writeJson(diagnosis) : writeDiagnosisText(design, diagnosis, styleOf(io.stdout, io)));
  return codeOf[diagnosis.verdict];
}
