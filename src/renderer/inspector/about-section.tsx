import type { Resource } from '@core/model/resources/index.ts';
import type { ResourceId } from '@core/model/ids.ts';
import { Field } from '../controls/field.tsx';
import type { KeyValue } from '../controls/key-value-list.tsx';
import { KeyValueList } from '../controls/key-value-list.tsx';
import { Section } from '../controls/section.tsx';
import { TextArea } from '../controls/text-area.tsx';
import { useEdit } from './parts/use-edit.ts';
import { TagTable } from './tag-table.tsx';

function listIdentity(id: ResourceId, value: Resource): readonly KeyValue[] {
  const account = value.account === undefined ? [] : [{ key: 'Account', value: value.account, mono: true }];
  return [{ key: 'Id', value: id, mono: true }, ...account];
}

/** What every resource has: tags, a note, and its id. */
export function AboutSection({ id, value }: { readonly id: ResourceId; readonly value: Resource }) {
  const { set } = useEdit();
  const count = Object.keys(value.tags ?? {}).length;
  return (
    <>
      <Section title="Tags" end={count === 0 ? undefined : `${count}`}>
        <TagTable id={id} tags={value.tags ?? {}} />
      </Section>
      <Section title="Note">
        <Field label="Note" labelHidden>
          <TextArea
            rows={2}
            value={value.note ?? ''}
            onChange={(text) => set({ resource: id, path: ['note'], value: text === '' ? undefined : text }, `note:${id}`)}
          />
        </Field>
      </Section>
      <Section title="Identity">
        <KeyValueList items={listIdentity(id, value)} />
      </Section>
    </>
  );
}
