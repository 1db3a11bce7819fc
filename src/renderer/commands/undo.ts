import { inEditor, menuCommand } from './command.ts';

export const undoCommand = menuCommand('undo', {
  group: 'Edit',
  glyph: 'undo',
  isEnabled: (state) => inEditor(state) && state.history.past.length > 0,
  run: ({ store }) => store.undo(),
});
