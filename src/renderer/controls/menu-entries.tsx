import type { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { Glyph } from './glyph.tsx';
import type { MenuEntry, MenuLine } from './menu-entry.ts';
import styles from './menu.module.css';

/** What the menus of a button and of a right click have in common. */
export type MenuParts = Pick<
  typeof DropdownMenu,
  'Item' | 'CheckboxItem' | 'ItemIndicator' | 'Sub' | 'SubTrigger' | 'SubContent' | 'Label' | 'Separator' | 'Portal'
>;

export interface MenuEntriesProps {
  readonly entries: readonly MenuEntry[];
  readonly parts: MenuParts;
}

/** The lines of a menu. */
export function MenuEntries({ entries, parts }: MenuEntriesProps) {
  return entries.map((entry) => <MenuEntryLine key={entry.id} entry={entry} parts={parts} />);
}

function MenuEntryLine({ entry, parts }: { readonly entry: MenuEntry; readonly parts: MenuParts }): ReactNode {
  switch (entry.kind) {
    case 'separator':
      return <parts.Separator className={styles.separator} />;
    case 'label':
      return <parts.Label className={styles.label}>{entry.label}</parts.Label>;
    case 'submenu':
      return <Submenu entry={entry} parts={parts} />;
    case 'action':
      return (
        <parts.Item className={styles.item} disabled={entry.disabled ?? false} onSelect={entry.onSelect}>
          <EntryWords entry={entry} />
        </parts.Item>
      );
    case 'check':
      return <Tickable entry={entry} parts={parts} ticked={entry.checked} onTick={entry.onSelect} />;
    case 'choice':
      return <Tickable entry={entry} parts={parts} ticked={entry.chosen} onTick={entry.onSelect} />;
  }
}

interface TickableProps {
  readonly entry: MenuLine;
  readonly parts: MenuParts;
  readonly ticked: boolean;
  readonly onTick: (checked: boolean) => void;
}

function Tickable({ entry, parts, ticked, onTick }: TickableProps) {
  return (
    <parts.CheckboxItem
      className={styles.item}
      checked={ticked}
      disabled={entry.disabled ?? false}
      onCheckedChange={onTick}
    >
      <EntryWords
        entry={entry}
        lead={
          <parts.ItemIndicator>
            <Glyph id={entry.kind === 'choice' ? 'dot' : 'check'} />
          </parts.ItemIndicator>
        }
      />
    </parts.CheckboxItem>
  );
}

function Submenu({ entry, parts }: { readonly entry: MenuEntry & { kind: 'submenu' }; readonly parts: MenuParts }) {
  return (
    <parts.Sub>
      <parts.SubTrigger className={styles.item} disabled={entry.disabled ?? false}>
        <EntryWords entry={entry} />
        <Glyph id="right" size={14} />
      </parts.SubTrigger>
      <parts.Portal>
        <parts.SubContent className={styles.menu} sideOffset={2} alignOffset={-5} collisionPadding={8}>
          <MenuEntries entries={entry.entries} parts={parts} />
        </parts.SubContent>
      </parts.Portal>
    </parts.Sub>
  );
}

function EntryWords({ entry, lead }: { readonly entry: MenuLine; readonly lead?: ReactNode }) {
  return (
    <>
      <span className={styles.lead}>{lead ?? (entry.glyph && <Glyph id={entry.glyph} hue={entry.hue} />)}</span>
      <span className={styles.words}>
        {entry.label}
        {entry.sentence && <span className={styles.why}>{entry.sentence}</span>}
      </span>
      {entry.shortcut && <span className={styles.shortcut}>{entry.shortcut}</span>}
    </>
  );
}
