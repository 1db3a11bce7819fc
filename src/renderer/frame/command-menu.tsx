import type { ReactNode } from 'react';
import { useApp, useAppState } from '../app/app-context.ts';
import { commandOfId } from '../commands/all-commands.ts';
import { runCommand } from '../commands/run-command.ts';
import { writeAccelerator } from '../commands/shortcut.ts';
import { usePlatform } from '../commands/use-command.ts';
import type { MenuEntry } from '../controls/menu-entry.ts';
import { Menu } from '../controls/menu.tsx';

/** Turns ids of commands into entries of a menu; `-` is a separator. Ids of commands that are not there are left out. */
export function useCommandEntries(ids: readonly string[]): readonly MenuEntry[] {
  const app = useApp();
  const platform = usePlatform();
  const state = useAppState((all) => all);
  return ids.flatMap((id, index): MenuEntry[] => {
    if (id === '-') return [{ kind: 'separator', id: `separator-${index}` }];
    const command = commandOfId(id);
    if (!command) return [];
    return [
      {
        kind: 'action',
        id,
        label: command.title,
        glyph: command.glyph,
        shortcut: command.accelerator === null ? undefined : writeAccelerator(command.accelerator, platform),
        disabled: !command.isEnabled(state),
        onSelect: () => void runCommand(command, app),
      },
    ];
  });
}

export interface CommandMenuProps {
  readonly trigger: ReactNode;
  readonly commands: readonly string[];
  readonly align?: 'start' | 'center' | 'end';
}

/** A menu of commands that a button opens. */
export function CommandMenu({ trigger, commands, align = 'end' }: CommandMenuProps) {
  const entries = useCommandEntries(commands);
  return <Menu trigger={trigger} entries={entries} align={align} />;
}
