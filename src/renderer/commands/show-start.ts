import { inEditor, menuCommand } from './command.ts';

export const showStartCommand = menuCommand('show-start', {
  group: 'File',
  glyph: 'grid',
  keywords: 'home example',
  isEnabled: inEditor,
  run: ({ store }) => store.showScreen('start'),
});
