import { formatCidr } from '@core/address/cidr.ts';
import type { Forecast } from '@core/planning/forecast.ts';
import type { VpcPlan } from '@core/planning/vpc-plan.ts';
import { listPlanRows, sayAllocation } from '@core/planning/write-plan.ts';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { planColumns } from './plan-columns.ts';
import styles from './print-sheet.module.css';

interface PrintSheetProps {
  readonly plan: VpcPlan;
  readonly forecasts: readonly Forecast[];
  readonly onDone: () => void;
}

/** The plan as a page of paper. It is there only while it is printed, and is all that is printed then. */
export function PrintSheet({ plan, forecasts, onDone }: PrintSheetProps) {
  useEffect(() => {
    window.addEventListener('afterprint', onDone);
    // Chromium's dialog holds the page until it is closed; elsewhere `afterprint` ends it.
    window.print();
    return () => window.removeEventListener('afterprint', onDone);
  }, [onDone]);
  const said = forecasts.filter(({ kind, meets }) => kind !== 'usual' || meets !== undefined);
  return createPortal(
    <article className={styles.sheet} data-print-sheet aria-hidden>
      <h1>{`Address plan of ${plan.name} (${plan.blocks.map(formatCidr).join(', ')})`}</h1>
      <p>{sayAllocation(plan)}</p>
      <table>
        <thead>
          <tr>
            {planColumns.map(({ id, title }) => (
              <th key={id}>{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {listPlanRows(plan).map((row) => (
            <tr key={row.cidr}>
              {planColumns.map(({ id, text }) => (
                <td key={id}>{text(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul>
        {said.map(({ key, sentence }) => (
          <li key={key}>{sentence}</li>
        ))}
      </ul>
    </article>,
    document.body,
  );
}
