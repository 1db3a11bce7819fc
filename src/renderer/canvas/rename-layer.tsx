import { renameResource } from '@core/editing/rename-resource.ts';
import { asResourceId } from '@core/model/ids.ts';
import { useRef, type KeyboardEvent } from 'react';
import { useApp, useAppState } from '../app/app-context.ts';
import styles from './rename-layer.module.css';
import type { Rename, Renaming } from './use-rename.ts';

/** Smallest width of the input, so that a short name can become a longer one; and its room around the words. */
const LEAST_WIDTH = 120;
const ROOM = { x: 5, y: 2 };

/** The name of a node, open for typing where it stands. */
export function RenameLayer({ rename: { renaming, leave } }: { readonly rename: Rename }) {
  return renaming && <NameInput key={renaming.key} renaming={renaming} onLeave={leave} />;
}

/** Enter and leaving keep the name, Escape gives it up; a name that is refused stays as it was. */
function NameInput({ renaming, onLeave }: { readonly renaming: Renaming; readonly onLeave: () => void }) {
  const { store, canvas } = useApp();
  const id = asResourceId(renaming.key);
  const before = useAppState(({ design }) => design.resources[id]?.name ?? '');
  const isDone = useRef(false);
  const leave = (): void => {
    isDone.current = true;
    canvas.current?.focus();
    onLeave();
  };
  /** Whether the name is taken; the window says why not. */
  const keep = (name: string): boolean => name === before || store.edit((design) => renameResource(design, { resource: id, name }), { keepSelection: true }) === undefined;
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    event.stopPropagation();
    if (event.key === 'Escape' || (event.key === 'Enter' && keep(event.currentTarget.value))) leave();
  };
  const { x, y, width, height } = renaming;
  return (
    <input
      className={`${styles.input} nodrag nopan nowheel`}
      style={{ transform: `translate(${x - ROOM.x}px, ${y - ROOM.y}px)`, width: Math.max(LEAST_WIDTH, width) + 2 * ROOM.x, height: height + 2 * ROOM.y }}
      type="text"
      autoComplete="off"
      spellCheck={false}
      aria-label={`New name of ${before}`}
      defaultValue={before}
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (isDone.current) return;
        keep(event.currentTarget.value);
        onLeave();
      }}
    />
  );
}
