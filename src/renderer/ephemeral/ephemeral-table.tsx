import type { EphemeralCell, EphemeralMatrix, EphemeralRow, RepliesPass } from '@core/findings/diagnosis.ts';
import { useStore } from '../app/app-context.ts';
import { AnswerMark } from '../controls/answer-mark.tsx';
import type { Answer } from '../controls/answers.ts';
import { IconButton } from '../controls/icon-button.tsx';
import styles from './ephemeral.module.css';

const ANSWERS: Readonly<Record<RepliesPass, Answer>> = { all: 'pass', 'inside-vpc': 'warn', some: 'warn', none: 'fail' };
const WORDS: Readonly<Record<RepliesPass, string>> = { all: 'pass', 'inside-vpc': 'in the VPC', some: 'some', none: 'dropped' };
const WAYS = [
  { direction: 'outbound', title: 'Replies out', to: 'to clients outside its subnets' },
  { direction: 'inbound', title: 'Replies in', to: 'to clients in its subnets' },
] as const;

const rangeOf = ([first, last]: readonly [number, number]): string => (first === last ? `${first}` : `${first}–${last}`);

function Cell({ cell, row }: { readonly cell: EphemeralCell; readonly row: EphemeralRow }) {
  const store = useStore();
  const [fix] = cell.fixes;
  const missing = cell.missing.map(rangeOf).join(', ');
  return (
    <td title={missing === '' ? undefined : `Ports dropped: ${missing}`}>
      <span className={styles.cell}>
        <AnswerMark answer={ANSWERS[cell.passes]} word={WORDS[cell.passes]} size={12} />
        {fix && (
          <IconButton glyph="plus" size="small" glyphSize={12} label={`${fix.title} for replies to ${row.name}`} onClick={() => store.applyFix(fix)} />
        )}
      </span>
    </td>
  );
}

/** Which replies a network ACL lets pass, for each class of client, with the missing rule one click away. */
export function EphemeralTable({ matrix, name }: { readonly matrix: EphemeralMatrix; readonly name: string }) {
  return (
    <table className={styles.table} aria-label={`Replies that ${name} lets pass`}>
      <thead>
        <tr>
          <th scope="col">Client</th>
          {WAYS.map(({ direction, title, to }) => (
            <th key={direction} scope="col" title={`Replies ${to}`}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {matrix.rows.map((row) => (
          <tr key={row.client}>
            <th scope="row">
              <span className={styles.who}>
                {row.name} <code>{rangeOf(row.ports)}</code>
              </span>
            </th>
            {WAYS.map(({ direction }) => {
              const cell = row.cells.find((candidate) => candidate.direction === direction);
              return cell ? <Cell key={direction} cell={cell} row={row} /> : <td key={direction} />;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
