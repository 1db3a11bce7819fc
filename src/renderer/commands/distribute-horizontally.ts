import { alignSelection, canDistribute } from './align-selection.ts';
import { windowCommand } from './command.ts';

export const distributeHorizontallyCommand = windowCommand(
  { id: 'distribute-horizontally', title: 'Distribute horizontally' },
  { group: 'Arrange', glyph: 'align', isEnabled: canDistribute, run: (app) => alignSelection(app, 'horizontally') },
);
