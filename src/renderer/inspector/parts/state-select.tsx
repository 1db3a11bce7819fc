import type { ResourceId } from '@core/model/ids.ts';
import { Select } from '../../controls/select.tsx';
import { SettingRow } from './setting-row.tsx';
import { useEdit } from './use-edit.ts';

export interface StateSelectProps {
  readonly id: ResourceId;
  readonly value: string;
  readonly states: readonly string[];
}

/** The state AWS reports for a resource; only an available one carries traffic. */
export function StateSelect({ id, value, states }: StateSelectProps) {
  const { set } = useEdit();
  const known = states.includes(value) ? states : [value, ...states];
  return (
    <SettingRow
      label="State"
      value={
        <Select
          label="State"
          size="small"
          shape="plain"
          value={value}
          choices={known.map((state) => ({ value: state, label: state }))}
          onChange={(state) => set({ resource: id, path: ['state'], value: state })}
        />
      }
    />
  );
}
