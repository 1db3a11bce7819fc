import { inEditor, windowCommand } from './command.ts';

export const redoAgainCommand = windowCommand(
  { id: 'redo-again', title: 'Redo', accelerator: 'CmdOrCtrl+Y' },
  { group: 'Edit', glyph: 'redo', isEnabled: (state) => inEditor(state) && state.history.future.length > 0, run: ({ store }) => store.redo() },
);
