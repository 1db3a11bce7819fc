import { associateElasticIp } from '@core/editing/elastic-ip.ts';
import { listResources } from '@core/editing/draft.ts';
import { interfacesOf } from '@core/editing/members.ts';
import type { Design } from '@core/model/design.ts';
import { asResourceId } from '@core/model/ids.ts';
import type { ChoiceSection } from '../controls/choice.ts';
import { Combobox } from '../controls/combobox.tsx';
import { Field } from '../controls/field.tsx';
import { Section } from '../controls/section.tsx';
import type { FormProps } from './parts/form-props.ts';
import { nameOf } from './parts/name-of.ts';
import styles from './parts/parts.module.css';
import { Sentence } from './parts/remark.tsx';
import { SettingRow } from './parts/setting-row.tsx';
import { useDesign, useEdit } from './parts/use-edit.ts';

/** What an Elastic IP address can be associated with: instances, and interfaces that serve no database. */
export function listHolders(design: Design): readonly ChoiceSection[] {
  const instances = listResources(design, 'instance').filter(({ id }) => interfacesOf(design, id).length > 0);
  const interfaces = listResources(design, 'network-interface').filter(({ value }) => value.owner === undefined && value.attachment?.role === undefined);
  return [
    { title: 'Instances', choices: instances.map(({ id }) => ({ value: id, label: nameOf(design, id), glyph: 'instance', hue: 'own' })) },
    {
      title: 'Network interfaces',
      choices: interfaces.map(({ id, value }) => ({
        value: id,
        label: nameOf(design, id),
        glyph: 'network-interface',
        hue: 'own',
        detail: Object.values(value.addresses)[0]?.address,
      })),
    },
  ];
}

/** An allocated Elastic IP address that nothing holds yet. */
export function ElasticIpForm({ id, value }: FormProps<'elastic-ip'>) {
  const design = useDesign();
  const { edit } = useEdit();
  return (
    <Section title="Address">
      <div className={styles.stack}>
        <SettingRow label="Address" value={<span className={styles.mono}>{value.address}</span>} end="free" />
        <Field label="Associate with">
          <Combobox
            label="Associate with"
            shape="wide"
            placeholder="Choose an instance or interface"
            value={undefined}
            sections={listHolders(design)}
            onChange={(target) => edit((now, random) => associateElasticIp(now, { target: asResourceId(target), elasticIp: id, random }))}
          />
        </Field>
        <Sentence>It stays yours, and is billed, until it is released; deleting it here releases it.</Sentence>
      </div>
    </Section>
  );
}
