import { alignSelection, canAlign } from './align-selection.ts';
import { windowCommand } from './command.ts';

export const alignLeftCommand = windowCommand(
  { id: 'align-left', title: 'Align left edges' },
  { group: 'Arrange', glyph: 'align', isEnabled: canAlign, run: (app) => alignSelection(app, 'left') },
);
