import type { Diagnosis, Leg } from '@core/findings/diagnosis.ts';
import type { LegStyle } from '@core/drawing/path-drawing.ts';
import { useAppState, useStore } from '../../app/app-context.ts';
import { IconButton } from '../../controls/icon-button.tsx';
import styles from './path.module.css';

interface LegendEntry {
  readonly leg: Leg;
  readonly style: LegStyle;
  readonly words: string;
}

/** What is drawn of an answer, in words; nothing is said of a reply that was never sent. */
function entriesOf({ blockers, verdict }: Diagnosis): readonly LegendEntry[] {
  const stopped = blockers[0]?.leg;
  const isKnown = verdict !== 'undetermined';
  const after: Pick<LegendEntry, 'style' | 'words'> = isKnown ? { style: 'never-arrives', words: 'never arrives' } : { style: 'not-known', words: 'not known' };
  if (stopped === 'request') return [{ leg: 'request', style: after.style, words: `request, ${after.words}` }];
  const request: LegendEntry = { leg: 'request', style: 'travels', words: 'request' };
  if (stopped === 'reply') return [request, { leg: 'reply', style: after.style, words: `reply, ${after.words}` }];
  return [request, { leg: 'reply', style: 'travels', words: 'reply' }];
}

/** What the lines of a path mean; putting it away puts the path away. */
export function PathLegend() {
  const { showPath } = useStore();
  const { diagnosis, pathShown } = useAppState((state) => state.question);
  if (!diagnosis || !pathShown || diagnosis.paths.length === 0) return null;
  return (
    <div className={styles.legend} role="group" aria-label="Legend">
      {entriesOf(diagnosis).map(({ leg, style, words }) => (
        <span key={leg} className={styles.key}>
          <svg width="22" height="8" aria-hidden="true">
            <path className={styles.leg} data-leg={leg} data-style={style} d="M1 4h20" />
          </svg>
          {words}
        </span>
      ))}
      <IconButton glyph="close" size="small" label="Hide the path" onClick={() => showPath(false)} />
    </div>
  );
}
