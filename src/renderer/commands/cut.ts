import { cutSelection } from './clipboard.ts';
import { hasSelection, menuCommand } from './command.ts';

export const cutCommand = menuCommand('cut', { group: 'Edit', glyph: 'trash', onCanvasOnly: true, isEnabled: hasSelection, run: cutSelection });
