import { copySelection } from './clipboard.ts';
import { hasSelection, menuCommand } from './command.ts';

export const copyCommand = menuCommand('copy', {
  group: 'Edit',
  glyph: 'copy',
  onCanvasOnly: true,
  isEnabled: hasSelection,
  run: async (app) => void (await copySelection(app)),
});
