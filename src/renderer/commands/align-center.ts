import { alignSelection, canAlign } from './align-selection.ts';
import { windowCommand } from './command.ts';

export const alignCenterCommand = windowCommand(
  { id: 'align-center', title: 'Align centres' },
  { group: 'Arrange', glyph: 'align', isEnabled: canAlign, run: (app) => alignSelection(app, 'center') },
);
