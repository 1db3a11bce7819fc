import { alignSelection, canAlign } from './align-selection.ts';
import { windowCommand } from './command.ts';

export const alignMiddleCommand = windowCommand(
  { id: 'align-middle', title: 'Align middles' },
  { group: 'Arrange', glyph: 'align', isEnabled: canAlign, run: (app) => alignSelection(app, 'middle') },
);
