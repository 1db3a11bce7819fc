import { suggestNextSteps } from '@core/editing/suggest-next-steps.ts';
import type { Diagnosis } from '@core/findings/diagnosis.ts';
import { useMemo } from 'react';
import { useAppState, useStore } from '../app/app-context.ts';
import { Button } from '../controls/button.tsx';
import { EmptyState } from '../controls/empty-state.tsx';
import { Glyph } from '../controls/glyph.tsx';
import styles from './diagnose.module.css';
import { QuestionBar } from './question-bar.tsx';
import { StepRow } from './step-row.tsx';
import { StoryList } from './story-list.tsx';
import { SymptomButtons } from './symptom-field.tsx';
import { VerdictCard } from './verdict-card.tsx';

function AnswerPart({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  return (
    <div className={styles.columns}>
      <VerdictCard diagnosis={diagnosis} />
      <div className={styles.right}>
        {diagnosis.story && <StoryList story={diagnosis.story} />}
        <ol className={styles.steps} aria-label="The ten steps">
          {diagnosis.steps.map((step) => (
            <StepRow key={step.id} step={step} />
          ))}
        </ol>
      </div>
    </div>
  );
}

function NoQuestion() {
  const store = useStore();
  const design = useAppState((state) => state.design);
  const target = Object.entries(design.resources).find(([, resource]) => resource.kind === 'instance')?.[0];
  return (
    <EmptyState
      sentence="Choose who wants to reach whom."
      action={target === undefined ? undefined : { label: `Ask: Internet to ${design.resources[target as keyof typeof design.resources]?.name ?? target}`, onClick: () => store.askTo(target) }}
    />
  );
}

const SHOWN_STEPS = 4;

/** What is worth doing next in the drawing, each a click away. */
function NextSteps() {
  const store = useStore();
  const design = useAppState((state) => state.design);
  // What was imported is somebody's account as it is; only a drawing is led on.
  const steps = useMemo(() => (design.snapshot ? [] : suggestNextSteps(design).slice(0, SHOWN_STEPS)), [design]);
  if (steps.length === 0) return null;
  return (
    <section className={styles.next} aria-label="Next steps">
      <h2>Next steps</h2>
      <ul>
        {steps.map(({ id, title, edit }) => (
          <li key={id}>
            <Button size="small" aria-label={`Do: ${title}`} onClick={() => store.apply(edit)}>
              Do it
            </Button>
            {title}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The tab that answers one question: the verdict at the left, the ten steps at the right. */
export function DiagnosePanel() {
  const { value, diagnosis, problem } = useAppState((state) => state.question);
  return (
    <div className={styles.panel}>
      <QuestionBar />
      {problem !== null && (
        <p className={styles.problem} role="alert">
          <Glyph id="answer-fail" size={14} />
          {problem}
        </p>
      )}
      {value === null && (
        <div className={styles.empty}>
          <SymptomButtons />
          <NoQuestion />
          <NextSteps />
        </div>
      )}
      {value !== null && diagnosis && <AnswerPart diagnosis={diagnosis} />}
    </div>
  );
}
