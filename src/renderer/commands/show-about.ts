import { menuCommand } from './command.ts';

export const showAboutCommand = menuCommand('show-about', {
  group: 'Help',
  glyph: 'info',
  keywords: 'version licence',
  run: async ({ store }) => void (await store.openDialog({ kind: 'about' })),
});
