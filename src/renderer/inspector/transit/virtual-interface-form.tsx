import { readBlock } from '@core/editing/read-block.ts';
import { edit as runEdit } from '@core/editing/edit.ts';
import { rowEntries, withoutRow } from '@core/editing/rows.ts';
import { nextRowId, type ResourceId } from '@core/model/ids.ts';
import type { Design } from '@core/model/design.ts';
import { Field } from '../../controls/field.tsx';
import { Section } from '../../controls/section.tsx';
import { Select } from '../../controls/select.tsx';
import { BlockList } from '../blocks/block-list.tsx';
import { AsnField } from '../parts/asn-field.tsx';
import type { FormProps } from '../parts/form-props.ts';
import { Remark, Sentence } from '../parts/remark.tsx';
import { ResourceLink } from '../parts/resource-line.tsx';
import { SettingRow } from '../parts/setting-row.tsx';
import { StateSelect } from '../parts/state-select.tsx';
import { useDesign, useEdit } from '../parts/use-edit.ts';

const STATES = ['confirming', 'verifying', 'pending', 'available', 'down', 'testing', 'deleting', 'deleted', 'rejected'] as const;

/** Adds a block that on-premises is known to announce over a virtual interface. */
const addAnnounced = (design: Design, id: ResourceId, text: string) =>
  runEdit(design, (draft) => {
    const { routes, name } = draft.need(id, 'virtual-interface');
    const cidr = readBlock(text);
    draft.change(id, 'virtual-interface', { routes: { ...routes, [nextRowId('route', routes)]: { cidr } } });
    return { said: `Announce ${cidr} over ${name}`, select: [id] };
  });

/** A virtual interface of Direct Connect: its ends, its state, and what on-premises announces over it. */
export function VirtualInterfaceForm({ id, value }: FormProps<'virtual-interface'>) {
  const design = useDesign();
  const { edit, set } = useEdit();
  return (
    <>
      <Section title="Ends" end={value.type}>
        <SettingRow label="AWS’s end" value={value.gateway === undefined ? 'none' : <ResourceLink id={value.gateway} />} />
        <SettingRow label="Far end" value={value.onPremises === undefined ? 'not in the design' : <ResourceLink id={value.onPremises} />} />
        <StateSelect id={id} value={value.state} states={STATES} />
        {(value.state !== 'available' || value.bgpStatus === 'down') && <Remark answer="warn">Nothing passes while it is not available and its BGP session up.</Remark>}
      </Section>
      <Section title="BGP">
        <Field label="BGP session">
          <Select value={value.bgpStatus ?? 'unknown'} choices={['up', 'down', 'unknown'].map((status) => ({ value: status, label: status }))} onChange={(status) => set({ resource: id, path: ['bgpStatus'], value: status })} />
        </Field>
        <AsnField id={id} value={value.asn} />
      </Section>
      <Section title="Announced by on-premises" end={`${Object.keys(value.routes).length}`}>
        {Object.keys(value.routes).length === 0 && <Sentence>Nothing is written down, so what the drawn network holds, and what is asked for, is taken as announced.</Sentence>}
        <BlockList
          label="Announced block"
          add="Add a block"
          blocks={rowEntries(value.routes).map(([row, { cidr }]) => ({ row, cidr, onRemove: () => set({ resource: id, path: ['routes'], value: withoutRow(value.routes, row) }) }))}
          tryAdd={(cidr) => addAnnounced(design, id, cidr)}
          onAdd={(cidr) => edit((now) => addAnnounced(now, id, cidr))}
        />
      </Section>
    </>
  );
}
