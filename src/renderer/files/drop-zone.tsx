import { useState, type DragEvent, type ReactNode } from 'react';
import { useApp } from '../app/app-context.ts';
import styles from './drop-zone.module.css';
import { openAnswer } from './open-files.ts';

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

/** Takes files that are dropped anywhere on the window: designs, pictures with a design in them, describe-* output. */
export function DropZone({ children }: { readonly children: ReactNode }) {
  const app = useApp();
  const [isOver, setOver] = useState(false);
  const onDrop = (event: DragEvent): void => {
    setOver(false);
    if (!carriesFiles(event)) return;
    event.preventDefault();
    void openAnswer(app, app.host.openDropped([...event.dataTransfer.files]));
  };
  return (
    <div
      className={styles.zone}
      onDragOver={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Element && event.currentTarget.contains(event.relatedTarget))) setOver(false);
      }}
      onDrop={onDrop}
    >
      {children}
      {isOver && <p className={styles.over}>Drop to open: a design, a PNG with a design in it, or describe-* output.</p>}
    </div>
  );
}
