import { inEditor, menuCommand } from './command.ts';

export const findCommand = menuCommand('find', {
  group: 'Edit',
  glyph: 'search',
  keywords: 'search jump',
  isEnabled: inEditor,
  worksInText: true,
  run: ({ store }) => store.openPalette(true),
});
