import { ephemeralPorts } from '@core/aws/ephemeral-ports.ts';
import type { Design } from '@core/model/design.ts';
import type { Question } from '@core/model/question.ts';
import { AnswerMark } from '../controls/answer-mark.tsx';
import { nameOf } from '../inspector/parts/name-of.ts';
import { useDesign } from '../inspector/parts/use-edit.ts';
import { replyClients, type ReplyAnswer, type ReplyClient } from './judge-reply.ts';
import styles from './rules-tab.module.css';
import { useReplyAnswers, type Watched } from './use-reply-answers.ts';

const TITLES = { outbound: 'Can the reply go out to the client?', inbound: 'Can the reply come in to the client?' } as const;
const NAMES: Readonly<Record<ReplyClient, string>> = { linux: 'Linux', windows: 'Windows', elb: 'Load balancer', nat: 'NAT gateway', lambda: 'Lambda' };
const WORDS: Readonly<Record<Exclude<ReplyAnswer, 'none'>, string>> = {
  pass: 'The reply passes',
  fail: 'The reply is dropped',
  ambiguous: 'A part of the replies is dropped',
  undetermined: 'Not known',
};

function sayQuestion(design: Design, { from, to, protocol, port }: Question): string {
  const end = (name: string): string => (name === 'internet' ? 'the internet' : nameOf(design, name));
  return `${end(from)} to ${end(to)}, ${String(protocol ?? 'tcp').toUpperCase()}${port === undefined ? '' : ` ${port}`}`;
}

/** For each kind of client whether replies get through an ACL; each kind opens its connections from ports of its own. */
export function ReplyMatrix(watched: Watched) {
  const design = useDesign();
  const tried = useReplyAnswers(watched);
  const shown = tried ? replyClients.filter((client) => (tried.answers[client] ?? 'none') !== 'none') : [];
  if (!tried || shown.length === 0) return null;
  const title = TITLES[watched.direction];
  return (
    <section className={styles.matrix} aria-label={title}>
      <h3 className={styles.matrixTitle}>{title}</h3>
      <ul className={styles.answers}>
        {shown.map((client) => (
          <ClientAnswer key={client} client={client} answer={tried.answers[client] ?? 'undetermined'} />
        ))}
      </ul>
      {!tried.isAsked && <p className={styles.asked}>Tried with {sayQuestion(design, tried.question)}.</p>}
    </section>
  );
}

function ClientAnswer({ client, answer }: { readonly client: ReplyClient; readonly answer: ReplyAnswer }) {
  const { firstPort, lastPort } = ephemeralPorts[client];
  if (answer === 'none') return null;
  return (
    <li className={styles.answer}>
      <b>
        <AnswerMark answer={answer} word={WORDS[answer]} shapeOnly />
        {NAMES[client]}
      </b>
      <span className={styles.ports}>
        {firstPort}–{lastPort}
      </span>
    </li>
  );
}
