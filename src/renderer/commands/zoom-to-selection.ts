import { hasSelection, menuCommand } from './command.ts';

export const zoomToSelectionCommand = menuCommand('zoom-to-selection', {
  group: 'View',
  glyph: 'fit',
  isEnabled: hasSelection,
  worksInText: true,
  run: ({ canvas, store }) => canvas.current?.fit(store.getState().selection.keys),
});
