import { addDeclaredRange } from '@core/editing/declared-ranges.ts';
import { declaredRangeKinds, type DeclaredRange } from '@core/model/design.ts';
import { useState } from 'react';
import { useStore } from '../app/app-context.ts';
import { Button } from '../controls/button.tsx';
import { Field } from '../controls/field.tsx';
import { Select } from '../controls/select.tsx';
import { TextInput } from '../controls/text-input.tsx';
import styles from './address-plan.module.css';

const KIND_WORDS: Readonly<Record<DeclaredRange['kind'], string>> = { peer: 'Future peer', 'on-premises': 'On-premises', partner: 'Partner', container: 'Inside hosts' };

/** Declares the block of a network outside the drawing; a refusal stands at the field. */
export function DeclareRange({ onDone }: { readonly onDone: () => void }) {
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
