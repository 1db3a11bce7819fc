import { inEditor, menuCommand } from './command.ts';

export const redoCommand = menuCommand('redo', {
  group: 'Edit',
  glyph: 'redo',
  isEnabled: (state) => inEditor(state) && state.history.future.length > 0,
  run: ({ store }) => store.redo(),
});
