import { removeExpectation } from '@core/editing/expectations.ts';
import type { Design, Expectation } from '@core/model/design.ts';
import { asResourceId, asRowId } from '@core/model/ids.ts';
import { useAppState, useStore } from '../app/app-context.ts';
import { AnswerMark } from '../controls/answer-mark.tsx';
import { Button } from '../controls/button.tsx';
import { EmptyState } from '../controls/empty-state.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import styles from './expectations.module.css';

const nameOf = (design: Design, endpoint: string): string => {
  if (endpoint === 'internet') return 'Internet';
  const name = design.resources[asResourceId(endpoint)]?.name;
  return name === undefined || name === '' ? endpoint : name;
};

function describe(design: Design, { title, question }: Expectation): string {
  if (title !== undefined) return title;
  const port = question.port === undefined ? '' : ` ${question.port}`;
  return `${nameOf(design, question.from)} to ${nameOf(design, question.to)}, ${String(question.protocol ?? 'tcp').toUpperCase()}${port}`;
}

function ExpectationRow({ row, expectation }: { readonly row: string; readonly expectation: Expectation }) {
  const store = useStore();
  const design = useAppState((state) => state.design);
  const outcome = useAppState(({ expectations }) => expectations.outcomes[row]);
  const words = describe(design, expectation);
  const ask = () => {
    store.ask(expectation.question);
    store.showDockTab('diagnose');
  };
  return (
    <li className={styles.row}>
      {outcome ? <AnswerMark answer={outcome.holds ? 'pass' : 'fail'} word={outcome.holds ? 'Holds' : 'Fails'} text="body" /> : <span />}
      <span className={styles.words}>
        <b>{words}</b> must be {expectation.verdict}. {outcome && !outcome.holds && outcome.sentence}
      </span>
      <Button size="small" onClick={ask} aria-label={`Ask: ${words}`}>
        Ask
      </Button>
      <IconButton glyph="trash" size="small" label={`Stop expecting: ${words}`} onClick={() => store.edit((current) => removeExpectation(current, { row: asRowId(row) }), { keepSelection: true })} />
    </li>
  );
}

/** The tab that lists the saved questions, green or red after every edit. */
export function ExpectationsPanel() {
  const expectations = useAppState((state) => state.design.expectations);
  const rows = Object.entries(expectations ?? {});
  if (rows.length === 0) return <EmptyState sentence="No question is saved. Ask one in Diagnose and save it as an expectation." />;
  return (
    <ul className={styles.list} aria-label="Expectations">
      {rows.map(([row, expectation]) => (
        <ExpectationRow key={row} row={row} expectation={expectation} />
      ))}
    </ul>
  );
}
