import type { ViewName } from '@core/drawing/views/views.ts';
import type { Scene } from '@core/drawing/scene.ts';
import { useAppState, useStore } from '../../app/app-context.ts';
import { IconButton } from '../../controls/icon-button.tsx';
import { VisuallyHidden } from '../../controls/visually-hidden.tsx';
import { useScene } from '../use-canvas-nodes.ts';
import { useViews } from './use-views.ts';
import styles from './views.module.css';

const WORDS: Readonly<Record<ViewName, string>> = {
  addresses: 'Addresses that interfaces can have or hold',
  routing: 'Route table, and where it sends',
  security: 'Who may talk to whom, between groups',
  exposure: 'What the internet reaches',
};

/** What the views that are on mean, at the right below the tools; putting one away puts the view away. */
export function ViewLegend() {
  const { on, plain } = useAppState((state) => state.views);
  const { togglePlain } = useStore();
  const scene = useScene();
  if (on.length === 0 && !plain) return null;
  return (
    <div className={styles.legend} role="group" aria-label="Views">
      {on.map((view) => (
        <Entry key={view} view={view} />
      ))}
      {plain && (
        <div className={styles.entry}>
          <span>Plain for print</span>
          <IconButton glyph="close" size="small" label="Leave the plain view" onClick={togglePlain} />
        </div>
      )}
      {on.length > 0 && <Said scene={scene} />}
    </div>
  );
}

function Entry({ view }: { readonly view: ViewName }) {
  const { toggleView } = useStore();
  return (
    <div className={styles.entry}>
      {view === 'security' && (
        <svg width="22" height="8" aria-hidden="true">
          <path className={styles.line} d="M1 4h20" />
        </svg>
      )}
      <span>{WORDS[view]}</span>
      <IconButton glyph="close" size="small" label={`Hide: ${WORDS[view]}`} onClick={() => toggleView(view)} />
    </div>
  );
}

/** What cannot be shown, in a sentence; and all that the canvas shows, for screen readers. */
function Said({ scene }: { readonly scene: Scene }) {
  const { tags, lines, notes } = useViews(scene);
  return (
    <>
      {lines.some(({ isStopped }) => isStopped) && (
        <div className={styles.entry}>
          <svg width="22" height="8" aria-hidden="true" className={styles.stopped}>
            <path className={styles.line} d="M1 4h20" />
          </svg>
          <span>Rules let it in, and the network stops it</span>
        </div>
      )}
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
      <VisuallyHidden>{[...tags, ...lines].map(({ title }) => title).join('. ')}</VisuallyHidden>
    </>
  );
}
