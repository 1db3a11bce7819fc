import { formatCount } from '@core/address/format-count.ts';
import type { VpcPlan } from '@core/planning/vpc-plan.ts';
import { listPlanRows, type PlanRow } from '@core/planning/write-plan.ts';
import { memo, useMemo, useState } from 'react';
import { useApp } from '../app/app-context.ts';
import { Button } from '../controls/button.tsx';
import { joinClasses } from '../controls/join-classes.ts';
import styles from './address-plan.module.css';
import { byNumber, planColumns, startOf } from './plan-columns.ts';

interface Sorting {
  readonly column: string;
  readonly isDescending: boolean;
}

function sortRows(rows: readonly PlanRow[], { column, isDescending }: Sorting): readonly PlanRow[] {
  const compare = planColumns.find(({ id }) => id === column)?.compare ?? byNumber(startOf);
  return [...rows].sort((a, b) => (isDescending ? compare(b, a) : compare(a, b)) || startOf(a) - startOf(b));
}

const matches = (row: PlanRow, filter: string): boolean => {
  const text = planColumns.map((column) => column.text(row)).join(' ').toLowerCase();
  return filter.toLowerCase().split(/\s+/).every((word) => text.includes(word));
};

/** Lines drawn at once: more of them make the page slow to open. */
const PAGE = 100;

/** The plan as a table: sorted by a click on a head, filtered by words. */
export function PlanTable({ plan, filter }: { readonly plan: VpcPlan; readonly filter: string }) {
  const [sorting, setSorting] = useState<Sorting>({ column: 'cidr', isDescending: false });
  const rows = useMemo(() => sortRows(listPlanRows(plan).filter((row) => matches(row, filter)), sorting), [plan, filter, sorting]);
  const [shown, setShown] = useState(PAGE);
  const sortBy = (column: string): void => setSorting({ column, isDescending: sorting.column === column && !sorting.isDescending });
  return (
    <table className={styles.table} aria-label={`Address plan of ${plan.name}`}>
      <thead>
        <tr>
          {planColumns.map(({ id, title, isNumber }) => (
            <th key={id} scope="col" className={isNumber ? styles.number : undefined} aria-sort={sorting.column !== id ? 'none' : sorting.isDescending ? 'descending' : 'ascending'}>
              <button type="button" className={styles.sort} onClick={() => sortBy(id)}>
                {title}
                {sorting.column === id && (sorting.isDescending ? ' ↓' : ' ↑')}
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, shown).map((row) => (
          <PlanLine key={row.cidr} row={row} />
        ))}
        {rows.length > shown && (
          <tr>
            <td colSpan={planColumns.length}>
              <Button onClick={() => setShown(shown + PAGE)}>{`Show more of ${formatCount(rows.length)}`}</Button>
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

const PlanLine = memo(function PlanLine({ row }: { readonly row: PlanRow }) {
  const { store, canvas } = useApp();
  const { subnet } = row;
  return (
    <tr data-kind={row.kind}>
      {planColumns.map((column) => (
        <td key={column.id} className={joinClasses(column.isMono && styles.mono, column.isNumber && styles.number)}>
          {column.id === 'name' && subnet ? (
            <button
              type="button"
              className={styles.name}
              onClick={() => {
                store.select([subnet.id]);
                canvas.current?.reveal(subnet.id);
              }}
            >
              {row.name}
            </button>
          ) : (
            column.text(row)
          )}
        </td>
      ))}
    </tr>
  );
});
