import { formatCidr } from '@core/address/cidr.ts';
import { addDeclaredRanges, removeDeclaredRange } from '@core/editing/declared-ranges.ts';
import type { Forecast } from '@core/planning/forecast.ts';
import { readRanges } from '@core/planning/read-ranges.ts';
import { useState } from 'react';
import { useStore } from '../app/app-context.ts';
import { AnswerMark } from '../controls/answer-mark.tsx';
import { Button } from '../controls/button.tsx';
import { Field } from '../controls/field.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { Section } from '../controls/section.tsx';
import { TextArea } from '../controls/text-area.tsx';
import styles from './address-plan.module.css';
import { DeclareRange } from './declare-range.tsx';

type Adding = 'nothing' | 'one' | 'several';

/** Whom the VPC will have to share address space with, and whether it can. */
export function ForecastSection({ forecasts }: { readonly forecasts: readonly Forecast[] }) {
  const store = useStore();
  const [adding, setAdding] = useState<Adding>('nothing');
  const [isUnfolded, setIsUnfolded] = useState(false);
  const declared = forecasts.filter(({ row }) => row !== undefined).length;
  const isQuiet = ({ kind, meets }: Forecast): boolean => kind === 'usual' && meets === undefined;
  const quiet = forecasts.filter(isQuiet);
  const shown = isUnfolded ? forecasts : forecasts.filter((forecast) => !isQuiet(forecast));
  return (
    <Section title="Forecast of overlaps" end={`${declared} declared`}>
      <ul className={styles.forecasts} aria-label="Forecast of overlaps">
        {shown.map((forecast) => (
          <ForecastLine key={forecast.key} forecast={forecast} onForget={({ row }) => row !== undefined && store.edit((design) => removeDeclaredRange(design, { row }), { keepSelection: true })} />
        ))}
      </ul>
      {quiet.length > 0 && (
        <button type="button" className={styles.quiet} aria-expanded={isUnfolded} onClick={() => setIsUnfolded(!isUnfolded)}>
          <AnswerMark shapeOnly answer="pass" word="Clear" />
          {isUnfolded ? 'Fold the defaults of Docker and Kubernetes' : `${quiet.length} defaults of Docker and Kubernetes are clear`}
        </button>
      )}
      {adding === 'one' && <DeclareRange onDone={() => setAdding('nothing')} />}
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
