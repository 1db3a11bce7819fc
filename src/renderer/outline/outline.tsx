import type { ResourceFacts } from '@core/findings/report.ts';
import { useEffect, useId, useMemo, useState, type KeyboardEvent } from 'react';
import { useApp, useAppState } from '../app/app-context.ts';
import { findingsOf } from '../store/report-slice.ts';
import { inspectedKey } from '../store/selection-slice.ts';
import { moveInOutline } from './outline-keys.ts';
import { OutlineLine } from './outline-line.tsx';
import { markResources } from './outline-marks.ts';
import { listOutlineRows } from './outline-rows.ts';
import styles from './outline.module.css';
import { useFolds } from './use-folds.ts';
import { ROW_HEIGHT, scrollToRow, useRowWindow } from './use-row-window.ts';

const NO_FACTS: Readonly<Record<string, ResourceFacts>> = {};

/** The design as a tree: containers, what stands in them, and the rules of each VPC. */
export function Outline() {
  const { store, canvas } = useApp();
  const design = useAppState((state) => state.design);
  const facts = useAppState(({ report }) => report.value?.facts) ?? NO_FACTS;
  const findings = useAppState(({ report }) => findingsOf(report));
  const selection = useAppState((state) => state.selection);
  const inspected = inspectedKey(selection);
  const { folded, fold } = useFolds(design, inspected);
  const rows = useMemo(() => listOutlineRows({ design, facts, folded }), [design, facts, folded]);
  const marks = useMemo(() => markResources(findings), [findings]);
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const { first, end, onScroll } = useRowWindow(scroller, rows.length);
  const [cursor, setCursor] = useState<string>();
  const treeId = useId();
  const active = rows.find(({ key }) => key === (cursor ?? inspected)) ?? rows.find(({ key }) => key === inspected) ?? rows[0];

  const inspectedIndex = rows.findIndex(({ key }) => key === inspected);
  useEffect(() => {
    scrollToRow(scroller, inspectedIndex);
  }, [inspectedIndex, scroller]);

  const choose = (key: string, isAdding: boolean): void => {
    setCursor(key);
    if (isAdding) store.toggleSelected(key);
    else store.select([key]);
    canvas.current?.reveal(key);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = moveInOutline(rows, active?.key, event.key);
    if (!move || event.altKey) return;
    event.preventDefault();
    if (move.fold !== undefined) return fold(move.key, move.fold);
    if (move.choose) return choose(move.key, event.ctrlKey || event.metaKey);
    choose(move.key, false);
  };
  return (
    <section className={styles.panel} data-region="outline" aria-label="Outline">
      <h2 className={styles.head}>Outline</h2>
      {rows.length === 0 && <p className={styles.none}>Nothing is drawn yet.</p>}
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
        onFocus={() => active && scrollToRow(scroller, rows.indexOf(active))}
      >
        <div className={styles.lines} style={{ height: rows.length * ROW_HEIGHT }}>
          {rows.slice(first, end).map((row, index) => (
            <OutlineLine
              key={row.key}
              id={`${treeId}-${row.key}`}
              row={row}
              top={(first + index) * ROW_HEIGHT}
              mark={marks.get(row.key)}
              isSelected={selection.keys.includes(row.key)}
              isActive={row === active}
              onChoose={choose}
              onFold={fold}
            />
          ))}
        </div>
      </div>
    </section>
  );
}
