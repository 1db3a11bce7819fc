import { renameDesign } from '@core/editing/rename-resource.ts';
import { useState } from 'react';
import { useAppState, useStore } from '../app/app-context.ts';
import { TextInput } from '../controls/text-input.tsx';
import { isDirty } from '../store/files-slice.ts';
import styles from './top-bar.module.css';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** The design's name, which can be changed in place, and whether it is saved. */
export function DesignName() {
  const store = useStore();
  const name = useAppState(({ design }) => design.name);
  const [isEditing, setEditing] = useState(false);
  const rename = (next: string): void => {
    setEditing(false);
    store.edit((design) => renameDesign(design, { name: next }), { keepSelection: true });
  };
  return (
    <div className={styles.name}>
      {isEditing ? (
        <TextInput label="Name of the design" value={name} autoFocus onCommit={rename} onBlur={() => setEditing(false)} />
      ) : (
        <h1 className={styles.heading}>
          <button type="button" className={styles.nameButton} title="Rename the design" onClick={() => setEditing(true)}>
            {name}
          </button>
        </h1>
      )}
      <SavedNote />
    </div>
  );
}

function SavedNote() {
  const dirty = useAppState(isDirty);
  const { document, savedAt } = useAppState(({ files }) => files);
  return <span className={styles.saved}>{describeSaved({ dirty, isFile: document !== null, savedAt })}</span>;
}

function describeSaved({ dirty, isFile, savedAt }: { readonly dirty: boolean; readonly isFile: boolean; readonly savedAt: number | null }): string {
  if (dirty) return isFile ? 'Edited' : 'Not saved yet';
  if (savedAt !== null) return `Saved ${clock.format(savedAt)}`;
  return isFile ? 'Saved' : '';
}
