import { rowEntries } from '@core/editing/rows.ts';
import { setExclusion, type ExclusionMode } from '@core/editing/public-access-exclusions.ts';
import { asResourceId } from '@core/model/ids.ts';
import { Field } from '../../controls/field.tsx';
import { IconButton } from '../../controls/icon-button.tsx';
import { Section } from '../../controls/section.tsx';
import { Select } from '../../controls/select.tsx';
import type { FormProps } from '../parts/form-props.ts';
import { nameOf } from '../parts/name-of.ts';
import styles from '../parts/parts.module.css';
import { LineList, ResourceGlyph, ResourceLink } from '../parts/resource-line.tsx';
import { useDesign, useEdit } from '../parts/use-edit.ts';
import { excludable, EXCLUSION_MODES, readMode } from './exclusion-words.ts';

/** The VPCs and subnets that VPC Block Public Access leaves out, and the way to leave out another one. */
export function ExclusionsSection({ id, value }: FormProps<'region'>) {
  const design = useDesign();
  const { edit } = useEdit();
  const rows = rowEntries(value.blockPublicAccessExclusions ?? {});
  if (rows.length === 0 && (value.blockPublicAccess ?? 'off') === 'off') return null;
  const exclude = (excluded: string, mode: ExclusionMode | undefined) => edit((now) => setExclusion(now, { excluded: asResourceId(excluded), mode }));
  const free = excludable(design, id);
  return (
    <Section title="Exclusions" end={`${rows.length}`}>
      <LineList label="Exclusions" none="No VPC and no subnet is left out.">
        {rows.flatMap(([row, { vpc, subnet, mode, state }]) => {
          const excluded = subnet ?? vpc;
          if (excluded === undefined) return [];
          const name = nameOf(design, excluded);
          return [
            <li key={row} className={styles.line}>
              <ResourceGlyph id={excluded} />
              <ResourceLink id={excluded} />
              <span className={styles.end}>
                {state !== undefined && state !== 'create-complete' && state}
                <Select
                  label={`Exclusion of ${name}`}
                  size="small"
                  shape="plain"
                  value={mode}
                  choices={EXCLUSION_MODES}
                  onChange={(chosen) => chosen !== mode && exclude(excluded, readMode(chosen))}
                />
                <IconButton glyph="close" size="small" label={`Remove the exclusion of ${name}`} onClick={() => exclude(excluded, undefined)} />
              </span>
            </li>,
          ];
        })}
      </LineList>
      {free.length > 0 && (
        <Field label="Leave out">
          <Select shape="wide" value={undefined} placeholder="Choose a VPC or subnet" choices={free.map((one) => ({ value: one, label: nameOf(design, one) }))} onChange={(chosen) => exclude(chosen, 'allow-bidirectional')} />
        </Field>
      )}
    </Section>
  );
}
