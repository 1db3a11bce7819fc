import type { ScriptReading, ScriptRemark } from '@core/findings/script-reading.ts';
import { useStore } from '../../app/app-context.ts';
import { AnswerMark } from '../../controls/answer-mark.tsx';
import { Button } from '../../controls/button.tsx';
import { joinClasses } from '../../controls/join-classes.ts';
import { Sentence } from '../parts/remark.tsx';
import problems from '../problems-section.module.css';
import styles from './user-data.module.css';

const ANSWERS = { stops: 'fail', part: 'warn', unknown: 'undetermined' } as const;
/** As the problems of a resource are coloured. */
const SEVERITIES = { stops: 'error', part: 'warning', unknown: 'advice' } as const;
const WORDS = { stops: 'Fails', part: 'Warning', unknown: 'Undetermined' } as const;

function Remark({ remark, onJump }: { readonly remark: ScriptRemark; readonly onJump: (line: number) => void }) {
  const store = useStore();
  const { line, harm, sentence, fixes } = remark;
  return (
    <li className={problems.problem} data-severity={SEVERITIES[harm]}>
      <span className={styles.head}>
        <AnswerMark answer={ANSWERS[harm]} word={WORDS[harm]} />
        {line !== null && (
          <Button size="small" kind="ghost" aria-label={`Go to line ${line}`} onClick={() => onJump(line)}>
            Line {line}
          </Button>
        )}
      </span>
      <p>{sentence}</p>
      {fixes.map((fix) => (
        <Button key={fix.title} size="small" title={fix.effect} aria-label={`Apply: ${fix.title}`} onClick={() => store.applyFix(fix)}>
          {fix.title}
        </Button>
      ))}
    </li>
  );
}

export interface UserDataRemarksProps {
  readonly reading: ScriptReading;
  readonly onJump: (line: number) => void;
}

/** What is wrong with a script, by its lines, and what was understood of it. */
export function UserDataRemarks({ reading: { remarks, understood, isWhole }, onJump }: UserDataRemarksProps) {
  return (
    <>
      {remarks.length > 0 && (
        <ul className={joinClasses(problems.list, styles.remarks)} aria-label="What is wrong with the script">
          {remarks.map((remark) => (
            <Remark key={`${remark.line ?? ''} ${remark.code} ${remark.sentence}`} remark={remark} onJump={onJump} />
          ))}
        </ul>
      )}
      {understood.length > 0 && (
        <ul className={styles.understood} aria-label="What was understood of the script">
          {understood.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {!isWhole && <Sentence>Part of it is in a language that is not read here, so nothing is said of that part.</Sentence>}
    </>
  );
}
