import type { Diagnosis } from '@core/findings/diagnosis.ts';
import type { ClientClass } from '@core/model/question.ts';
import type { RuleDirection } from '../inspector/rows/row-key.ts';

/** The clients a network ACL has to let replies go back to; each opens connections from ports of its own. */
export const replyClients = ['linux', 'windows', 'elb', 'nat', 'lambda'] as const satisfies readonly ClientClass[];
export type ReplyClient = (typeof replyClients)[number];

/** What an ACL does with replies: lets them through, stops them all or a part of them, is not on their way, or not known. */
export type ReplyAnswer = 'pass' | 'fail' | 'ambiguous' | 'undetermined' | 'none';

const PORT_PROTOCOLS: ReadonlySet<unknown> = new Set(['tcp', 'udp', 6, 17]);

/** Reads off an answer what an ACL does, in one direction, with the replies of the question. The evaluator has decided; this only reads. */
export function judgeReply(diagnosis: Diagnosis, acl: string, direction: RuleDirection): ReplyAnswer {
  const isHere = (evidence: { readonly at: string; readonly direction?: RuleDirection } | null | undefined): boolean =>
    evidence?.at === acl && evidence.direction === direction;
  if (!PORT_PROTOCOLS.has(diagnosis.question.protocol ?? 'tcp')) return 'none';
  const stops = diagnosis.blockers.some(({ leg, component, evidence }) => leg === 'reply' && component === 'network-acl' && evidence.some(isHere));
  if (stops) return diagnosis.verdict === 'ambiguous' ? 'ambiguous' : 'fail';
  if (diagnosis.verdict === 'undetermined') return 'undetermined';
  const reply = diagnosis.paths.find(({ leg }) => leg === 'reply');
  return reply?.hops.some(({ because }) => isHere(because)) === true ? 'pass' : 'none';
}
