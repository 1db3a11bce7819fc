import type { CSSProperties, ReactNode } from 'react';
import styles from './split-pane.module.css';
import type { SplitBarOptions } from './use-split-bar.ts';
import { useSplitBar } from './use-split-bar.ts';

export interface SplitPaneProps extends SplitBarOptions {
  /** What the bar resizes: Inspector, Dock. */
  readonly label: string;
  readonly first: ReactNode;
  readonly second: ReactNode;
  /** The other pane keeps at least this many px. */
  readonly minOther?: number | undefined;
  /** Shows the sized pane at this size without a bar: a rail, or the tabs of a collapsed dock. */
  readonly collapsedSize?: number | undefined;
}

/** Two panes and a bar between them. One pane has a size in px that the caller keeps; the other takes the rest. */
export function SplitPane(props: SplitPaneProps) {
  const { axis, sized, size, min, max, label, first, second, minOther = 160, collapsedSize } = props;
  const { dragging, handlers } = useSplitBar(props);
  const length = collapsedSize ?? size;
  const limits = collapsedSize === undefined ? { min, max: `min(${max}px, calc(100% - ${minOther}px))` } : undefined;
  const style: CSSProperties =
    axis === 'x'
      ? { width: length, minWidth: limits?.min, maxWidth: limits?.max }
      : { height: length, minHeight: limits?.min, maxHeight: limits?.max };
  const pane = (place: 'first' | 'second', content: ReactNode) =>
    place === sized ? (
      <div className={styles.fixed} style={style}>
        {content}
      </div>
    ) : (
      <div className={styles.free}>{content}</div>
    );
  return (
    <div className={styles.split} data-axis={axis}>
      {pane('first', first)}
      {collapsedSize === undefined && (
        <div
          className={styles.bar}
          data-axis={axis}
          data-dragging={dragging || undefined}
          role="separator"
          tabIndex={0}
          aria-label={`${label} size`}
          aria-orientation={axis === 'x' ? 'vertical' : 'horizontal'}
          aria-valuenow={Math.round(size)}
          aria-valuemin={min}
          aria-valuemax={max}
          aria-valuetext={`${Math.round(size)} pixels`}
          {...handlers}
        />
      )}
      {pane('second', second)}
    </div>
  );
}
