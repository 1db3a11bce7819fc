import type { ResourceId } from '@core/model/ids.ts';
import { Checkbox } from '../../controls/checkbox.tsx';
import { nameOf } from '../parts/name-of.ts';
import styles from '../parts/parts.module.css';
import { ResourceGlyph } from '../parts/resource-line.tsx';
import { useDesign } from '../parts/use-edit.ts';

export interface CheckListProps {
  readonly label: string;
  /** What can be chosen, with a word at its end. */
  readonly choices: readonly { readonly id: ResourceId; readonly end?: string | undefined }[];
  readonly chosen: readonly ResourceId[];
  readonly onChange: (chosen: readonly ResourceId[]) => void;
}

/** Resources of the design, some of them chosen. */
export function CheckList({ label, choices, chosen, onChange }: CheckListProps) {
  const design = useDesign();
  return (
    <ul className={styles.lines} aria-label={label}>
      {choices.map(({ id, end }) => (
        <li key={id} className={styles.line}>
          <Checkbox label={`${label}: ${nameOf(design, id)}`} labelHidden checked={chosen.includes(id)} onChange={(isIn) => onChange(isIn ? [...chosen, id] : chosen.filter((other) => other !== id))} />
          <ResourceGlyph id={id} />
          <span className={styles.value}>{nameOf(design, id)}</span>
          {end !== undefined && <span className={styles.end}>{end}</span>}
        </li>
      ))}
    </ul>
  );
}
