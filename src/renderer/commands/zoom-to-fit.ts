import { inEditor, menuCommand } from './command.ts';

export const zoomToFitCommand = menuCommand('zoom-to-fit', {
  group: 'View',
  glyph: 'fit',
  isEnabled: inEditor,
  worksInText: true,
  run: ({ canvas }) => canvas.current?.fit(),
});
