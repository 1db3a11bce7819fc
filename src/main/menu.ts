import { Menu } from 'electron';
import { commands, type CommandId } from '@shared/command-ids.ts';
import { buildMenuTemplate, type MenuState } from './menu-template.ts';

/** The application menu, which follows what the page says. */
export interface ApplicationMenu {
  setDisabled(commands: readonly CommandId[]): void;
  setRecent(recent: MenuState['recent']): void;
}

export function installMenu(options: Omit<MenuState, 'disabled' | 'recent'>): ApplicationMenu {
  let disabled: ReadonlySet<CommandId> = new Set();
  return {
    setDisabled(ids) {
      // Changed in place: the page tells after every edit, and building the menu anew would close it while it is open.
      disabled = new Set(ids);
      const menu = Menu.getApplicationMenu();
      for (const id of Object.keys(commands) as CommandId[]) {
        const item = menu?.getMenuItemById(id);
        if (item) item.enabled = !disabled.has(id);
      }
    },
    setRecent: (recent) => Menu.setApplicationMenu(Menu.buildFromTemplate(buildMenuTemplate({ ...options, disabled, recent }))),
  };
}
