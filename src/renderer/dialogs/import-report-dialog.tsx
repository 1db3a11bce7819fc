import type { ImportChange, ImportLine, ImportReport } from '@core/findings/import-report.ts';
import { useStore } from '../app/app-context.ts';
import { AnswerMark } from '../controls/answer-mark.tsx';
import type { Answer } from '../controls/answers.ts';
import { Button } from '../controls/button.tsx';
import { Dialog } from '../controls/dialog.tsx';
import styles from './dialogs.module.css';

const MARKS: Readonly<Record<ImportLine['outcome'], readonly [Answer, string]>> = {
  read: ['pass', 'Read'],
  'not-modelled': ['undetermined', 'Not modelled'],
  skipped: ['none', 'Skipped'],
  'broken-reference': ['warn', 'Broken reference'],
};

export interface ImportReportDialogProps {
  readonly report: ImportReport;
  readonly notes: readonly string[];
  /** What has changed, where the snapshot was laid over a design. */
  readonly changes: readonly ImportChange[] | null;
}

/** What an import read, and what it did not: nothing is left out in silence. */
export function ImportReportDialog({ report, notes, changes }: ImportReportDialogProps) {
  const { closeDialog } = useStore();
  return (
    <Dialog
      open
      title="What was imported"
      sentence="Every kind of resource in the files, and what became of it."
      onOpenChange={() => closeDialog('done')}
      footer={
        <Button kind="primary" onClick={() => closeDialog('done')}>
          Show the network
        </Button>
      }
    >
      {changes && <Changes changes={changes} />}
      {changes && <h3 className={styles.heading}>Read from the files</h3>}
      <ul className={styles.lines}>
        {report.lines.map((line) => (
          <li key={`${line.type} ${line.sentence}`} className={styles.line}>
            <AnswerMark answer={MARKS[line.outcome][0]} word={MARKS[line.outcome][1]} shapeOnly />
            <span>{line.sentence}</span>
            <span className={styles.count}>{line.count.toLocaleString('en')}</span>
          </li>
        ))}
      </ul>
      <Sentences title="Files that were not there" sentences={report.missing} />
      <Sentences title="Passed over" sentences={notes} />
    </Dialog>
  );
}

const CHANGE_MARKS: Readonly<Record<ImportChange['change'], readonly [Answer, string]>> = {
  added: ['pass', 'New'],
  removed: ['none', 'Gone'],
  changed: ['warn', 'Changed'],
};

const nameOf = ({ name, resource }: ImportChange): string => (name === '' || name === resource ? resource : `${name} (${resource})`);

function Changes({ changes }: { readonly changes: readonly ImportChange[] }) {
  if (changes.length === 0) return <p className={styles.text}>Nothing has changed since the last import.</p>;
  return (
    <section>
      <h3 className={styles.heading}>What has changed</h3>
      <ul className={styles.lines}>
        {changes.map((change) => (
          <li key={`${change.change} ${change.resource}`} className={styles.line}>
            <AnswerMark answer={CHANGE_MARKS[change.change][0]} word={CHANGE_MARKS[change.change][1]} shapeOnly />
            <span>{`${CHANGE_MARKS[change.change][1]}: ${change.kind.replaceAll('-', ' ')} ${nameOf(change)}`}</span>
            <span className={styles.count}>{change.fields.join(', ')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sentences({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <section>
      <h3 className={styles.heading}>{title}</h3>
      <ul className={styles.text}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
