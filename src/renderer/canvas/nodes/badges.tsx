import type { Badge } from '@core/drawing/scene.ts';
import { Glyph } from '../../controls/glyph.tsx';
import styles from './node.module.css';

/** The marks at the corner of a node; they keep their size on the screen. */
export function Badges({ badges }: { readonly badges: readonly Badge[] }) {
  if (badges.length === 0) return null;
  return (
    <span className={styles.badges} data-badges>
      {badges.map(({ kind, title }) => (
        <span key={title} title={title}>
          <Glyph id={`answer-${kind}`} size={16} label={title} />
        </span>
      ))}
    </span>
  );
}
