import { deleteSelection } from './edit-selection.ts';
import { hasSelection, menuCommand } from './command.ts';

export const deleteSelectionCommand = menuCommand('delete-selection', {
  group: 'Edit',
  glyph: 'trash',
  keywords: 'remove',
  onCanvasOnly: true,
  isEnabled: hasSelection,
  run: deleteSelection,
});
