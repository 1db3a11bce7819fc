import { useAppState, useStore } from '../app/app-context.ts';
import { useCommand } from '../commands/use-command.ts';
import { Button } from '../controls/button.tsx';
import { Glyph } from '../controls/glyph.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { joinClasses } from '../controls/join-classes.ts';
import { Kbd } from '../controls/kbd.tsx';
import { countHolding } from '../store/expectation-slice.ts';
import { DesignName } from './design-name.tsx';
import { hasDockPanel } from './dock-panels.ts';
import { HelpMenu } from './help-menu.tsx';
import { ImportMenu } from './import-menu.tsx';
import { ExportMenu } from './export-menu.tsx';
import { ThemeMenu } from './theme-menu.tsx';
import styles from './top-bar.module.css';

/** The bar at the top of the editor. */
export function TopBar({ className }: { readonly className?: string | undefined }) {
  return (
    <header className={joinClasses(styles.top, className)} data-region="top">
      <div className={styles.side}>
        <HomeButton />
        <DesignName />
        <span className={styles.separator} />
        <HistoryIcon move="undo" />
        <HistoryIcon move="redo" />
      </div>
      <FindButton />
      <div className={joinClasses(styles.side, styles.end)}>
        <WhatIfButton />
        <ExpectationsButton />
        <span className={joinClasses(styles.separator, styles.wideOnly)} />
        <span className={styles.wideOnly}>
          <ImportMenu />
          <ExportMenu />
        </span>
        <ThemeMenu />
        <HelpMenu />
      </div>
    </header>
  );
}

/** The bar at the top of the start screen. */
export function StartBar({ className }: { readonly className?: string | undefined }) {
  return (
    <header className={joinClasses(styles.top, className)} data-region="top">
      <div className={styles.side}>
        <Glyph id="mark" size={20} className={styles.mark} />
        <strong className={styles.product}>Reachable</strong>
      </div>
      <FindButton />
      <div className={joinClasses(styles.side, styles.end)}>
        <ThemeMenu />
        <HelpMenu />
      </div>
    </header>
  );
}

function HomeButton() {
  const home = useCommand('show-start');
  return <IconButton glyph="mark" glyphSize={20} label={home.title} shortcut={home.shortcut} className={styles.home} onClick={home.run} />;
}

/** Undo or redo, and what it would take back or do again. */
function HistoryIcon({ move }: { readonly move: 'undo' | 'redo' }) {
  const { title, shortcut, isEnabled, run } = useCommand(move);
  const step = useAppState(({ history }) => (move === 'undo' ? history.past : history.future).at(-1));
  return <IconButton glyph={move} label={step ? `${title}: ${step.label}` : title} shortcut={shortcut} disabled={!isEnabled} onClick={run} />;
}

/** Search stands in the true centre of the bar. */
export function FindButton() {
  const { openPalette } = useStore();
  const { shortcut } = useCommand('open-palette');
  return (
    <button type="button" className={styles.find} aria-haspopup="dialog" onClick={() => openPalette(true)}>
      <Glyph id="search" size={14} />
      <span className={styles.findWords}>
        Search<span className={styles.wideOnly}> or run a command</span>
      </span>
      {shortcut !== undefined && <Kbd keys={shortcut} />}
    </button>
  );
}

function WhatIfButton() {
  const { showDockTab } = useStore();
  if (!hasDockPanel('what-if')) return null;
  return (
    <Button kind="ghost" glyph="what-if" onClick={() => showDockTab('what-if')}>
      What if
    </Button>
  );
}

function ExpectationsButton() {
  const { showDockTab } = useStore();
  const expectations = useAppState((state) => state.expectations);
  if (!hasDockPanel('expectations')) return null;
  const { holding, all } = countHolding(expectations);
  return (
    <Button kind="ghost" glyph="flag" onClick={() => showDockTab('expectations')}>
      {all === 0 ? 'Expectations' : `${holding} of ${all} hold`}
    </Button>
  );
}
