import { hasDockPanel } from '../frame/dock-panels.ts';
import { inEditor, menuCommand } from './command.ts';

export const showExpectationsCommand = menuCommand('show-expectations', {
  group: 'View',
  glyph: 'flag',
  keywords: 'dock tab',
  isEnabled: (state) => inEditor(state) && hasDockPanel('expectations'),
  run: ({ store }) => store.showDockTab('expectations'),
});
