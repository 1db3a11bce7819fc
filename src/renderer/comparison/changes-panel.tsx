import { isSame, type Comparison } from '@core/findings/comparison.ts';
import { useAppState, useStore } from '../app/app-context.ts';
import { useCommand } from '../commands/use-command.ts';
import { Button } from '../controls/button.tsx';
import { EmptyState } from '../controls/empty-state.tsx';
import { countChanges } from '../store/comparison-slice.ts';
import { ChangeList } from './change-list.tsx';
import styles from './changes.module.css';
import { EffectList } from './effect-list.tsx';

/** The tab that lists what differs from another version of the design, and what that opens and closes. */
export function ChangesPanel() {
  const store = useStore();
  const { base, value, problem, isAsking, isStale } = useAppState((state) => state.comparison);
  const compare = useCommand('compare-with-file');
  if (!base) return <EmptyState sentence="Nothing is compared. Choose a file to see what differs from it." action={{ label: 'Compare with a file…', onClick: compare.run }} />;
  if (problem !== null) return <EmptyState sentence={problem} />;
  return (
    <div className={styles.panel}>
      <header className={styles.bar}>
        <span className={styles.against}>
          Compared with <b>{base.name}</b>
        </span>
        <span className={styles.counts}>{value && !isAsking ? countChanges(value) : 'comparing…'}</span>
        {isStale && (
          <Button size="small" kind="primary" onClick={() => store.compareAgain()}>
            Compare again
          </Button>
        )}
        <Button size="small" onClick={() => store.closeDockTab('changes')}>
          End comparison
        </Button>
      </header>
      {value && <Differences value={value} />}
    </div>
  );
}

function Differences({ value }: { readonly value: Comparison }) {
  const { resources, notes } = value;
  if (isSame(value)) return <EmptyState sentence="The two versions are the same, places on the canvas aside." />;
  return (
    <>
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
      <div className={styles.columns}>
        <ChangeList changes={resources} />
        <EffectList value={value} />
      </div>
    </>
  );
}
