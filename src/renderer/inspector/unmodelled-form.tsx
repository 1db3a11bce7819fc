import { unmodelledNames } from '@core/drawing/names.ts';
import { withArticleBefore } from '@core/editing/nouns.ts';
import { Section } from '../controls/section.tsx';
import type { FormProps } from './parts/form-props.ts';
import styles from './unmodelled-form.module.css';
import { LineList, ResourceLine, ResourceLink } from './parts/resource-line.tsx';
import { Remark } from './parts/remark.tsx';
import { SettingRow } from './parts/setting-row.tsx';

/** A resource that was imported and that nothing here understands yet: kept whole, and said to be so. */
export function UnmodelledForm({ value }: FormProps<'unmodelled'>) {
  const noun = unmodelledNames[value.type] ?? value.type.replaceAll('-', ' ');
  return (
    <>
      <Section title="Not modelled">
        <Remark answer="undetermined">
          What {withArticleBefore(noun)} does with traffic is not modelled yet: it is kept as it was imported, and verdicts that depend on it are undetermined.
        </Remark>
      </Section>
      <Section title="Where">
        <SettingRow label="Type" value={value.type} />
        {value.vpc !== undefined && <SettingRow label="VPC" value={<ResourceLink id={value.vpc} />} />}
        <LineList label="Subnets">
          {value.subnets.map((subnet) => (
            <ResourceLine key={subnet} id={subnet} end="subnet" />
          ))}
        </LineList>
      </Section>
      <Section title="As imported" end="read only">
        <pre className={styles.data} tabIndex={0} aria-label="Data as it was imported">
          {JSON.stringify(value.data, null, 2)}
        </pre>
      </Section>
    </>
  );
}
