import { useAppState, useStore } from '../../app/app-context.ts';
import { IconButton } from '../../controls/icon-button.tsx';
import styles from './path.module.css';

/** What the lines of a path mean; putting it away puts the path away. */
export function PathLegend() {
  const { showPath } = useStore();
  const { diagnosis, pathShown } = useAppState((state) => state.question);
  if (!diagnosis || !pathShown || diagnosis.paths.length === 0) return null;
  const stopped = diagnosis.blockers[0]?.leg;
  const isWaiting = diagnosis.verdict === 'undetermined';
  return (
    <div className={styles.legend} role="group" aria-label="Legend">
      <span className={styles.key}>
        <LegendLine leg="request" fate={stopped === 'request' ? 'never-arrives' : 'travels'} />
        {stopped === 'request' ? 'request, never arrives' : 'request'}
      </span>
      {stopped !== 'request' && (
        <span className={styles.key}>
          <LegendLine leg="reply" fate={stopped === 'reply' ? 'never-arrives' : isWaiting ? 'unknown' : 'travels'} />
          {stopped === 'reply' ? 'reply, never arrives' : isWaiting ? 'reply, undetermined' : 'reply'}
        </span>
      )}
      <IconButton glyph="close" size="small" label="Hide the path" onClick={() => showPath(false)} />
    </div>
  );
}

function LegendLine({ leg, fate }: { readonly leg: string; readonly fate: string }) {
  return (
    <svg width="22" height="8" aria-hidden="true">
      <path className={styles.leg} data-leg={leg} data-fate={fate} d="M1 4h20" />
    </svg>
  );
}
