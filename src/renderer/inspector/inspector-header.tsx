import type { GlyphId } from '@core/drawing/glyphs/index.ts';
import { glyphs } from '@core/drawing/glyphs/index.ts';
import { renameResource } from '@core/editing/rename-resource.ts';
import type { ResourceId } from '@core/model/ids.ts';
import { useState, type ReactNode } from 'react';
import { Field } from '../controls/field.tsx';
import { Glyph } from '../controls/glyph.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { Menu } from '../controls/menu.tsx';
import { TextInput } from '../controls/text-input.tsx';
import { useCommandEntries } from '../frame/command-menu.tsx';
import styles from './inspector.module.css';
import { refusalOf } from './parts/refusal-of.ts';
import { useDesign, useEdit } from './parts/use-edit.ts';

export interface InspectorHeaderProps {
  readonly glyph: GlyphId;
  readonly name: string;
  /** What it is and where it stands. */
  readonly place: string;
  /** The resource to rename in place; AWS names Regions and zones itself. */
  readonly renames?: ResourceId | undefined;
}

/** Tile, name, kind and place of what is inspected, and the menu of what can be done with it. */
export function InspectorHeader({ glyph, name, place, renames }: InspectorHeaderProps) {
  return (
    <header className={styles.head}>
      <span className={styles.tile} data-hue={glyphs[glyph].hue ?? 'outside'}>
        <Glyph id={glyph} size={20} />
      </span>
      <div className={styles.words}>
        {renames === undefined ? <h2 className={styles.title}>{name}</h2> : <NameInPlace id={renames} name={name} />}
        <p className={styles.place}>{place}</p>
      </div>
      <HeaderMenu name={name} />
    </header>
  );
}

function NameInPlace({ id, name }: { readonly id: ResourceId; readonly name: string }) {
  const [state, setState] = useState<'shown' | 'edited' | 'left'>('shown');
  if (state === 'edited') return <NameInput id={id} name={name} onLeave={() => setState('left')} />;
  return (
    <h2 className={styles.title}>
      <button type="button" title="Rename" autoFocus={state === 'left'} onClick={() => setState('edited')}>
        {name}
      </button>
    </h2>
  );
}

function NameInput({ id, name, onLeave }: { readonly id: ResourceId; readonly name: string; readonly onLeave: () => void }) {
  const design = useDesign();
  const { edit } = useEdit();
  const [typed, setTyped] = useState(name);
  const problem = typed === name ? undefined : refusalOf(renameResource(design, { resource: id, name: typed }));
  const leaveWhenFine = () => {
    if (problem === undefined) onLeave();
  };
  return (
    <Field label="Name" labelHidden problem={problem}>
      <TextInput
        value={name}
        autoFocus
        onFocus={(event) => event.target.select()}
        onChange={setTyped}
        onCommit={(text) => edit((now) => renameResource(now, { resource: id, name: text }))}
        onBlur={leaveWhenFine}
        onKeyDown={(event) => {
          if (event.key === 'Enter') leaveWhenFine();
          if (event.key === 'Escape') onLeave();
        }}
      />
    </Field>
  );
}

const COMMANDS = [
  'ask-to-here',
  'ask-from-here',
  'edit-rules',
  'start-instance',
  'stop-instance',
  '-',
  'rename',
  'cut',
  'copy',
  'duplicate',
  'delete-selection',
  '-',
  'zoom-to-selection',
] as const;

/** The menu of commands that work on what is selected. */
export function HeaderMenu({ name, end }: { readonly name: string; readonly end?: ReactNode }) {
  const entries = useCommandEntries(COMMANDS).filter((entry) => !('disabled' in entry && entry.disabled));
  return (
    <>
      {end}
      <Menu align="end" trigger={<IconButton glyph="more" label={`What to do with ${name}`} />} entries={entries} />
    </>
  );
}
