import { addExpectation } from '@core/editing/expectations.ts';
import type { Question } from '@core/model/question.ts';
import { useMemo } from 'react';
import { useAppState, useStore } from '../app/app-context.ts';
import { Button } from '../controls/button.tsx';
import { Combobox } from '../controls/combobox.tsx';
import { NumberInput } from '../controls/number-input.tsx';
import { Select } from '../controls/select.tsx';
import { endpointSections, pageAsked, readTypedEndpoint } from './endpoint-choices.ts';
import styles from './diagnose.module.css';
import { asksPort, changeProtocol, clientChoices, protocolChoiceOf, protocolChoices } from './question-choices.ts';
import { SymptomField } from './symptom-field.tsx';

const HIGHEST_PORT = 65_535;
const EMPTY: Question = { from: 'internet', to: '', protocol: 'tcp', port: 443 };

function EndpointField({ end, question }: { readonly end: 'from' | 'to'; readonly question: Question | null }) {
  const store = useStore();
  const design = useAppState((state) => state.design);
  const sections = useMemo(() => endpointSections(design), [design]);
  const value = question?.[end];
  const choose = (endpoint: string) => {
    const page = end === 'to' ? pageAsked(design, endpoint) : undefined;
    if (page) store.ask({ from: 'internet', ...question, protocol: 'tcp', ...page });
    else if (question) store.changeQuestion({ [end]: endpoint });
    else if (end === 'to') store.askTo(endpoint);
    else store.askFrom(endpoint);
  };
  return (
    <Combobox
      value={value === '' ? undefined : value}
      onChange={choose}
      sections={sections}
      label={end === 'from' ? 'Who wants to reach' : 'Whom'}
      placeholder="choose"
      searchPlaceholder={end === 'to' ? 'Name, id, address, or https://web-1' : 'Name, id, address, or internet:203.0.113.7'}
      emptySentence="Nothing has that name. Type an address, or draw it first."
      readTyped={(typed) => readTypedEndpoint(design, typed)}
    />
  );
}

function TrafficFields({ question }: { readonly question: Question }) {
  const store = useStore();
  return (
    <>
      <Select label="Protocol" value={protocolChoiceOf(question)} choices={protocolChoices} onChange={(word) => store.changeQuestion(changeProtocol(question, word))} />
      {asksPort(question) && (
        <NumberInput label="Port" className={styles.port} plain mono min={0} max={HIGHEST_PORT} value={question.port} onCommit={(port) => store.changeQuestion({ port })} />
      )}
      <span className={styles.word}>as</span>
      <Select label="Client" value={question.client ?? 'any'} choices={clientChoices} onChange={(client) => store.changeQuestion({ client: client === 'any' ? undefined : (client as NonNullable<Question['client']>) })} />
    </>
  );
}

/** What is seen, who wants to reach whom, and how. */
export function QuestionBar() {
  const store = useStore();
  const { value: question, diagnosis } = useAppState((state) => state.question);
  const save = () => {
    if (question) store.edit((design) => addExpectation(design, { expectation: { question, verdict: 'reachable' } }), { keepSelection: true });
  };
  return (
    <div className={styles.bar} role="group" aria-label="Question">
      {question && <SymptomField />}
      <span className={styles.word}>From</span>
      <EndpointField end="from" question={question} />
      <span className={styles.word}>to</span>
      <EndpointField end="to" question={question} />
      <TrafficFields question={question ?? EMPTY} />
      <span className={styles.end}>
        <Button kind="ghost" glyph="swap" disabled={!question} onClick={() => store.swapQuestion()}>
          Swap
        </Button>
        <Button glyph="flag" disabled={!diagnosis} onClick={save} title="Expects this to be reachable, and says so after every edit">
          <span className={styles.wide}>Save as expectation</span>
          <span className={styles.narrow}>Expect</span>
        </Button>
      </span>
    </div>
  );
}
