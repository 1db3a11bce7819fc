import { inEditor, menuCommand } from './command.ts';

export const zoomInCommand = menuCommand('zoom-in', {
  group: 'View',
  glyph: 'plus',
  isEnabled: inEditor,
  worksInText: true,
  run: ({ canvas }) => canvas.current?.zoomIn(),
});
