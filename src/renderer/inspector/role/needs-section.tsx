import type { RoleNeed } from '@core/findings/report.ts';
import { useAppState } from '../../app/app-context.ts';
import type { Answer } from '../../controls/answers.ts';
import { AnswerMark } from '../../controls/answer-mark.tsx';
import { Section } from '../../controls/section.tsx';
import { factsOf } from '../../store/report-slice.ts';
import type { FormProps } from '../parts/form-props.ts';
import { Sentence } from '../parts/remark.tsx';
import { LineList, ResourceLine } from '../parts/resource-line.tsx';
import { joinNeeds, type JoinedNeed } from './join-needs.ts';
import styles from './role.module.css';

const ANSWERS: Readonly<Record<RoleNeed['answer'], readonly [answer: Answer, word: string]>> = {
  allowed: ['pass', 'allowed'],
  denied: ['fail', 'denied'],
  unknown: ['turn', 'your turn'],
};

/** What the instances with this role ask of AWS, and what IAM answers; by whom it is decided stands below. */
export function NeedsSection({ id }: FormProps<'iam-role'>) {
  const fact = useAppState(({ report }) => factsOf(report, id));
  if (fact?.kind !== 'iam-role') return null;
  const { instances, needs } = fact;
  return (
    <Section title="What may it do" end={instances.length === 1 ? '1 instance' : `${instances.length} instances`}>
      <LineList label="Instances with this role" none="No instance has this role.">
        {instances.map((instance) => (
          <ResourceLine key={instance} id={instance} />
        ))}
      </LineList>
      {instances.length > 0 && needs.length === 0 && <Sentence>Their start-up scripts call no AWS service.</Sentence>}
      {joinNeeds(needs).map((need) => (
        <NeedRow key={need.key} need={need} />
      ))}
    </Section>
  );
}

function NeedRow({ need: { actions, resource, answer, because } }: { readonly need: JoinedNeed }) {
  const [shape, word] = ANSWERS[answer];
  const done = actions.join(', ');
  return (
    <div className={styles.need} role="group" aria-label={`${done} on ${resource}: ${word}`}>
      <span className={styles.actions}>{done}</span>
      <AnswerMark answer={shape} word={word} />
      <span className={styles.arn}>{resource}</span>
      <span className={styles.because}>{because}</span>
    </div>
  );
}
