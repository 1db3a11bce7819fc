import { stepIds, type StoryPart } from '@core/findings/diagnosis.ts';
import { useStore } from '../app/app-context.ts';
import { Button } from '../controls/button.tsx';
import styles from './diagnose.module.css';
import { EvidenceChip } from './step-row.tsx';

/** What happened, first cause first; each part names its step and what shows it. */
export function StoryList({ story }: { readonly story: readonly StoryPart[] }) {
  const store = useStore();
  return (
    <section className={styles.story} aria-label="What happened">
      <h2>What happened</h2>
      <ol>
        {story.map(({ step, sentence, evidence: [evidence], fixes: [fix] }) => (
          <li key={sentence}>
            <span className={styles.part}>
              {sentence}
              {fix && (
                <Button size="small" aria-label={`Apply: ${fix.title}`} title={fix.effect} onClick={() => store.applyFix(fix)}>
                  {fix.title}
                </Button>
              )}
            </span>
            {evidence && <EvidenceChip evidence={evidence} tone={undefined} />}
            <button type="button" className={styles.stepLink} onClick={() => store.openStep(step)}>
              Step {stepIds.indexOf(step) + 1}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
