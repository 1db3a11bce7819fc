import { useMemo } from 'react';
import { useAppState, useStore } from '../app/app-context.ts';
import { useCommand } from '../commands/use-command.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { TabPanel, Tabs, type Tab } from '../controls/tabs.tsx';
import type { AppState } from '../store/app-state.ts';
import type { AppStore } from '../store/create-store.ts';
import { dockPanels, type DockPanel } from './dock-panels.ts';
import styles from './dock.module.css';

const isShown = ({ isClosable, id }: DockPanel, { workspace }: AppState): boolean => !isClosable || workspace.openTabs.includes(id);

function toTab({ id, title, glyph, count, isClosable }: DockPanel, state: AppState, store: AppStore): Tab {
  const number = count?.(state);
  const picture = glyph?.(state);
  return {
    id,
    label: title(state),
    ...(picture === undefined ? {} : { glyph: picture, hue: 'own' as const }),
    ...(number === undefined ? {} : { count: number }),
    ...(isClosable ? { onClose: () => store.closeDockTab(id) } : {}),
  };
}

/** The tabs below the canvas and what they show. Folded, the tabs stay. */
export function Dock() {
  const store = useStore();
  // Titles and counts come from many slices; the row of tabs is small, so it follows the whole state.
  const state = useAppState((all) => all);
  const { dockTab, panes } = state.workspace;
  const fold = useCommand('toggle-dock');
  const shown = dockPanels.filter((panel) => isShown(panel, state));
  const panel = useMemo(() => {
    const current = dockPanels.find(({ id }) => id === dockTab);
    return current && { id: current.id, content: <current.Panel /> };
  }, [dockTab]);
  return (
    <Tabs
      className={styles.dock}
      label="Dock"
      tabs={shown.map((panel) => toTab(panel, state, store))}
      value={dockTab}
      onChange={(tab) => store.showDockTab(tab as typeof dockTab)}
      end={
        <IconButton
          glyph={panes.dockOpen ? 'down' : 'up'}
          label={panes.dockOpen ? 'Collapse dock' : 'Open dock'}
          shortcut={fold.shortcut}
          aria-expanded={panes.dockOpen}
          tooltipSide="top"
          onClick={fold.run}
        />
      }
    >
      {panes.dockOpen && panel && (
        <TabPanel id={panel.id} className={styles.panel}>
          {panel.content}
        </TabPanel>
      )}
    </Tabs>
  );
}
