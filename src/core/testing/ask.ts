import { diagnose } from '../diagnosis/diagnose.ts';
import type { Diagnosis } from '../findings/diagnosis.ts';
import type { Design } from '../model/design.ts';
import type { Question } from '../model/question.ts';

/** A question from words such as `i-a -> i-b tcp 443`, `internet -> i-web icmp`, `i-a -> 10.0.1.5 all`. */
export function question(words: string): Question {
  const [from = '', , to = '', protocol, port] = words.split(' ');
  const known = protocol === undefined ? {} : { protocol: /^\d+$/.test(protocol) ? Number(protocol) : (protocol as 'tcp') };
  return { from, to, ...known, ...(port !== undefined && { port: Number(port) }) };
}

/** The whole answer; throws where the question cannot be asked. */
export function answerOf(design: Design, asked: Question): Diagnosis {
  const reply = diagnose(design, asked);
  if (!reply.ok) throw new Error(reply.problem.message);
  return reply.value;
}

/** The verdict, and behind it every blocker as `leg component resource`; or `error` where it cannot be asked. */
export function ask(design: Design, asked: Question | string): readonly string[] {
  const reply = diagnose(design, typeof asked === 'string' ? question(asked) : asked);
  if (!reply.ok) return ['error'];
  return [reply.value.verdict, ...new Set(reply.value.blockers.map(({ leg, component, resource }) => `${leg} ${component} ${resource}`))];
}
