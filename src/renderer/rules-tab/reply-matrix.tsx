import type { ResourceId } from '@core/model/ids.ts';
import { AnswerMark } from '../controls/answer-mark.tsx';
import type { RuleDirection } from '../inspector/rows/row-key.ts';
import { replyClients } from './reply-answers.ts';
import styles from './rules-tab.module.css';
import { useReplyAnswers } from './use-reply-answers.ts';

const TITLES = { outbound: 'Can the reply go out to the client?', inbound: 'Can the reply come in to the client?' } as const;
const WORDS = { pass: 'The reply passes', fail: 'The reply is dropped', undetermined: 'The reply does not get here' } as const;

/** For each kind of client whether the reply of the question asked gets through; nothing while no reply meets the ACL here. */
export function ReplyMatrix({ id, direction }: { readonly id: ResourceId; readonly direction: RuleDirection }) {
  const answers = useReplyAnswers(id, direction);
  if (!answers) return null;
  return (
    <section className={styles.matrix} aria-label={TITLES[direction]}>
      <h4 className={styles.matrixTitle}>{TITLES[direction]}</h4>
      <ul className={styles.answers}>
        {replyClients.map(({ client, label, ports }) => {
          const answer = answers.get(client) ?? 'undetermined';
          return (
            <li key={client} className={styles.answer}>
              <b>
                <AnswerMark answer={answer} word={WORDS[answer]} shapeOnly />
                {label}
              </b>
              <span className={styles.ports}>{ports}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
