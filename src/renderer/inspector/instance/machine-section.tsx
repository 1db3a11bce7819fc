import { explainInstanceType, maximumNetworkInterfaces } from '@core/aws/instance-types.ts';
import type { Instance } from '@core/model/resources/index.ts';
import type { Choice } from '../../controls/choice.ts';
import { Combobox } from '../../controls/combobox.tsx';
import { Field } from '../../controls/field.tsx';
import { Section } from '../../controls/section.tsx';
import { Select } from '../../controls/select.tsx';
import type { FormProps } from '../parts/form-props.ts';
import styles from '../parts/parts.module.css';
import { PlainField } from '../parts/plain-field.tsx';
import { useEdit } from '../parts/use-edit.ts';

export const systemNames: Readonly<Record<Instance['operatingSystem'], string>> = {
  'amazon-linux-2023': 'Amazon Linux 2023',
  'amazon-linux-2': 'Amazon Linux 2',
  ubuntu: 'Ubuntu',
  windows: 'Windows',
  other: 'another system',
};

/** Types people launch most; any other is typed. */
const USUAL_TYPES = [
  't3.micro',
  't3.small',
  't3.medium',
  't3.large',
  't4g.small',
  'm6i.large',
  'm6i.xlarge',
  'm7g.large',
  'c6i.large',
  'c7g.xlarge',
  'r6i.large',
  'i4i.large',
] as const;

/** What it does with traffic that is not meant for it; its source/destination check has to be off for either. */
const FORWARDING = [
  { value: '', label: 'Not said', sentence: 'What a route leads through it is undetermined.' },
  { value: 'nat', label: 'NAT instance', sentence: 'It passes it on from an address of its own.' },
  { value: 'router', label: 'Router or firewall', sentence: 'It passes it on unchanged.' },
] as const;

/** A type as a choice with what its name says; `undefined` when the text is no name of a type. */
export function typeChoice(typed: string): Choice | undefined {
  const anatomy = explainInstanceType(typed);
  return anatomy && { value: anatomy.type, label: anatomy.type, mono: true, sentence: anatomy.summary };
}

function explainType(type: string): string {
  const summary = explainInstanceType(type)?.summary ?? `${type} is no name of an instance type that is known here.`;
  const interfaces = maximumNetworkInterfaces(type);
  return interfaces === undefined ? summary : `${summary} At most ${interfaces} network interfaces.`;
}

/** Operating system, image and type of an instance, the type in words. */
export function MachineSection({ id, value }: FormProps<'instance'>) {
  const { set } = useEdit();
  const put = (field: 'operatingSystem' | 'image' | 'instanceType') => (text: string) =>
    set({ resource: id, path: [field], value: text.trim() === '' ? undefined : text.trim() });
  return (
    <Section title="Machine">
      <div className={styles.stack}>
        <Field label="Operating system">
          <Select
            shape="wide"
            value={value.operatingSystem}
            choices={Object.entries(systemNames).map(([system, label]) => ({ value: system, label }))}
            onChange={put('operatingSystem')}
          />
        </Field>
        <PlainField label="Image (AMI)" mono placeholder="ami-0123456789abcdef0" value={value.image ?? ''} onCommit={put('image')} />
        <Field label="Type" hint={explainType(value.instanceType)}>
          <Combobox
            label="Instance type"
            shape="wide"
            value={value.instanceType}
            sections={[{ title: 'Usual types', choices: USUAL_TYPES.flatMap((type) => typeChoice(type) ?? []) }]}
            searchPlaceholder="m6i.large"
            emptySentence="That is no name of an instance type."
            readTyped={(typed) => typeChoice(typed) ?? (typed === value.instanceType ? { value: typed, label: typed } : undefined)}
            onChange={put('instanceType')}
          />
        </Field>
        <Field label="Traffic for others" hint={FORWARDING.find((choice) => choice.value === (value.forwards ?? ''))?.sentence}>
          <Select
            shape="wide"
            value={value.forwards ?? ''}
            choices={FORWARDING}
            onChange={(forwards) => set({ resource: id, path: ['forwards'], value: forwards === '' ? undefined : forwards })}
          />
        </Field>
      </div>
    </Section>
  );
}
