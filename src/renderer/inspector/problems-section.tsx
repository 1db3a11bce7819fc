import type { Finding } from '@core/findings/finding.ts';
import { countOf } from '@core/editing/nouns.ts';
import type { ResourceId } from '@core/model/ids.ts';
import { useMemo } from 'react';
import { useAppState, useStore } from '../app/app-context.ts';
import { AnswerMark } from '../controls/answer-mark.tsx';
import { Button } from '../controls/button.tsx';
import { Section } from '../controls/section.tsx';
import { findingsOf } from '../store/report-slice.ts';
import styles from './problems-section.module.css';

const ANSWERS = { error: 'fail', warning: 'warn', advice: 'none' } as const;
const WORDS = { error: 'Error', warning: 'Warning', advice: 'Advice' } as const;

/** What the check says about a resource: the findings whose first place it is. Nothing is shown where it says nothing. */
export function ProblemsSection({ id }: { readonly id: ResourceId }) {
  const report = useAppState((state) => state.report);
  const own = useMemo(() => findingsOf(report).filter(({ evidence }) => evidence[0]?.at === id), [report, id]);
  if (own.length === 0) return null;
  return (
    <Section title="Problems" end={countOf(own.length, 'finding')}>
      <ul className={styles.list}>
        {own.map((finding) => (
          <Problem key={finding.id} finding={finding} />
        ))}
      </ul>
    </Section>
  );
}

function Problem({ finding }: { readonly finding: Finding }) {
  const store = useStore();
  const [fix] = finding.fixes;
  return (
    <li className={styles.problem} data-severity={finding.severity}>
      <AnswerMark answer={ANSWERS[finding.severity]} word={WORDS[finding.severity]} />
      <p>{finding.message}</p>
      {fix && (
        <Button size="small" aria-label={`Apply: ${fix.title}`} onClick={() => store.applyFix(fix)}>
          {fix.title}
        </Button>
      )}
    </li>
  );
}
