import { parts, type PartId } from '@core/editing/parts.ts';
import { Fragment } from 'react';
import { useApp } from '../app/app-context.ts';
import { IconButton } from '../controls/icon-button.tsx';
import type { MenuEntry } from '../controls/menu-entry.ts';
import { Menu } from '../controls/menu.tsx';
import { addPartHere } from './add-part-here.ts';
import { endPartDrag, startPartDrag } from './part-drag.ts';
import { glyphOfPart } from './part-glyph.ts';
import styles from './parts-panel.module.css';

/** What the rail has room for; the menu at its top has the rest. */
const ON_RAIL: readonly (readonly PartId[])[] = [
  ['vpc', 'availability-zone', 'subnet'],
  ['internet-gateway', 'nat-gateway', 'virtual-private-gateway'],
  ['instance', 'db-instance'],
  ['internet', 'on-premises-network'],
];

/** The parts in a narrow window. */
export function PartsRail() {
  const app = useApp();
  const entries = parts.map((part): MenuEntry => ({
    kind: 'action',
    id: part.id,
    label: part.title,
    glyph: glyphOfPart(part),
    hue: 'own',
    onSelect: () => addPartHere(app, part.id),
  }));
  return (
    <section className={styles.rail} data-region="parts" aria-label="Parts">
      <Menu trigger={<IconButton glyph="more" label="All parts" tooltipSide="right" />} entries={entries} />
      {ON_RAIL.map((group) => (
        <Fragment key={group[0]}>
          <hr className={styles.rule} />
          {parts
            .filter(({ id }) => group.includes(id))
            .map((part) => (
              <IconButton
                key={part.id}
                glyph={glyphOfPart(part)}
                hue="own"
                label={part.title}
                size="large"
                tooltipSide="right"
                draggable
                onDragStart={(event) => startPartDrag(event.dataTransfer, part.id)}
                onDragEnd={endPartDrag}
                onClick={() => addPartHere(app, part.id)}
              />
            ))}
        </Fragment>
      ))}
    </section>
  );
}
