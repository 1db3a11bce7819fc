import { rowEntries } from '@core/editing/rows.ts';
import { setExclusion, type ExclusionMode } from '@core/editing/public-access-exclusions.ts';
import { asResourceId } from '@core/model/ids.ts';
import { Field } from '../../controls/field.tsx';
import { IconButton } from '../../controls/icon-button.tsx';
import { Section } from '../../controls/section.tsx';
import { Select } from '../../controls/select.tsx';
import type { FormProps } from '../parts/form-props.ts';
import { nameOf } from '../parts/name-of.ts';
import { Sentence } from '../parts/remark.tsx';
import { ResourceLink } from '../parts/resource-line.tsx';
import { SettingRow } from '../parts/setting-row.tsx';
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
      {rows.length === 0 && <Sentence>No VPC and no subnet is left out.</Sentence>}
      {rows.map(([row, { vpc, subnet, mode, state }]) => {
        const excluded = subnet ?? vpc;
        return excluded === undefined ? null : (
          <SettingRow
            key={row}
            label={nameOf(design, excluded)}
            glyph={subnet === undefined ? 'vpc' : 'subnet-private'}
            isTight
            value={
              <Select
                label={`Exclusion of ${nameOf(design, excluded)}`}
                size="small"
                shape="plain"
                value={mode}
                choices={EXCLUSION_MODES}
                onChange={(chosen) => chosen !== mode && exclude(excluded, readMode(chosen))}
              />
            }
            end={
              <>
                {state !== undefined && state !== 'create-complete' && state}
                <ResourceLink id={excluded} text="Show" />
                <IconButton glyph="close" size="small" label={`Remove the exclusion of ${nameOf(design, excluded)}`} onClick={() => exclude(excluded, undefined)} />
              </>
            }
          />
        );
      })}
      {free.length > 0 && (
        <Field label="Leave out">
          <Select shape="wide" value={undefined} placeholder="Choose a VPC or subnet" choices={free.map((one) => ({ value: one, label: nameOf(design, one) }))} onChange={(chosen) => exclude(chosen, 'allow-bidirectional')} />
        </Field>
      )}
    </Section>
  );
}
