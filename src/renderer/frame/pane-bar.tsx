import { useSplitBar } from '../controls/use-split-bar.ts';
import { useAppState, useStore } from '../app/app-context.ts';
import { defaultPanes, paneLimits } from '../store/panes.ts';
import styles from './window-frame.module.css';

export interface PaneBarProps {
  readonly edge: 'left' | 'right' | 'dock';
  /** What it resizes. */
  readonly label: string;
}

/** The edge of a pane that can be dragged, or moved with the arrow keys. It stands beside its pane in the page. */
export function PaneBar({ edge, label }: PaneBarProps) {
  const { setPanes } = useStore();
  const size = useAppState(({ workspace }) => workspace.panes[edge]);
  const { smallest: min, largest: max } = paneLimits[edge];
  const axis = edge === 'dock' ? 'y' : 'x';
  const { dragging, handlers } = useSplitBar({
    axis,
    sized: edge === 'left' ? 'first' : 'second',
    size,
    min,
    max,
    defaultSize: defaultPanes[edge],
    onResize: (next) => setPanes({ [edge]: Math.round(next) }),
  });
  return (
    <div
      className={styles.bar}
      data-edge={edge}
      data-dragging={dragging || undefined}
      role="separator"
      tabIndex={0}
      aria-label={`${label} size`}
      aria-orientation={axis === 'x' ? 'vertical' : 'horizontal'}
      aria-valuenow={size}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuetext={`${size} pixels`}
      {...handlers}
    />
  );
}
