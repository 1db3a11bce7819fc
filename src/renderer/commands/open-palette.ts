import { menuCommand } from './command.ts';

export const openPaletteCommand = menuCommand('open-palette', {
  group: 'Edit',
  glyph: 'search',
  worksInText: true,
  run: ({ store }) => store.openPalette(!store.getState().workspace.paletteOpen),
});
