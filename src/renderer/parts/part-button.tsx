import type { Part } from '@core/editing/parts.ts';
import { useApp } from '../app/app-context.ts';
import { Glyph } from '../controls/glyph.tsx';
import { joinClasses } from '../controls/join-classes.ts';
import { Tooltip } from '../controls/tooltip.tsx';
import { addPartHere } from './add-part-here.ts';
import { endPartDrag, startPartDrag } from './part-drag.ts';
import { glyphOfPart } from './part-glyph.ts';
import styles from './parts-panel.module.css';

/** Longest titles of the first and of the second column, in characters. */
const NARROW_TITLE = 14;
const WIDE_TITLE = 17;

function columnOf({ title }: Part): string | undefined {
  if (title.length > WIDE_TITLE) return styles.wide;
  return title.length > NARROW_TITLE ? styles.second : undefined;
}

/** One part: dragged onto the canvas, or added with a click or Enter. */
export function PartButton({ part }: { readonly part: Part }) {
  const app = useApp();
  return (
    <Tooltip text={part.description} side="right">
      <button
        type="button"
        draggable
        className={joinClasses(styles.part, columnOf(part))}
        onDragStart={(event) => startPartDrag(event.dataTransfer, part.id)}
        onDragEnd={endPartDrag}
        onClick={() => addPartHere(app, part.id)}
      >
        <Glyph id={glyphOfPart(part)} hue="own" />
        {part.title}
      </button>
    </Tooltip>
  );
}
