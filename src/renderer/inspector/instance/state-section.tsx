import { setInstanceState } from '@core/editing/set-instance-state.ts';
import type { Instance } from '@core/model/resources/index.ts';
import { Button } from '../../controls/button.tsx';
import { Section } from '../../controls/section.tsx';
import { Select } from '../../controls/select.tsx';
import type { FormProps } from '../parts/form-props.ts';
import styles from '../parts/parts.module.css';
import { Sentence } from '../parts/remark.tsx';
import { SettingRow } from '../parts/setting-row.tsx';
import { useDesign, useEdit } from '../parts/use-edit.ts';
import { sayPower } from './say-power.ts';

const STATES: readonly Instance['state'][] = ['pending', 'running', 'stopping', 'stopped', 'shutting-down', 'terminated'];
const UP: readonly Instance['state'][] = ['running', 'pending'];
const GONE: readonly Instance['state'][] = ['terminated', 'shutting-down'];

/** The life cycle of an instance, and what the next step of it releases. */
export function StateSection({ id, value }: FormProps<'instance'>) {
  const design = useDesign();
  const { edit } = useEdit();
  const change = (state: Instance['state']) => edit((now, random) => setInstanceState(now, { instance: id, state, random }));
  const isUp = UP.includes(value.state);
  const isGone = GONE.includes(value.state);
  return (
    <Section title="State">
      <SettingRow
        label="Now"
        value={
          <Select
            label="State"
            size="small"
            shape="plain"
            value={value.state}
            choices={STATES.map((state) => ({ value: state, label: state, disabled: isGone && !GONE.includes(state) }))}
            onChange={(state) => state !== value.state && change(state as Instance['state'])}
          />
        }
      />
      <Sentence>{sayPower(design, id, value)}</Sentence>
      {!isGone && (
        <div className={styles.buttons}>
          <Button glyph={isUp ? 'stop' : 'start'} onClick={() => change(isUp ? 'stopped' : 'running')}>
            {isUp ? 'Stop' : 'Start'}
          </Button>
          <Button glyph="power" onClick={() => change('terminated')}>
            Terminate
          </Button>
        </div>
      )}
    </Section>
  );
}
