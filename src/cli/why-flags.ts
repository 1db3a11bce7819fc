import type { ClientClass, Question, Symptom } from '@core/api/vocabulary.ts';
import type { Context } from './context.ts';
import type { ExitCode } from './exit-codes.ts';
import { refuse } from './refusal.ts';

/** The options of `why` as the command line gives them. */
export interface WhyFlags {
  readonly from?: string;
  readonly to?: string;
  readonly protocol?: Question['protocol'];
  readonly port?: number;
  readonly icmpType?: number;
  readonly icmpCode?: number;
  readonly sourcePort?: number;
  readonly client?: ClientClass;
  readonly symptom?: Symptom;
  readonly questions?: string;
  readonly json?: boolean;
}

const questionFlags = ['from', 'to', 'protocol', 'port', 'icmpType', 'icmpCode', 'sourcePort', 'client'] as const;

function toQuestion(flags: WhyFlags): Question {
  const { from, to, protocol, port, icmpType, icmpCode, sourcePort, client } = flags;
  if (from === undefined || from.trim() === '') return refuse('--from is missing; name who opens the connection, for example --from internet.');
  if (to === undefined || to.trim() === '') return refuse('--to is missing; name who shall be reached, for example --to web-1.');
  return { from: from.trim(), to: to.trim(), protocol, port, icmpType, icmpCode, sourcePort, client };
}

/** Answers one question, or a file of them. */
export async function askWhy(path: string, flags: WhyFlags, open: () => Promise<Context>): Promise<ExitCode> {
  const { questions, symptom, json = false } = flags;
  if (questions === undefined) {
    const question = toQuestion(flags);
    const { why } = await import('./commands/why.ts');
    return why(path, { question, symptom, json }, await open());
  }
  const given = questionFlags.find((flag) => flags[flag] !== undefined);
  if (given !== undefined) refuse('--questions brings its own endpoints and ports; leave out --from, --to and the options that go with them.');
  const { askQuestions } = await import('./commands/ask-questions.ts');
  return askQuestions(path, { questions, symptom }, await open());
}
