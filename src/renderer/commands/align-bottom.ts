import { alignSelection, canAlign } from './align-selection.ts';
import { windowCommand } from './command.ts';

export const alignBottomCommand = windowCommand(
  { id: 'align-bottom', title: 'Align bottom edges' },
  { group: 'Arrange', glyph: 'align', isEnabled: canAlign, run: (app) => alignSelection(app, 'bottom') },
);
