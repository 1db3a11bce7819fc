import { Menu } from 'electron';
import type { CommandId } from '@shared/command-ids.ts';
import { buildMenuTemplate, type MenuState } from './menu-template.ts';

/** The application menu, rebuilt when what it shows has changed. */
export interface ApplicationMenu {
  setDisabled(commands: readonly CommandId[]): void;
  setRecent(recent: MenuState['recent']): void;
}

export function installMenu(options: Omit<MenuState, 'disabled' | 'recent'>): ApplicationMenu {
  let disabled: ReadonlySet<CommandId> = new Set();
  let recent: MenuState['recent'] = [];
  const rebuild = (): void => Menu.setApplicationMenu(Menu.buildFromTemplate(buildMenuTemplate({ ...options, disabled, recent })));
  rebuild();
  return {
    setDisabled(commands) {
      // The page tells its state after every edit, and rebuilding closes a menu that is open.
      if (commands.length === disabled.size && commands.every((command) => disabled.has(command))) return;
      disabled = new Set(commands);
      rebuild();
    },
    setRecent(files) {
      recent = files;
      rebuild();
    },
  };
}
