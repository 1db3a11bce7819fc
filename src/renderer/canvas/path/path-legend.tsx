import type { Diagnosis, Leg } from '@core/findings/diagnosis.ts';
import { useAppState, useStore } from '../../app/app-context.ts';
import { IconButton } from '../../controls/icon-button.tsx';
import type { LaidLine } from './lay-out-path.ts';
import styles from './path.module.css';

interface LegendEntry {
  readonly leg: Leg;
  readonly fate: LaidLine['fate'];
  readonly words: string;
}

/** What is drawn of an answer, in words; nothing is said of a reply that was never sent. */
function entriesOf({ blockers, verdict }: Diagnosis): readonly LegendEntry[] {
  const stopped = blockers[0]?.leg;
  if (stopped === 'request') return [{ leg: 'request', fate: 'never-arrives', words: 'request, never arrives' }];
  const request: LegendEntry = { leg: 'request', fate: 'travels', words: 'request' };
  if (stopped === 'reply') return [request, { leg: 'reply', fate: 'never-arrives', words: 'reply, never arrives' }];
  if (verdict === 'undetermined') return [request, { leg: 'reply', fate: 'unknown', words: 'reply, undetermined' }];
  return [request, { leg: 'reply', fate: 'travels', words: 'reply' }];
}

/** What the lines of a path mean; putting it away puts the path away. */
export function PathLegend() {
  const { showPath } = useStore();
  const { diagnosis, pathShown } = useAppState((state) => state.question);
  if (!diagnosis || !pathShown || diagnosis.paths.length === 0) return null;
  return (
    <div className={styles.legend} role="group" aria-label="Legend">
      {entriesOf(diagnosis).map(({ leg, fate, words }) => (
        <span key={leg} className={styles.key}>
          <LegendLine leg={leg} fate={fate} />
          {words}
        </span>
      ))}
      <IconButton glyph="close" size="small" label="Hide the path" onClick={() => showPath(false)} />
    </div>
  );
}

function LegendLine({ leg, fate }: Pick<LegendEntry, 'leg' | 'fate'>) {
  return (
    <svg width="22" height="8" aria-hidden="true">
      <path className={styles.leg} data-leg={leg} data-fate={fate} d="M1 4h20" />
    </svg>
  );
}
