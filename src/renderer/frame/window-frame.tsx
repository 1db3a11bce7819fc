import type { CSSProperties } from 'react';
import { useAppState } from '../app/app-context.ts';
import { Canvas } from '../canvas/canvas.tsx';
import { joinClasses } from '../controls/join-classes.ts';
import { Outline } from '../outline/outline.tsx';
import { PartsPanel } from '../parts/parts-panel.tsx';
import { PartsRail } from '../parts/parts-rail.tsx';
import type { Panes } from '../store/panes.ts';
import { Dock } from './dock.tsx';
import { Inspector } from './inspector-slot.tsx';
import { PaneBar } from './pane-bar.tsx';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { useIsNarrow } from './use-is-narrow.ts';
import styles from './window-frame.module.css';

const RAIL_WIDTH = 44;
/** Sizes of panes in a narrow window, where they are not remembered: it has room for one composition only. */
const NARROW = { right: 264, dock: 276 } as const;

function sizesOf(panes: Panes, isNarrow: boolean): CSSProperties {
  const left = isNarrow ? RAIL_WIDTH : panes.left;
  const right = isNarrow ? NARROW.right : panes.right;
  return {
    '--left': `${panes.leftOpen ? left : 0}px`,
    '--right': `${panes.rightOpen ? right : 0}px`,
    '--dock': `${isNarrow ? Math.min(NARROW.dock, panes.dock) : panes.dock}px`,
  } as CSSProperties;
}

/** The editor's window: parts and outline, canvas over dock, inspector, between top bar and status bar. */
export function WindowFrame() {
  const panes = useAppState(({ workspace }) => workspace.panes);
  const isNarrow = useIsNarrow();
  const { dockOpen } = panes;
  return (
    <div
      className={joinClasses(styles.frame, isNarrow && styles.narrow, !dockOpen && styles.dockFolded)}
      style={sizesOf(panes, isNarrow)}
    >
      <TopBar className={styles.top} />
      <LeftPane isOpen={panes.leftOpen} isNarrow={isNarrow} />
      <main className={styles.canvas} data-region="canvas" aria-label="Canvas">
        <Canvas />
      </main>
      <section className={styles.dock} data-region="dock" aria-label="Dock">
        {dockOpen && !isNarrow && <PaneBar edge="dock" label="Dock" />}
        <Dock />
      </section>
      <RightPane isOpen={panes.rightOpen} isNarrow={isNarrow} />
      <StatusBar className={styles.status} />
    </div>
  );
}

interface PaneProps {
  readonly isOpen: boolean;
  readonly isNarrow: boolean;
}

function LeftPane({ isOpen, isNarrow }: PaneProps) {
  if (!isOpen) return null;
  return (
    <aside className={styles.left} aria-label="Parts and outline">
      <div className={styles.leftContent}>
        {isNarrow ? (
          <PartsRail />
        ) : (
          <>
            <PartsPanel />
            <Outline />
          </>
        )}
      </div>
      {!isNarrow && <PaneBar edge="left" label="Parts and outline" />}
    </aside>
  );
}

function RightPane({ isOpen, isNarrow }: PaneProps) {
  if (!isOpen) return null;
  return (
    <aside className={styles.right} data-region="inspector" aria-label="Inspector" tabIndex={-1}>
      {!isNarrow && <PaneBar edge="right" label="Inspector" />}
      <Inspector />
    </aside>
  );
}
