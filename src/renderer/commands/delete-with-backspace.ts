import { deleteSelection } from './edit-selection.ts';
import { hasSelection, windowCommand } from './command.ts';

export const deleteWithBackspaceCommand = windowCommand(
  { id: 'delete-with-backspace', title: 'Delete', accelerator: 'Backspace' },
  { group: 'Edit', glyph: 'trash', onCanvasOnly: true, isEnabled: hasSelection, run: deleteSelection },
);
