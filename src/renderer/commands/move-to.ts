import { outermostKeys } from '../outline/outermost-keys.ts';
import { hasSelection, menuCommand } from './command.ts';

export const moveToCommand = menuCommand('move-to', {
  group: 'Edit',
  glyph: 'right',
  keywords: 'move container subnet attach give security group drag outline',
  isEnabled: hasSelection,
  run: async ({ store }) => {
    const { design, selection } = store.getState();
    await store.openDialog({ kind: 'move-to', keys: outermostKeys(design, selection.keys) });
  },
});
