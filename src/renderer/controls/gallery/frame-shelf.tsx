import { useState } from 'react';
import { SplitPane } from '../split-pane.tsx';
import styles from './gallery.module.css';

export function FrameShelf() {
  const [left, setLeft] = useState(256);
  const [dock, setDock] = useState(90);
  return (
    <section className={styles.group} aria-label="Panes">
      <div className={styles.frame}>
        <SplitPane
          axis="x"
          sized="first"
          label="Parts"
          size={left}
          min={120}
          max={400}
          defaultSize={256}
          onResize={setLeft}
          first={<div className={styles.fill}>Parts</div>}
          second={
            <SplitPane
              axis="y"
              sized="second"
              label="Dock"
              size={dock}
              min={40}
              max={160}
              minOther={40}
              onResize={setDock}
              first={<div className={styles.fill}>Canvas</div>}
              second={<div className={styles.fill}>Dock</div>}
            />
          }
        />
      </div>
    </section>
  );
}
