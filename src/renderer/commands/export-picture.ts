import { inEditor, menuCommand } from './command.ts';

export const exportPictureCommand = menuCommand('export-picture', {
  group: 'File',
  glyph: 'picture',
  keywords: 'png svg image',
  isEnabled: inEditor,
  run: async ({ store }) => void (await store.openDialog({ kind: 'export-picture' })),
});
