import { listResources } from '@core/editing/draft.ts';
import type { Design } from '@core/model/design.ts';
import { asResourceId, type ResourceId } from '@core/model/ids.ts';
import type { ResourceKind } from '@core/model/resources/index.ts';
import type { Choice } from '../../controls/choice.ts';
import { Select } from '../../controls/select.tsx';
import { nameOf } from './name-of.ts';
import { ResourceLink } from './resource-line.tsx';
import { SettingRow } from './setting-row.tsx';
import { useDesign } from './use-edit.ts';

const NONE = '#none';

export interface ResourceSelectProps {
  readonly label: string;
  readonly value: ResourceId | undefined;
  /** What may stand there. */
  readonly kinds: readonly ResourceKind[];
  /** The words for nothing; without them something has to be chosen. */
  readonly none?: string | undefined;
  readonly onChange: (chosen: ResourceId | undefined) => void;
}

/** What may be chosen: nothing where that is allowed, every resource of the kinds, and what stands there whatever it is. */
export function choicesOf(design: Design, { value, kinds, none }: Pick<ResourceSelectProps, 'value' | 'kinds' | 'none'>): readonly Choice[] {
  const found = kinds.flatMap((kind) => listResources(design, kind)).map(({ id }) => ({ value: id, label: nameOf(design, id) }));
  const isOther = value !== undefined && found.every((choice) => choice.value !== value);
  return [...(none === undefined ? [] : [{ value: NONE, label: none }]), ...(isOther ? [{ value, label: nameOf(design, value) }] : []), ...found];
}

/** A setting that names another resource: which one, and a way to it. */
export function ResourceSelect(props: ResourceSelectProps) {
  const { label, value, onChange } = props;
  const design = useDesign();
  return (
    <SettingRow
      label={label}
      value={
        <Select
          label={label}
          size="small"
          shape="plain"
          value={value ?? NONE}
          choices={choicesOf(design, props)}
          onChange={(chosen) => chosen !== (value ?? NONE) && onChange(chosen === NONE ? undefined : asResourceId(chosen))}
        />
      }
      end={value !== undefined && <ResourceLink id={value} text="Show" />}
    />
  );
}
