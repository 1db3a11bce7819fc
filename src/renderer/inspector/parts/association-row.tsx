import type { GlyphId } from '@core/drawing/glyphs/index.ts';
import type { ReactNode } from 'react';
import { Button } from '../../controls/button.tsx';
import { Glyph } from '../../controls/glyph.tsx';
import type { MenuEntry } from '../../controls/menu-entry.ts';
import { Menu } from '../../controls/menu.tsx';
import { ResourceLink } from './resource-line.tsx';
import { SettingRow } from './setting-row.tsx';
import styles from './parts.module.css';

export interface AssociationChoice {
  /** The resource to associate; `undefined` puts back the one that is used without saying so. */
  readonly id: string | undefined;
  readonly label: string;
}

export interface AssociationRowProps {
  readonly label: string;
  readonly glyph: GlyphId;
  /** What is used now. */
  readonly used: string | undefined;
  /** Said where nothing is known. */
  readonly none: string;
  /** How it came about: "explicit", "main". */
  readonly via: string | undefined;
  readonly choices: readonly AssociationChoice[];
  /** The one that was chosen; `undefined` where nobody chose. */
  readonly chosen: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
  /** What it does to the question that is asked. */
  readonly verdict?: ReactNode;
  readonly isBad?: boolean | undefined;
}

/** What a resource uses, with the menu of what it could use instead. */
export function AssociationRow(props: AssociationRowProps) {
  const { label, glyph, used, none, via, verdict, isBad } = props;
  const trigger = (
    <Button kind="ghost" size="small" className={styles.via} aria-label={`Change the ${label.toLowerCase()}${via === undefined ? '' : `, now ${via}`}`}>
      {verdict === undefined && via}
      <Glyph id="down" size={14} />
    </Button>
  );
  return (
    <SettingRow
      label={label}
      glyph={glyph}
      isBad={isBad}
      value={used === undefined ? none : <ResourceLink id={used} />}
      end={
        <>
          {verdict}
          <Menu align="end" trigger={trigger} entries={entriesOf(props)} />
        </>
      }
    />
  );
}

function entriesOf({ choices, chosen, onChoose }: AssociationRowProps): readonly MenuEntry[] {
  return choices.map(({ id, label }) => ({
    kind: 'choice',
    id: id ?? '#implicit',
    label,
    chosen: id === chosen,
    onSelect: () => {
      if (id !== chosen) onChoose(id);
    },
  }));
}
