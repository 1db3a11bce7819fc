import type { Scene } from '@core/drawing/scene.ts';
import { Glyph } from '../controls/glyph.tsx';
import styles from './canvas.module.css';
import type { Guide } from './snap.ts';
import type { DropTarget } from './drag-state.ts';

export interface DropLayerProps {
  readonly scene: Scene;
  readonly target: DropTarget | null;
  readonly guides: readonly Guide[];
}

/** The ring around what would take a drop, the sentence that says what it would do, and the lines of snapping. */
export function DropLayer({ scene, target, guides }: DropLayerProps) {
  return (
    <>
      {target && <DropMark scene={scene} target={target} />}
      <svg className={styles.guides} aria-hidden="true">
        {guides.map(({ axis, at, from, to }) => (
          <path key={`${axis}${at}`} d={axis === 'x' ? `M${at} ${from}V${to}` : `M${from} ${at}H${to}`} />
        ))}
      </svg>
    </>
  );
}

function DropMark({ scene, target }: { readonly scene: Scene; readonly target: DropTarget }) {
  const { container, judgement } = target;
  const place = container === undefined ? undefined : scene.byKey.get(container)?.place;
  if (!place) return null;
  const sentence = judgement.ok ? judgement.effect : judgement.refused;
  return (
    <div
      className={styles.dropRing}
      data-refused={!judgement.ok || undefined}
      style={{ transform: `translate(${place.x}px, ${place.y}px)`, width: place.width, height: place.height }}
    >
      <p className={styles.bubble} role="status">
        <Glyph id={judgement.ok ? 'answer-pass' : 'answer-fail'} size={14} />
        {sentence}
      </p>
    </div>
  );
}
