import type { ResourceFacts } from '@core/findings/report.ts';
import { useEffect, useId, useMemo, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { useAppState, useStore } from '../app/app-context.ts';
import { CanvasMenu } from '../canvas/canvas-menu.tsx';
import type { AppState } from '../store/app-state.ts';
import { findingsOf } from '../store/report-slice.ts';
import { inspectedKey } from '../store/selection-slice.ts';
import { DropBubble } from './drop-bubble.tsx';
import { outermostKeys } from './outermost-keys.ts';
import { moveInOutline } from './outline-keys.ts';
import { OutlineLine } from './outline-line.tsx';
import { markResources } from './outline-marks.ts';
import { listOutlineRows, type OutlineRow } from './outline-rows.ts';
import styles from './outline.module.css';
import { startResourceDrag } from './resource-drag.ts';
import { useFolds, type Folds } from './use-folds.ts';
import { useOutlineDrop } from './use-outline-drop.ts';
import { choosingOf, useOutlineSelection } from './use-outline-selection.ts';
import { ROW_HEIGHT, scrollToRow, useRowWindow } from './use-row-window.ts';

const NO_FACTS: Readonly<Record<string, ResourceFacts>> = {};

/** The design as a tree: containers, what stands in them, and the rules of each VPC. */
export function Outline() {
  const design = useAppState((state) => state.design);
  const facts = useAppState(({ report }) => report.value?.facts) ?? NO_FACTS;
  const inspected = useAppState(({ selection }) => inspectedKey(selection));
  const { folded, fold } = useFolds(design, inspected);
  const rows = useMemo(() => listOutlineRows({ design, facts, folded }), [design, facts, folded]);
  return (
    <section className={styles.panel} data-region="outline" aria-label="Outline">
      <h2 className={styles.head}>Outline</h2>
      {rows.length === 0 && <p className={styles.none}>Nothing is drawn yet.</p>}
      <OutlineTree rows={rows} fold={fold} inspected={inspected} />
    </section>
  );
}

/** What is dragged with a line: all that is selected when it is. */
const draggedWith = ({ design, selection: { keys } }: AppState, key: string): readonly string[] => (keys.includes(key) ? outermostKeys(design, keys) : [key]);

interface OutlineTreeProps {
  readonly rows: readonly OutlineRow[];
  readonly fold: Folds['fold'];
  readonly inspected: string | undefined;
}

function OutlineTree({ rows, fold, inspected }: OutlineTreeProps) {
  const store = useStore();
  const findings = useAppState(({ report }) => findingsOf(report));
  const selected = useAppState(({ selection }) => selection.keys);
  const marks = useMemo(() => markResources(findings), [findings]);
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const [menu, setMenu] = useState<{ readonly x: number; readonly y: number }>();
  const { first, end, onScroll } = useRowWindow(scroller, rows.length);
  const { cursor, choose, goTo } = useOutlineSelection(rows);
  const { target, handlers } = useOutlineDrop({ rows, onUnfold: (key) => fold(key, false) });
  const treeId = useId();
  const active = rows.find(({ key }) => key === (cursor ?? inspected)) ?? rows.find(({ key }) => key === inspected) ?? rows[0];

  const inspectedIndex = rows.findIndex(({ key }) => key === inspected);
  useEffect(() => {
    scrollToRow(scroller, inspectedIndex);
  }, [inspectedIndex, scroller]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const move = moveInOutline(rows, active?.key, event.key);
    if (!move || event.altKey) return;
    event.preventDefault();
    if (move.fold !== undefined) return fold(move.key, move.fold);
    const how = choosingOf(event);
    if (how !== 'toggle' || move.choose === true) return choose(move.key, how);
    goTo(move.key);
    scrollToRow(scroller, rows.findIndex(({ key }) => key === move.key));
  };
  const onContextMenu = (event: MouseEvent): void => {
    event.preventDefault();
    // By the menu key it comes without a place of its own: the line that the keys are at is meant.
    const line = (event.target as Element).closest<HTMLElement>('[data-key]') ?? scroller?.querySelector<HTMLElement>('[data-active]');
    const key = line?.dataset['key'];
    if (line === null || line === undefined || key === undefined) return;
    if (!store.getState().selection.keys.includes(key)) choose(key, 'only');
    const { left, bottom } = line.getBoundingClientRect();
    setMenu(event.button === 2 ? { x: event.clientX, y: event.clientY } : { x: left, y: bottom });
  };
  return (
    <>
      <div
        ref={setScroller}
        className={styles.scroll}
        role="tree"
        aria-label="Resources"
        aria-multiselectable="true"
        aria-activedescendant={active && `${treeId}-${active.key}`}
        tabIndex={rows.length === 0 ? -1 : 0}
        onScroll={onScroll}
        onKeyDown={onKeyDown}
        onContextMenu={onContextMenu}
        onFocus={() => active && scrollToRow(scroller, rows.indexOf(active))}
        {...handlers}
      >
        <div className={styles.lines} style={{ height: rows.length * ROW_HEIGHT }}>
          {rows.slice(first, end).map((row, index) => (
            <OutlineLine
              key={row.key}
              id={`${treeId}-${row.key}`}
              row={row}
              top={(first + index) * ROW_HEIGHT}
              mark={marks.get(row.key)}
              isSelected={selected.includes(row.key)}
              isActive={row === active}
              drop={target?.container === row.key ? (target.judgement.ok ? 'allowed' : 'refused') : undefined}
              onChoose={choose}
              onFold={fold}
              onDragStart={(key, transfer) => startResourceDrag(transfer, draggedWith(store.getState(), key))}
            />
          ))}
        </div>
      </div>
      {target && <DropBubble target={target} />}
      <CanvasMenu point={menu} isOnNode onClose={() => setMenu(undefined)} />
    </>
  );
}
