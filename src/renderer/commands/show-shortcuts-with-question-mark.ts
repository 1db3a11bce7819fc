import { windowCommand } from './command.ts';

export const showShortcutsWithQuestionMarkCommand = windowCommand(
  { id: 'show-shortcuts-with-question-mark', title: 'Keyboard shortcuts', accelerator: '?' },
  { group: 'Help', glyph: 'help', run: async ({ store }) => void (await store.openDialog({ kind: 'shortcuts' })) },
);
