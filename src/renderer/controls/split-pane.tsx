import type { CSSProperties, ReactNode } from 'react';
import styles from './split-pane.module.css';
import type { SplitSide } from './split-size.ts';
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
  const { axis, sized, first, second, collapsedSize } = props;
  const style = paneStyle(props);
  const pane = (place: SplitSide, content: ReactNode) => (
    <div className={place === sized ? styles.fixed : styles.free} style={place === sized ? style : undefined}>
      {content}
    </div>
  );
  return (
    <div className={styles.split} data-axis={axis}>
      {pane('first', first)}
      {collapsedSize === undefined && <SplitBar {...props} />}
      {pane('second', second)}
    </div>
  );
}

function paneStyle({ axis, size, min, max, minOther = 160, collapsedSize }: SplitPaneProps): CSSProperties {
  if (collapsedSize !== undefined) return axis === 'x' ? { width: collapsedSize } : { height: collapsedSize };
  const most = `min(${max}px, calc(100% - ${minOther}px))`;
  return axis === 'x'
    ? { width: size, minWidth: min, maxWidth: most }
    : { height: size, minHeight: min, maxHeight: most };
}

function SplitBar(props: SplitPaneProps) {
  const { axis, label, size, min, max } = props;
  const { dragging, handlers } = useSplitBar(props);
  return (
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
  );
}
