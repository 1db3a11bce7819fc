import { forgetClientAddress } from '@core/editing/client-address.ts';
import { rowEntries } from '@core/editing/rows.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { Section } from '../controls/section.tsx';
import type { FormProps } from './parts/form-props.ts';
import { Sentence } from './parts/remark.tsx';
import { SettingRow } from './parts/setting-row.tsx';
import { useEdit } from './parts/use-edit.ts';

/** The addresses a client had: a rule for “my IP” may still admit one of them. */
export function FormerAddressesSection({ id, value }: FormProps<'client'>) {
  const { edit } = useEdit();
  const rows = rowEntries(value.formerAddresses ?? {});
  return (
    <Section title="Former addresses" end={`${rows.length}`}>
      {rows.length === 0 && <Sentence>An address it gives up is kept here, so that a rule that still admits it is found.</Sentence>}
      {rows.map(([row, { address }]) => (
        <SettingRow
          key={row}
          label={address}
          end={<IconButton glyph="trash" size="small" label={`Forget ${address}`} onClick={() => edit((now) => forgetClientAddress(now, { client: id, row }))} />}
        />
      ))}
    </Section>
  );
}
