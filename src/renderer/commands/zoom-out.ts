import { inEditor, menuCommand } from './command.ts';

export const zoomOutCommand = menuCommand('zoom-out', {
  group: 'View',
  glyph: 'minus',
  isEnabled: inEditor,
  worksInText: true,
  run: ({ canvas }) => canvas.current?.zoomOut(),
});
