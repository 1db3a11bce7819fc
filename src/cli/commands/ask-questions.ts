import { writeJsonLine } from '@core/api/reporting.ts';
import { fail, questionSchema, succeed, type Design, type Question, type Reply, type Symptom } from '@core/api/vocabulary.ts';
import type { Context } from '../context.ts';
import { exitCode, type ExitCode } from '../exit-codes.ts';
import { openProgress } from '../progress.ts';
import { nameOfInput, readDesign, readInput, STANDARD_STREAM } from '../read-design.ts';
import { refuse } from '../refusal.ts';

const LINES_BETWEEN_PROGRESS = 50;

/** One line of a file of questions: what to call the answer, and the question or what is wrong with it. */
interface Line {
  readonly id: string | number | null;
  readonly question: Reply<Question>;
}

function readId(value: object): Line['id'] {
  if (!('id' in value)) return null;
  return typeof value.id === 'string' || typeof value.id === 'number' ? value.id : JSON.stringify(value.id);
}

const NUMBER_WORD = /^\d{1,5}$/;

/** What programs write who have no types: `null` for what is not given, numbers as text, protocols in capitals. */
function readPlainly([key, value]: readonly [string, unknown]): readonly (readonly [string, unknown])[] {
  if (value === null) return [];
  if (typeof value !== 'string') return [[key, value]];
  if (key === 'from' || key === 'to') return [[key, value.trim()]];
  return [[key, NUMBER_WORD.test(value) ? Number(value) : value.toLowerCase()]];
}

function readQuestion(value: object): Reply<Question> {
  const { id: _id, ...given } = value as Record<string, unknown>;
  const asked: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(given).flatMap(readPlainly));
  const parsed = questionSchema.safeParse(asked);
  if (parsed.success) return succeed(parsed.data);
  const issue = parsed.error.issues[0];
  const at = issue?.path.map(String).join(' › ') ?? '';
  return fail(at === '' ? 'This is no question.' : `"${at}" ${at in asked ? `cannot be ${JSON.stringify(asked[at])}` : 'is missing'}: ${issue?.message ?? 'it is not understood'}.`);
}

/** Reads one line; `number` counts from 1. */
export function readLine(text: string, number: number): Line {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { id: null, question: fail(`Line ${number} is not JSON; write one question per line such as {"from":"internet","to":"web-1","port":443}.`) };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { id: null, question: fail(`Line ${number} is not a JSON object.`) };
  return { id: readId(value), question: readQuestion(value) };
}

function answer(line: Line, design: Design, { core, symptom }: { readonly core: Context['core']; readonly symptom: Symptom | undefined }): { readonly text: string; readonly isAnswered: boolean } {
  const reply = line.question.ok ? core.diagnose({ design, question: line.question.value, ...(symptom !== undefined && { symptom }) }) : line.question;
  const written = reply.ok ? { id: line.id, ...reply.value } : { id: line.id, error: reply.problem.message };
  return { text: writeJsonLine(written), isAnswered: reply.ok };
}

/** `reachable why --questions`: one answer per line, the design read once. */
export async function askQuestions(path: string, options: { readonly questions: string; readonly symptom: Symptom | undefined }, context: Context): Promise<ExitCode> {
  const { questions, symptom } = options;
  const { io, core } = context;
  if (path === STANDARD_STREAM && questions === STANDARD_STREAM) refuse('The design and the questions cannot both be standard input; name a file for one of them.');
  const { design } = await readDesign(path, context);
  const text = new TextDecoder().decode(await readInput(questions, context));
  const lines = text.split('\n').map((line, index) => ({ text: line.trim(), number: index + 1 })).filter((line) => line.text !== '');
  const progress = openProgress(io);
  let unanswered = 0;
  for (const [index, line] of lines.entries()) {
    if (index % LINES_BETWEEN_PROGRESS === 0) await progress.show(`Question ${index + 1} of ${lines.length}`);
    const answered = answer(readLine(line.text, line.number), design, { core, symptom });
    if (!answered.isAnswered) unanswered += 1;
    await io.stdout.write(answered.text);
  }
  await progress.clear();
  if (unanswered > 0) refuse(`${nameOfInput(questions)}: ${unanswered} of ${lines.length} questions could not be asked; their lines carry an "error".`);
  return exitCode.clean;
}
