import { listResources } from '@core/editing/draft.ts';
import { addPrefixListEntry, changePrefixListEntry, removePrefixListEntry } from '@core/editing/prefix-lists.ts';
import { rowEntries } from '@core/editing/rows.ts';
import type { Design } from '@core/model/design.ts';
import type { ResourceId } from '@core/model/ids.ts';
import { Field } from '../controls/field.tsx';
import { NumberInput } from '../controls/number-input.tsx';
import { Section } from '../controls/section.tsx';
import { Select } from '../controls/select.tsx';
import { BlockList } from './blocks/block-list.tsx';
import type { FormProps } from './parts/form-props.ts';
import styles from './parts/parts.module.css';
import { Sentence } from './parts/remark.tsx';
import { LineList, ResourceLine } from './parts/resource-line.tsx';
import { useDesign, useEdit } from './parts/use-edit.ts';

/** The largest maximum AWS gives a list by default (VPC User Guide, amazon-vpc-limits). */
const LARGEST_MAXIMUM = 1000;

/** A prefix list: its blocks, how many it may have, and who names it. */
export function PrefixListForm({ id, value }: FormProps<'prefix-list'>) {
  const design = useDesign();
  const { edit, set } = useEdit();
  const entries = rowEntries(value.entries ?? {});
  const count = value.maximumEntries === undefined ? `${entries.length}` : `${entries.length} of ${value.maximumEntries}`;
  return (
    <>
      <Section title="Entries" end={value.entries === undefined ? 'not known' : count}>
        {value.entries === undefined && <Sentence>Which blocks it holds is not known, so what names it is undetermined. Add them here.</Sentence>}
        <BlockList
          label="Entry"
          add="Add an entry"
          blocks={entries.map(([row, { cidr }]) => ({
            row,
            cidr,
            onRemove: () => edit((now) => removePrefixListEntry(now, { prefixList: id, row })),
            change: {
              attempt: (text: string) => changePrefixListEntry(design, { prefixList: id, row, cidr: text }),
              commit: (text: string) => edit((now) => changePrefixListEntry(now, { prefixList: id, row, cidr: text })),
            },
          }))}
          tryAdd={(cidr) => addPrefixListEntry(design, { prefixList: id, cidr })}
          onAdd={(cidr) => edit((now) => addPrefixListEntry(now, { prefixList: id, cidr }))}
        />
      </Section>
      <Section title="Settings" end={value.owner === undefined ? undefined : `owner ${value.owner}`}>
        <div className={styles.stack}>
          <Field label="Address family">
            <Select
              value={value.family}
              placeholder="not known"
              choices={[
                { value: 'ipv4', label: 'IPv4' },
                { value: 'ipv6', label: 'IPv6' },
              ]}
              onChange={(family) => set({ resource: id, path: ['family'], value: family })}
            />
          </Field>
          <Field label="Maximum entries" hint="A rule or route table that names it counts this many.">
            <NumberInput
              value={value.maximumEntries}
              min={Math.max(1, entries.length)}
              max={LARGEST_MAXIMUM}
              onCommit={(maximum) => set({ resource: id, path: ['maximumEntries'], value: maximum })}
            />
          </Field>
        </div>
      </Section>
      <NamedBy id={id} />
    </>
  );
}

function namersOf(design: Design, id: ResourceId): readonly ResourceId[] {
  const tables = listResources(design, 'route-table').filter(({ value }) => Object.values(value.routes).some(({ destination }) => destination === id));
  const groups = listResources(design, 'security-group').filter(({ value }) =>
    [...Object.values(value.inbound), ...Object.values(value.outbound)].some(({ peer }) => 'prefixList' in peer && peer.prefixList === id),
  );
  return [...tables, ...groups].map((entry) => entry.id);
}

function NamedBy({ id }: { readonly id: ResourceId }) {
  const namers = namersOf(useDesign(), id);
  return (
    <Section title="Named by" end={`${namers.length}`}>
      <LineList label="Named by" none="No route and no rule names it.">
        {namers.map((namer) => (
          <ResourceLine key={namer} id={namer} />
        ))}
      </LineList>
    </Section>
  );
}
