import type { ReservedHere } from '@core/aws/reserved-addresses.ts';
import styles from './reserved-table.module.css';

const WORDS: Readonly<Record<ReservedHere['id'], string>> = {
  network: 'network',
  router: 'router',
  dns: 'DNS',
  future: 'future use',
  broadcast: 'broadcast, unused',
};

/** The addresses of a subnet that AWS keeps, and what for. */
export function ReservedTable({ reserved }: { readonly reserved: readonly ReservedHere[] }) {
  return (
    <table className={styles.table} aria-label="Reserved by AWS">
      <tbody>
        {reserved.map(({ id, text, purpose }) => (
          <tr key={id} title={purpose}>
            <th scope="row">{text}</th>
            <td>{WORDS[id]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
