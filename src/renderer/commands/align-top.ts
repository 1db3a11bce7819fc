import { alignSelection, canAlign } from './align-selection.ts';
import { windowCommand } from './command.ts';

export const alignTopCommand = windowCommand(
  { id: 'align-top', title: 'Align top edges' },
  { group: 'Arrange', glyph: 'align', isEnabled: canAlign, run: (app) => alignSelection(app, 'top') },
);
