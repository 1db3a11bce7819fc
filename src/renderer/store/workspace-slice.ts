import type { HostDescription, SavedPicture, Settings, Theme, ThemeChoice } from '@shared/contract.ts';
import { initialComparison } from './comparison-slice.ts';
import type { Dialog } from './dialog.ts';
import { defaultPanes, readPanes, writePanes, type Panes } from './panes.ts';
import type { SliceContext } from './slice-context.ts';

/** The tabs of the dock; the last four open when they are asked for and can be closed. */
export const dockTabs = ['diagnose', 'problems', 'address-plan', 'exposure', 'expectations', 'what-if', 'rules', 'changes'] as const;
export type DockTab = (typeof dockTabs)[number];

export const tools = ['select', 'pan', 'connect'] as const;
export type Tool = (typeof tools)[number];

export interface Workspace {
  readonly screen: 'start' | 'editor';
  readonly theme: ThemeChoice;
  /** What the system prefers; it decides while `theme` is `system`. */
  readonly systemTheme: Theme;
  readonly panes: Panes;
  readonly dockTab: DockTab;
  /** The closable tabs that are open. */
  readonly openTabs: readonly DockTab[];
  /** The network ACL or security group whose rules the tab `rules` edits. */
  readonly rulesOf: string | null;
  /** 1 is 100 %. */
  readonly zoom: number;
  readonly tool: Tool;
  readonly dialog: Dialog | null;
  readonly paletteOpen: boolean;
  readonly host: HostDescription | null;
  /** What is written beside the design at every save; none when `null`. */
  readonly savedPicture: SavedPicture | null;
}

export const initialWorkspace: Workspace = {
  screen: 'start',
  theme: 'system',
  systemTheme: 'light',
  panes: defaultPanes,
  dockTab: 'diagnose',
  openTabs: [],
  rulesOf: null,
  zoom: 1,
  tool: 'select',
  dialog: null,
  paletteOpen: false,
  host: null,
  savedPicture: null,
};

export interface WorkspaceActions {
  showScreen(screen: Workspace['screen']): void;
  setTheme(theme: ThemeChoice): void;
  setPanes(change: Partial<Panes>): void;
  /** Shows a tab of the dock and opens the dock. */
  showDockTab(tab: DockTab): void;
  /** Closing the changes ends the comparison: the marks on the canvas go with the list that explains them. */
  closeDockTab(tab: DockTab): void;
  /** Opens the rules of a network ACL or a security group beside the other tabs. */
  editRules(resource: string): void;
  setZoom(zoom: number): void;
  setTool(tool: Tool): void;
  openPalette(open: boolean): void;
  /** What is written beside the design at every save from now on; `null` for none. */
  setSavedPicture(picture: SavedPicture | null): void;
  /** Takes over what the host remembers of the last session. */
  restoreSettings(settings: Settings): void;
  describeHost(host: HostDescription): void;
  setSystemTheme(theme: Theme): void;
}

export const themeOf = ({ theme, systemTheme }: Workspace): Theme => (theme === 'system' ? systemTheme : theme);

/** Milliseconds without a change after which the settings are written. */
const SETTLE_TIME = 300;

/** Tabs that are always there. */
const FIXED: readonly DockTab[] = ['diagnose', 'problems', 'address-plan', 'exposure'];

/** Writes the settings when nothing has changed for a while: once for a whole drag of an edge, not for each of its moves. */
function createMemory({ get, host }: Pick<SliceContext, 'get' | 'host'>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = (): void => {
    timer = undefined;
    const { theme, panes, savedPicture } = get().workspace;
    void host.writeSettings({ theme, panes: writePanes(panes), ...(savedPicture && { savedPicture }) });
  };
  return () => {
    clearTimeout(timer);
    timer = setTimeout(write, SETTLE_TIME);
  };
}

export function createWorkspaceActions({ get, set, host }: SliceContext): WorkspaceActions {
  const change = (next: Partial<Workspace>): void => set({ workspace: { ...get().workspace, ...next } });
  const remember = createMemory({ get, host });
  const setPanes: WorkspaceActions['setPanes'] = (panes) => {
    change({ panes: { ...get().workspace.panes, ...panes } });
    remember();
  };
  const showDockTab: WorkspaceActions['showDockTab'] = (dockTab) => {
    const { openTabs, panes } = get().workspace;
    const isOpen = FIXED.includes(dockTab) || openTabs.includes(dockTab);
    change({ dockTab, openTabs: isOpen ? openTabs : [...openTabs, dockTab] });
    if (!panes.dockOpen) setPanes({ dockOpen: true });
  };
  return {
    showScreen: (screen) => change({ screen }),
    setTheme: (theme) => {
      change({ theme });
      remember();
    },
    setPanes,
    showDockTab,
    closeDockTab: (tab) => {
      const { openTabs, dockTab } = get().workspace;
      change({ openTabs: openTabs.filter((open) => open !== tab), dockTab: dockTab === tab ? 'diagnose' : dockTab });
      if (tab === 'changes') set({ comparison: initialComparison });
    },
    editRules: (rulesOf) => {
      change({ rulesOf });
      showDockTab('rules');
    },
    setZoom: (zoom) => {
      if (zoom !== get().workspace.zoom) change({ zoom });
    },
    setTool: (tool) => change({ tool }),
    openPalette: (paletteOpen) => change({ paletteOpen }),
    setSavedPicture: (savedPicture) => {
      change({ savedPicture });
      remember();
    },
    restoreSettings: ({ theme, panes, savedPicture = null }) => change({ theme, panes: readPanes(panes), savedPicture }),
    describeHost: (description) => change({ host: description, systemTheme: description.theme }),
    setSystemTheme: (systemTheme) => change({ systemTheme }),
  };
}
