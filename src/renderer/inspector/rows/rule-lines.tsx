import type { ReactNode } from 'react';
import { AnswerMark } from '../../controls/answer-mark.tsx';
import { ActionWord } from '../../controls/action-word.tsx';
import { joinClasses } from '../../controls/join-classes.ts';
import parts from '../parts/parts.module.css';
import type { RowVerdict } from './judge-rows.ts';
import type { RuleDirection } from './row-key.ts';
import styles from './rows.module.css';
import { sayLegs, sayPassing } from './stops-at.ts';
import { useAskedRow } from './use-asked-row.ts';

/** One rule of an ACL or a group, for reading. */
export interface RuleLine {
  readonly row: string;
  /** "100", "*"; empty for groups, whose rules have no order. */
  readonly number: string;
  readonly words: ReactNode;
  readonly action?: 'allow' | 'deny' | undefined;
  readonly verdict?: RowVerdict | undefined;
}

/** The rules of one direction under each other, with what they do to the question asked. */
export function RuleLines({
  resource,
  direction,
  label,
  lines,
  none,
}: {
  readonly resource: string;
  readonly direction: RuleDirection;
  readonly label: string;
  readonly lines: readonly RuleLine[];
  readonly none: string;
}) {
  const container = useAskedRow<HTMLUListElement>(resource);
  if (lines.length === 0) return <p className={parts.soft}>{none}</p>;
  return (
    <ul ref={container} className={parts.lines} data-direction={direction} aria-label={label}>
      {lines.map(({ row, number, words, action, verdict }) => (
        <li key={row} data-row={row} className={joinClasses(parts.line, styles.rule, verdict?.stops.length ? parts.bad : undefined)}>
          {number !== '' && <span className={styles.number}>{number}</span>}
          <span className={styles.words}>{words}</span>
          {action && (
            <span className={parts.end}>
              <ActionWord stops={action === 'deny'}>{action === 'deny' ? 'Deny' : 'Allow'}</ActionWord>
            </span>
          )}
          {verdict && <VerdictMark verdict={verdict} />}
        </li>
      ))}
    </ul>
  );
}

function VerdictMark({ verdict: { passes, stops } }: { readonly verdict: RowVerdict }) {
  if (stops.length > 0) return <AnswerMark answer="fail" word={`${sayLegs(stops)} dropped`} />;
  return passes.length > 0 ? <AnswerMark answer="pass" word={sayPassing(passes)} /> : null;
}
