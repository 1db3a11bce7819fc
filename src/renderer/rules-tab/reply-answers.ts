import { ephemeralPorts } from '@core/aws/ephemeral-ports.ts';
import type { Diagnosis, Leg } from '@core/findings/diagnosis.ts';
import type { ClientClass, Question } from '@core/model/question.ts';
import type { Answer } from '../controls/answers.ts';
import { rowKey, type RuleDirection } from '../inspector/rows/row-key.ts';
import { judgeRows } from '../inspector/rows/judge-rows.ts';

/** One kind of client: the ports its replies go back to. */
export interface ReplyClient {
  readonly client: ClientClass;
  readonly label: string;
  /** `32768–60999`. */
  readonly ports: string;
}

const clientOf = (client: ClientClass, label: string): ReplyClient => ({ client, label, ports: `${ephemeralPorts[client].firstPort}–${ephemeralPorts[client].lastPort}` });

/** The clients that AWS names with their ephemeral ports (VPC User Guide, vpc-network-acls, ephemeral ports). */
export const replyClients: readonly ReplyClient[] = [
  clientOf('linux', 'Linux'),
  clientOf('windows', 'Windows'),
  clientOf('elb', 'Load balancer'),
  clientOf('nat', 'NAT gateway'),
  clientOf('lambda', 'Lambda'),
];

const OPPOSITE = { inbound: 'outbound', outbound: 'inbound' } as const;
const directionFor = (leg: Leg, direction: RuleDirection): RuleDirection => (leg === 'reply' ? direction : OPPOSITE[direction]);

/** Whether the reply of the question asked passes, or would pass, an ACL in that direction. */
export function meetsReply(diagnosis: Diagnosis | null, networkAcl: string, direction: RuleDirection): boolean {
  const word = diagnosis?.question.protocol ?? 'tcp';
  const hasPorts = word === 'tcp' || word === 'udp' || word === 6 || word === 17;
  if (!diagnosis || !hasPorts) return false;
  return diagnosis.paths.some(({ leg, hops }) => hops.some(({ because }) => because?.at === networkAcl && because.direction !== undefined && directionFor(leg, because.direction) === direction));
}

/** The question asked, as if its client were of that kind. */
export function questionFor(question: Question, client: ClientClass): Question {
  const { sourcePort: _port, ...rest } = question;
  return { ...rest, client };
}

/** What an ACL does to the reply of an answer in one direction; `undetermined` where the reply never gets to it. */
export function answerOfReply(diagnosis: Diagnosis, networkAcl: string, direction: RuleDirection): Extract<Answer, 'pass' | 'fail' | 'undetermined'> {
  const verdicts = [...judgeRows(diagnosis, networkAcl)].filter(([key]) => key.startsWith(rowKey('', direction))).map(([, verdict]) => verdict);
  if (verdicts.some(({ stops }) => stops.includes('reply'))) return 'fail';
  return verdicts.some(({ passes }) => passes.includes('reply')) ? 'pass' : 'undetermined';
}
