import type { MenuItemConstructorOptions } from 'electron';
import { commands, type CommandId } from '@shared/command-ids.ts';
import { product } from '@shared/product.ts';

/** What the menu shows now and whom it tells. */
export interface MenuState {
  readonly platform: NodeJS.Platform;
  readonly disabled: ReadonlySet<CommandId>;
  /** Names with folders, newest first. */
  readonly recent: readonly { readonly label: string; readonly path: string }[];
  readonly isDevelopment: boolean;
  readonly send: (command: CommandId) => void;
  readonly openRecent: (path: string) => void;
  readonly clearRecent: () => void;
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

/**
 * An item that only sends its command. Outside macOS its key is shown and not taken: the page has the keys, so that text
 * fields keep their own undo and delete; on macOS the page is asked first anyway.
 */
function item(state: MenuState, id: CommandId): MenuItemConstructorOptions {
  const { title, accelerator } = commands[id];
  return {
    id,
    label: title,
    enabled: !state.disabled.has(id),
    click: () => state.send(id),
    ...(accelerator !== null && { accelerator, registerAccelerator: false }),
  };
}

const items = (state: MenuState, ...ids: readonly (CommandId | typeof separator)[]): MenuItemConstructorOptions[] =>
  ids.map((id) => (typeof id === 'string' ? item(state, id) : id));

function recentMenu({ recent, openRecent, clearRecent }: MenuState): MenuItemConstructorOptions {
  const files = recent.map(({ label, path }): MenuItemConstructorOptions => ({ label: label.replaceAll('&', '&&'), click: () => openRecent(path) }));
  return { label: 'Open recent', enabled: recent.length > 0, submenu: [...files, separator, { label: 'Clear list', click: clearRecent }] };
}

function fileMenu(state: MenuState): MenuItemConstructorOptions {
  const leave: MenuItemConstructorOptions = state.platform === 'darwin' ? { role: 'close' } : { role: 'quit' };
  return {
    label: '&File',
    submenu: [
      ...items(state, 'new-design', 'show-start', 'open-design'),
      recentMenu(state),
      ...items(state, separator, 'save-design', 'save-design-as', 'reveal-file', separator, 'import-files', 'import-folder', 'export-picture', separator, 'compare-with-file', 'compare-with-saved', separator),
      leave,
    ],
  };
}

/** Cut, copy and paste are the system's: they reach text fields, and the page as clipboard events elsewhere. */
function editMenu(state: MenuState): MenuItemConstructorOptions {
  return {
    label: '&Edit',
    submenu: [
      ...items(state, 'undo', 'redo', separator),
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      ...items(state, 'copy-picture', 'duplicate', 'duplicate-into-zone', 'move-to', 'delete-selection', 'select-all', separator, 'find', 'open-palette', separator, 'arrange', 'collapse', 'expand', 'collapse-zones', 'expand-all'),
    ],
  };
}

function viewMenu(state: MenuState): MenuItemConstructorOptions {
  const development: MenuItemConstructorOptions[] = state.isDevelopment ? [separator, { role: 'reload' }, { role: 'toggleDevTools' }] : [];
  return {
    label: '&View',
    submenu: [
      ...items(state, 'zoom-in', 'zoom-out', 'zoom-to-actual-size', 'zoom-to-fit', 'zoom-to-selection', separator),
      ...items(state, 'toggle-left-panel', 'toggle-inspector', 'toggle-dock', separator),
      ...items(state, 'show-diagnose', 'show-problems', 'show-address-plan', 'show-exposure', 'show-expectations', 'show-what-if', separator),
      { label: 'Theme', submenu: items(state, 'use-system-theme', 'use-light-theme', 'use-dark-theme') },
      { role: 'togglefullscreen' },
      ...development,
    ],
  };
}

/** The whole application menu. */
export function buildMenuTemplate(state: MenuState): MenuItemConstructorOptions[] {
  const isMac = state.platform === 'darwin';
  const appMenu: MenuItemConstructorOptions = {
    label: product.name,
    submenu: [...items(state, 'show-about', separator), { role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }, separator, { role: 'quit' }],
  };
  const helpMenu: MenuItemConstructorOptions = { label: '&Help', role: 'help', submenu: items(state, 'start-tour', 'show-keyboard-shortcuts', 'show-about') };
  const windowMenu: MenuItemConstructorOptions = { role: 'windowMenu' };
  return [...(isMac ? [appMenu] : []), fileMenu(state), editMenu(state), viewMenu(state), ...(isMac ? [windowMenu] : []), helpMenu];
}
