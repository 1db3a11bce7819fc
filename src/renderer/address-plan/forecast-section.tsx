import { formatCidr } from '@core/address/cidr.ts';
import { addDeclaredRange, addDeclaredRanges, removeDeclaredRange } from '@core/editing/declared-ranges.ts';
import { declaredRangeKinds, type DeclaredRange } from '@core/model/design.ts';
import type { Forecast } from '@core/planning/forecast.ts';
import { readRanges } from '@core/planning/read-ranges.ts';
import { useState } from 'react';
import { useStore } from '../app/app-context.ts';
import { AnswerMark } from '../controls/answer-mark.tsx';
import { Button } from '../controls/button.tsx';
import { Field } from '../controls/field.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { Section } from '../controls/section.tsx';
import { Select } from '../controls/select.tsx';
import { TextArea } from '../controls/text-area.tsx';
import { TextInput } from '../controls/text-input.tsx';
import styles from './address-plan.module.css';

const KIND_WORDS: Readonly<Record<DeclaredRange['kind'], string>> = { peer: 'Future peer', 'on-premises': 'On-premises', partner: 'Partner', container: 'Inside hosts' };

type Adding = 'nothing' | 'one' | 'several';

/** Whom the VPC will have to share address space with, and whether it can. */
export function ForecastSection({ forecasts }: { readonly forecasts: readonly Forecast[] }) {
  const store = useStore();
  const [adding, setAdding] = useState<Adding>('nothing');
  const declared = forecasts.filter(({ row }) => row !== undefined).length;
  return (
    <Section title="Forecast of overlaps" end={`${declared} declared`}>
      <ul className={styles.forecasts} aria-label="Forecast of overlaps">
        {forecasts.map((forecast) => (
          <ForecastLine key={forecast.key} forecast={forecast} onForget={({ row }) => row !== undefined && store.edit((design) => removeDeclaredRange(design, { row }), { keepSelection: true })} />
        ))}
      </ul>
      {adding === 'one' && <DeclareOne onDone={() => setAdding('nothing')} />}
      {adding === 'several' && <DeclareSeveral onDone={() => setAdding('nothing')} />}
      {adding === 'nothing' && (
        <div className={styles.formRow}>
          <Button glyph="plus" onClick={() => setAdding('one')}>
            Declare a range
          </Button>
          <Button onClick={() => setAdding('several')}>Paste ranges…</Button>
        </div>
      )}
    </Section>
  );
}

function ForecastLine({ forecast, onForget }: { readonly forecast: Forecast; readonly onForget: (forecast: Forecast) => void }) {
  const { name, block, meets, instead, row, sentence } = forecast;
  return (
    <li className={styles.forecast} title={sentence}>
      <AnswerMark shapeOnly answer={meets ? 'fail' : 'pass'} word={meets ? 'Overlaps' : 'Clear'} />
      <span className={styles.forecastName}>{name}</span>
      <span className={styles.mono}>{formatCidr(block)}</span>
      {row === undefined ? <span /> : <IconButton glyph="trash" size="small" label={`Forget ${name}`} onClick={() => onForget(forecast)} />}
      {meets && <span className={styles.forecastAdvice}>overlaps {formatCidr(meets)}{instead === undefined ? '' : `; ${instead} is free of all others`}</span>}
    </li>
  );
}

function DeclareOne({ onDone }: { readonly onDone: () => void }) {
  const store = useStore();
  const [range, setRange] = useState<DeclaredRange>({ name: '', cidr: '', kind: 'peer' });
  const [problem, setProblem] = useState<string | undefined>();
  const declare = (): void => {
    const refused = store.edit((design) => addDeclaredRange(design, range), { keepSelection: true });
    setProblem(refused);
    if (refused === undefined) onDone();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        declare();
      }}
    >
      <div className={styles.formRow}>
        <Field label="Name">
          <TextInput value={range.name} autoFocus onChange={(name) => setRange({ ...range, name })} />
        </Field>
        <Field label="CIDR block" problem={problem}>
          <TextInput mono value={range.cidr} placeholder="10.8.0.0/14" onChange={(cidr) => setRange({ ...range, cidr })} />
        </Field>
        <Field label="Kind">
          <Select shape="wide" value={range.kind} choices={declaredRangeKinds.map((kind) => ({ value: kind, label: KIND_WORDS[kind] }))} onChange={(kind) => setRange({ ...range, kind: kind as DeclaredRange['kind'] })} />
        </Field>
      </div>
      <div className={styles.formRow}>
        <Button kind="primary" type="submit">
          Declare
        </Button>
        <Button onClick={onDone}>Cancel</Button>
      </div>
    </form>
  );
}

function DeclareSeveral({ onDone }: { readonly onDone: () => void }) {
  const store = useStore();
  const [text, setText] = useState('');
  const { ranges, problems } = readRanges(text);
  const declare = (): void => {
    if (store.edit((design) => addDeclaredRanges(design, { ranges }), { keepSelection: true }) === undefined) onDone();
  };
  return (
    <div className={styles.form}>
      <Field label="Ranges, one on each line" hint="A name and a block in any order, or the lines of a CSV file." warning={problems[0]}>
        <TextArea mono value={text} rows={4} placeholder={'data-platform, 10.8.0.0/14\npartner, 172.16.0.0/16'} onChange={setText} />
      </Field>
      <div className={styles.formRow}>
        <Button kind="primary" disabled={ranges.length === 0} onClick={declare}>
          {ranges.length === 0 ? 'Declare' : `Declare ${ranges.length}`}
        </Button>
        <Button onClick={onDone}>Cancel</Button>
      </div>
    </div>
  );
}
