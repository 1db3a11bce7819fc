import { menuCommand } from './command.ts';

export const showKeyboardShortcutsCommand = menuCommand('show-keyboard-shortcuts', {
  group: 'Help',
  glyph: 'help',
  keywords: 'keys',
  worksInText: true,
  run: async ({ store }) => void (await store.openDialog({ kind: 'shortcuts' })),
});
