import type { Comparison, ExpectationChange, ReachChange } from '@core/findings/comparison.ts';
import type { Finding } from '@core/findings/finding.ts';
import type { ReactNode } from 'react';
import { useApp } from '../app/app-context.ts';
import { AnswerMark } from '../controls/answer-mark.tsx';
import { answerOfSeverity, wordOfSeverity } from '../problems/problem-groups.ts';
import styles from './changes.module.css';

/** What the differences mean: who reaches what, which findings came and went, which saved questions are answered otherwise. */
export function EffectList({ value }: { readonly value: Comparison }) {
  const { opens, closes, findings, expectations, design } = value;
  return (
    <div className={styles.effects} role="group" aria-label="What it opens and closes" tabIndex={0}>
      {opens.length + closes.length === 0 && <p className={styles.quiet}>Nothing opens or closes.</p>}
      <Reach title="Opens" changes={opens} />
      <Reach title="Closes" changes={closes} />
      <Findings title="New findings" findings={findings.appeared} />
      <Findings title="Findings that are gone" findings={findings.resolved} />
      <Expectations changes={expectations} />
      <Sentences title="Design" sentences={design.map(({ label, before, after }) => `${label}: ${before ?? 'nothing'} → ${after ?? 'nothing'}`)} />
    </div>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3 className={styles.kind}>{title}</h3>
      <ul className={styles.sentences}>{children}</ul>
    </section>
  );
}

function Sentences({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <Group title={title}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </Group>
  );
}

/** Choosing one selects what is reached, as far as it is on the canvas, and brings it into view. */
function Reach({ title, changes }: { readonly title: string; readonly changes: readonly ReachChange[] }) {
  const { store, canvas } = useApp();
  if (changes.length === 0) return null;
  const show = ({ resources }: ReachChange): void => {
    store.select(resources);
    const [first] = resources;
    if (first !== undefined) canvas.current?.reveal(first);
  };
  return (
    <Group title={title}>
      {changes.map((change) => (
        <li key={change.sentence} onPointerEnter={() => store.highlight([...change.resources, ...change.from])} onPointerLeave={() => store.highlight([])}>
          <button type="button" className={styles.reach} onClick={() => show(change)}>
            {change.sentence}
          </button>
        </li>
      ))}
    </Group>
  );
}

const LATEST = 60;

function Findings({ title, findings }: { readonly title: string; readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  const more = findings.length - LATEST;
  return (
    <Group title={title}>
      {findings.slice(0, LATEST).map((finding) => (
        <FindingLine key={finding.id} finding={finding} />
      ))}
      {more > 0 && <li className={styles.quiet}>{`And ${more.toLocaleString('en')} more.`}</li>}
    </Group>
  );
}

function FindingLine({ finding }: { readonly finding: Finding }) {
  const { store, canvas } = useApp();
  const { severity, message, evidence } = finding;
  const [place] = evidence;
  const show = (): void => {
    if (!place) return;
    store.showEvidence(place);
    canvas.current?.reveal(place.at);
  };
  return (
    <li>
      <button type="button" className={styles.finding} onClick={show}>
        <AnswerMark answer={answerOfSeverity[severity]} word={wordOfSeverity[severity]} shapeOnly />
        <span>{message}</span>
      </button>
    </li>
  );
}

function Expectations({ changes }: { readonly changes: readonly ExpectationChange[] }) {
  if (changes.length === 0) return null;
  return (
    <Group title="Expectations">
      {changes.map(({ sentence, after }) => (
        <li key={sentence} className={styles.finding}>
          {after && <AnswerMark answer={after.verdict === after.expected ? 'pass' : 'fail'} word={after.verdict === after.expected ? 'Holds' : 'Fails'} shapeOnly />}
          <span>{sentence}</span>
        </li>
      ))}
    </Group>
  );
}
