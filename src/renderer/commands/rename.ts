import { renamedKey, renameSelected } from './rename-selected.ts';
import { inEditor, windowCommand } from './command.ts';

export const renameCommand = windowCommand(
  { id: 'rename', title: 'Rename', accelerator: 'F2' },
  { group: 'Edit', glyph: 'edit', isEnabled: (state) => inEditor(state) && renamedKey(state) !== undefined, run: renameSelected },
);
