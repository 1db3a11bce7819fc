import { Glyph } from '../controls/glyph.tsx';
import styles from './outline.module.css';
import type { RowTarget } from './use-outline-drop.ts';

/** What letting go would do, beside the line it would be done to; read out as the drag goes on. */
export function DropBubble({ target }: { readonly target: RowTarget }) {
  const { judgement, at } = target;
  return (
    <p className={styles.bubble} role="status" data-refused={!judgement.ok || undefined} style={at}>
      <Glyph id={judgement.ok ? 'answer-pass' : 'answer-fail'} size={14} />
      {judgement.ok ? judgement.effect : judgement.refused}
    </p>
  );
}
