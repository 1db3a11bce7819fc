import { inEditor, menuCommand } from './command.ts';

export const zoomToActualSizeCommand = menuCommand('zoom-to-actual-size', {
  group: 'View',
  glyph: 'search',
  isEnabled: inEditor,
  worksInText: true,
  run: ({ canvas }) => canvas.current?.zoomTo(1),
});
