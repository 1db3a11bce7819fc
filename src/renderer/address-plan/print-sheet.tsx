import { formatCidr } from '@core/address/cidr.ts';
import { formatCount } from '@core/address/format-count.ts';
import type { Forecast } from '@core/planning/forecast.ts';
import type { VpcPlan } from '@core/planning/vpc-plan.ts';
import { listPlanRows } from '@core/planning/write-plan.ts';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
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
      <p>{`${formatCount(plan.allocated)} of ${formatCount(plan.total)} addresses are allocated, ${formatCount(plan.free)} are free. AWS keeps five addresses of each subnet.`}</p>
      <table>
        <thead>
          <tr>
            {['Subnet', 'CIDR', 'Availability Zone', 'Kind', 'First – last', 'Usable', 'Used'].map((title) => (
              <th key={title}>{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {listPlanRows(plan).map(({ cidr, name, zone, kind, first, last, usable, used }) => (
            <tr key={cidr}>
              <td>{name}</td>
              <td>{cidr}</td>
              <td>{zone}</td>
              <td>{kind}</td>
              <td>{`${first} – ${last}`}</td>
              <td>{formatCount(usable)}</td>
              <td>{kind === 'free' ? '' : formatCount(used)}</td>
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
