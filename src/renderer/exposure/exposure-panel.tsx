import type { ExposureRow } from '@core/findings/exposure.ts';
import type { Design } from '@core/model/design.ts';
import { useAppState, useStore } from '../app/app-context.ts';
import { Button } from '../controls/button.tsx';
import { EmptyState } from '../controls/empty-state.tsx';
import { describePorts } from './describe-ports.ts';
import styles from './exposure.module.css';

const nameOf = (design: Design, row: ExposureRow): string => {
  const resource = design.resources[row.resource];
  return resource === undefined || resource.name === '' ? row.resource : resource.name;
};

const SHOWN_SOURCES = 6;

function ExposureLine({ row }: { readonly row: ExposureRow }) {
  const store = useStore();
  const design = useAppState((state) => state.design);
  const more = row.from.length - SHOWN_SOURCES;
  const port = row.ports[0]?.[0];
  const ask = () => {
    store.ask({ from: 'internet', to: row.resource, ...(row.protocol === 'tcp' || row.protocol === 'udp' ? { protocol: row.protocol, ...(port !== undefined && { port }) } : {}) });
    store.showDockTab('diagnose');
  };
  return (
    <tr onPointerEnter={() => store.highlight([row.resource, ...row.path])} onPointerLeave={() => store.highlight([])}>
      <th scope="row">
        <button type="button" className={styles.name} onClick={() => store.select([row.resource])}>
          {nameOf(design, row)}
        </button>
      </th>
      <td className={styles.mono}>{row.addresses.join(' ')}</td>
      <td>{row.protocol.toUpperCase()}</td>
      <td className={styles.mono}>{describePorts(row)}</td>
      <td className={styles.mono}>
        {row.from.slice(0, SHOWN_SOURCES).join(' ')}
        {more > 0 && ` and ${more.toLocaleString('en')} more`}
      </td>
      <td>
        <Button size="small" onClick={ask} aria-label={`Ask how ${nameOf(design, row)} is reached`}>
          Ask
        </Button>
      </td>
    </tr>
  );
}

/** The tab that lists exactly what arrives from the internet, request and reply. */
export function ExposurePanel() {
  const { rows, problem } = useAppState((state) => state.exposure);
  if (problem !== null) return <EmptyState sentence={problem} />;
  if (rows?.length === 0) return <EmptyState sentence="Nothing in this design is reached from the internet." />;
  if (!rows) return null;
  return (
    <div className={styles.panel}>
      <table className={styles.table}>
        <thead>
          <tr>
            {['Reached', 'At', 'Protocol', 'Ports', 'From'].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <ExposureLine key={`${row.resource} ${row.protocol} ${index}`} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
