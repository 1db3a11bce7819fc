import { parts } from '@core/editing/parts.ts';
import { Command as Cmdk } from 'cmdk';
import { useApp } from '../app/app-context.ts';
import { Glyph } from '../controls/glyph.tsx';
import { addPartHere } from '../parts/add-part-here.ts';
import { glyphOfPart } from '../parts/part-glyph.ts';
import styles from './command-palette.module.css';
import { fits } from './fits.ts';

interface PartListProps {
  readonly typed: string;
  readonly onDone: () => void;
}

/** The parts that fit what was typed; choosing one adds it to what is selected. Nothing before something is typed: the palette has them all. */
export function PartList({ typed, onDone }: PartListProps) {
  const app = useApp();
  const found = typed.trim() === '' ? [] : parts.filter(({ title, group }) => fits(`add ${title} ${group}`, typed));
  if (found.length === 0) return null;
  return (
    <Cmdk.Group heading="Parts" className={styles.group}>
      {found.map((part) => (
        <Cmdk.Item
          key={part.id}
          value={`part ${part.id}`}
          className={styles.item}
          onSelect={() => {
            onDone();
            addPartHere(app, part.id);
          }}
        >
          <Glyph id={glyphOfPart(part)} hue="own" />
          <span className={styles.name}>{`Add ${part.title}`}</span>
          <span className={styles.detail}>{part.group}</span>
        </Cmdk.Item>
      ))}
    </Cmdk.Group>
  );
}
