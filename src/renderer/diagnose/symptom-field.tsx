import type { Symptom } from '@core/model/question.ts';
import { useAppState, useStore } from '../app/app-context.ts';
import { Button } from '../controls/button.tsx';
import { Select } from '../controls/select.tsx';
import styles from './diagnose.module.css';
import { NO_SYMPTOM, symptomChoices } from './question-choices.ts';

/** What the person sees, asked before who wants to reach whom: it says which steps matter. */
export function SymptomField() {
  const store = useStore();
  const symptom = useAppState((state) => state.question.symptom);
  return (
    <>
      <span className={styles.word}>What do you see?</span>
      <Select label="Symptom" value={symptom ?? NO_SYMPTOM} choices={symptomChoices} onChange={(word) => store.setSymptom(word === NO_SYMPTOM ? null : (word as Symptom))} />
      {symptom !== null && (
        <span className={styles.legend}>
          <i className={styles.likely} aria-hidden="true" /> marks the likely steps
        </span>
      )}
      <span className={styles.divider} aria-hidden="true" />
    </>
  );
}

/** The same as buttons, while nothing is asked yet. */
export function SymptomButtons() {
  const store = useStore();
  const symptom = useAppState((state) => state.question.symptom);
  return (
    <section className={styles.first} role="group" aria-label="What do you see?">
      <h2>What do you see?</h2>
      <ul>
        {symptomChoices.map(({ value, label, sentence }) => (
          <li key={value}>
            <Button pressed={value === (symptom ?? NO_SYMPTOM)} title={sentence} onClick={() => store.setSymptom(value === NO_SYMPTOM ? null : (value as Symptom))}>
              {label}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
