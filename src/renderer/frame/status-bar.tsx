import { useMemo } from 'react';
import type { Design } from '@core/model/design.ts';
import type { ResourceKind } from '@core/model/resources/index.ts';
import { useAppState, useStore } from '../app/app-context.ts';
import { Glyph } from '../controls/glyph.tsx';
import { joinClasses } from '../controls/join-classes.ts';
import { countHolding } from '../store/expectation-slice.ts';
import { countFindings } from '../store/report-slice.ts';
import { hasDockPanel } from './dock-panels.ts';
import styles from './status-bar.module.css';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

const COUNTED: readonly (readonly [ResourceKind, string, string])[] = [
  ['vpc', 'VPC', 'VPCs'],
  ['subnet', 'subnet', 'subnets'],
  ['instance', 'instance', 'instances'],
  ['db-instance', 'DB instance', 'DB instances'],
];

const plural = (count: number, one: string, many: string): string => `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

function countKinds({ resources }: Design): readonly string[] {
  const counts = new Map<ResourceKind, number>();
  for (const { kind } of Object.values(resources)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return COUNTED.flatMap(([kind, one, many]) => {
    const count = counts.get(kind) ?? 0;
    return count === 0 ? [] : [plural(count, one, many)];
  });
}

/** Counts, what the last check found and how long it took. */
export function StatusBar({ className }: { readonly className?: string | undefined }) {
  const design = useAppState((state) => state.design);
  const kinds = useMemo(() => countKinds(design), [design]);
  return (
    <footer className={joinClasses(styles.status, className)} data-region="status" aria-label="Status" tabIndex={-1}>
      <CheckedNote />
      {kinds.map((words) => (
        <span key={words} className={styles.wideOnly}>
          {words}
        </span>
      ))}
      <span className={styles.space} />
      <FindingCounts />
      <ExpectationCount />
      <span className={styles.wideOnly}>Offline: nothing leaves this computer</span>
    </footer>
  );
}

function CheckedNote() {
  const { value, checkedAt, duration } = useAppState(({ report }) => report);
  if (!value) return <span>Not checked yet</span>;
  return (
    <span>
      <Glyph id="answer-pass" size={13} />
      {`Checked ${clock.format(checkedAt)} in ${Math.round(duration)} ms`}
    </span>
  );
}

function FindingCounts() {
  const { showDockTab } = useStore();
  const report = useAppState((state) => state.report);
  const errors = countFindings(report, 'error');
  const warnings = countFindings(report, 'warning');
  const show = (): void => showDockTab('problems');
  return (
    <>
      {errors > 0 && (
        <button type="button" className={styles.count} onClick={show}>
          <Glyph id="answer-fail" size={13} />
          {plural(errors, 'error', 'errors')}
        </button>
      )}
      {warnings > 0 && (
        <button type="button" className={styles.count} onClick={show}>
          <Glyph id="answer-warn" size={13} />
          {plural(warnings, 'warning', 'warnings')}
        </button>
      )}
    </>
  );
}

function ExpectationCount() {
  const { showDockTab } = useStore();
  const expectations = useAppState((state) => state.expectations);
  const { holding, all } = countHolding(expectations);
  if (all === 0) return null;
  const words = `${holding} of ${plural(all, 'expectation holds', 'expectations hold')}`;
  if (!hasDockPanel('expectations')) return <span>{words}</span>;
  return (
    <button type="button" className={styles.count} onClick={() => showDockTab('expectations')}>
      <Glyph id="flag" size={13} />
      {words}
    </button>
  );
}
