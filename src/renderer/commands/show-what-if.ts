import { hasDockPanel } from '../frame/dock-panels.ts';
import { inEditor, menuCommand } from './command.ts';

export const showWhatIfCommand = menuCommand('show-what-if', {
  group: 'View',
  glyph: 'what-if',
  keywords: 'dock tab',
  isEnabled: (state) => inEditor(state) && hasDockPanel('what-if'),
  run: ({ store }) => store.showDockTab('what-if'),
});
