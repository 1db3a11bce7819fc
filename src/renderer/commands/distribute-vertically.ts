import { alignSelection, canDistribute } from './align-selection.ts';
import { windowCommand } from './command.ts';

export const distributeVerticallyCommand = windowCommand(
  { id: 'distribute-vertically', title: 'Distribute vertically' },
  { group: 'Arrange', glyph: 'align', isEnabled: canDistribute, run: (app) => alignSelection(app, 'vertically') },
);
