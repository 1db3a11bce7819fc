import { pasteClipboard } from './clipboard.ts';
import { inEditor, menuCommand } from './command.ts';

export const pasteCommand = menuCommand('paste', { group: 'Edit', glyph: 'paste', onCanvasOnly: true, isEnabled: inEditor, run: pasteClipboard });
