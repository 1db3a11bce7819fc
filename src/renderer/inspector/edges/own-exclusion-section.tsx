import { exclusionOf, regionOf, setExclusion } from '@core/editing/public-access-exclusions.ts';
import type { ResourceId } from '@core/model/ids.ts';
import { Field } from '../../controls/field.tsx';
import { Section } from '../../controls/section.tsx';
import { Select } from '../../controls/select.tsx';
import { findOfKind } from '../parts/name-of.ts';
import { useDesign, useEdit } from '../parts/use-edit.ts';
import { EXCLUSION_MODES, readMode, sayWithoutExclusion } from './exclusion-words.ts';

const NONE = 'none';

/** Whether VPC Block Public Access leaves out this VPC or subnet; shown where it is on, or where an exclusion waits for it. */
export function OwnExclusionSection({ id }: { readonly id: ResourceId }) {
  const design = useDesign();
  const { edit } = useEdit();
  const own = exclusionOf(design, id)?.exclusion.mode;
  const region = findOfKind(design, regionOf(design, id), 'region');
  const isOff = (region?.blockPublicAccess ?? 'off') === 'off';
  if (!region || (isOff && own === undefined)) return null;
  const choices = [{ value: NONE, label: sayWithoutExclusion(design, id) }, ...EXCLUSION_MODES];
  return (
    <Section title="VPC Block Public Access" end={isOff ? 'off in the Region' : 'on in the Region'}>
      <Field label="Exclusion" labelHidden hint={EXCLUSION_MODES.find(({ value }) => value === own)?.sentence}>
        <Select
          shape="wide"
          value={own ?? NONE}
          choices={choices}
          onChange={(chosen) => chosen !== (own ?? NONE) && edit((now) => setExclusion(now, { excluded: id, mode: readMode(chosen) }))}
        />
      </Field>
    </Section>
  );
}
