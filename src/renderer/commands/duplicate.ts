import { duplicateSelection } from './edit-selection.ts';
import { hasSelection, menuCommand } from './command.ts';

export const duplicateCommand = menuCommand('duplicate', { group: 'Edit', glyph: 'duplicate', isEnabled: hasSelection, run: duplicateSelection });
