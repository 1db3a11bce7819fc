import { describeRegion, regions } from '@core/aws/regions.ts';
import { listResources } from '@core/editing/draft.ts';
import { Combobox } from '../controls/combobox.tsx';
import { Field } from '../controls/field.tsx';
import { KeyValueList } from '../controls/key-value-list.tsx';
import { Section } from '../controls/section.tsx';
import { Select } from '../controls/select.tsx';
import { ExclusionsSection } from './edges/exclusions-section.tsx';
import type { FormProps } from './parts/form-props.ts';
import { Sentence } from './parts/remark.tsx';
import { LineList, ResourceLine } from './parts/resource-line.tsx';
import { useDesign, useEdit } from './parts/use-edit.ts';
import { setRegionCode } from './set-region-code.ts';

const BLOCKING = [
  { value: 'off', label: 'Off', sentence: 'Gateways decide.' },
  { value: 'block-ingress', label: 'Block ingress', sentence: 'Only what was opened from inside comes back in.' },
  { value: 'block-bidirectional', label: 'Block both ways', sentence: 'Nothing passes an internet gateway.' },
] as const;

/** A Region: its code and name, VPC Block Public Access and what it leaves out, and what is in it. */
export function RegionForm({ id, value }: FormProps<'region'>) {
  const design = useDesign();
  const { set } = useEdit();
  const vpcs = listResources(design, 'vpc').filter((vpc) => vpc.value.region === id);
  const addresses = listResources(design, 'elastic-ip').filter((address) => address.value.region === id);
  return (
    <>
      <CodeSection id={id} value={value} />
      <Section title="VPC Block Public Access">
        <Field label="VPC Block Public Access" labelHidden>
          <Select
            shape="wide"
            value={value.blockPublicAccess ?? 'off'}
            choices={BLOCKING}
            onChange={(state) =>
              set({ resource: id, path: ['blockPublicAccess'], value: state === 'off' && value.blockPublicAccess === undefined ? undefined : state })
            }
          />
        </Field>
      </Section>
      <ExclusionsSection id={id} value={value} />
      <Section title="VPCs" end={`${vpcs.length}`}>
        <LineList label="VPCs" none="No VPC is in this Region yet.">
          {vpcs.map((vpc) => (
            <ResourceLine key={vpc.id} id={vpc.id} mono end={vpc.value.cidr} />
          ))}
        </LineList>
      </Section>
      {addresses.length > 0 && (
        <Section title="Free Elastic IP addresses" end={`${addresses.length}`}>
          <LineList label="Free Elastic IP addresses">
            {addresses.map((address) => (
              <ResourceLine key={address.id} id={address.id} mono end={address.value.address} />
            ))}
          </LineList>
        </Section>
      )}
    </>
  );
}

/** The code can change while nothing in the Region is named after it. */
function CodeSection({ id, value }: FormProps<'region'>) {
  const design = useDesign();
  const { edit } = useEdit();
  const isEmpty = !listResources(design, 'vpc').some((vpc) => vpc.value.region === id);
  const { name, zones, optIn, known } = describeRegion(value.code);
  const choices = regions.map((region) => ({ value: region.code, label: region.code, mono: true, sentence: region.name }));
  return (
    <Section title="Region">
      {isEmpty ? (
        <Field label="Code">
          <Combobox
            label="Code of the Region"
            shape="wide"
            value={value.code}
            sections={[{ title: 'Regions', choices }]}
            readTyped={(typed) => (/^[a-z]{2,}(-[a-z]+)+-\d+$/.test(typed) ? { value: typed, label: typed, mono: true } : undefined)}
            onChange={(code) => code !== value.code && edit((now) => setRegionCode(now, { region: id, code }))}
          />
        </Field>
      ) : (
        <Sentence>Its zones carry its code, so the code is fixed while VPCs are in it.</Sentence>
      )}
      <KeyValueList
        items={[
          { key: 'Code', value: value.code, mono: true },
          { key: 'Name', value: known ? name : 'not in the list of Regions' },
          { key: 'Zones', value: zones.map((letter) => `${value.code}${letter}`).join(', ') },
          ...(optIn ? [{ key: 'Opt-in', value: 'an account has to enable it first' }] : []),
        ]}
      />
    </Section>
  );
}
