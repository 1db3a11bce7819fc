import { alignSelection, canAlign } from './align-selection.ts';
import { windowCommand } from './command.ts';

export const alignRightCommand = windowCommand(
  { id: 'align-right', title: 'Align right edges' },
  { group: 'Arrange', glyph: 'align', isEnabled: canAlign, run: (app) => alignSelection(app, 'right') },
);
