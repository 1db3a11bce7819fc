import { hasDockPanel } from '../frame/dock-panels.ts';
import { inEditor, menuCommand } from './command.ts';

export const showProblemsCommand = menuCommand('show-problems', {
  group: 'View',
  keywords: 'dock tab',
  isEnabled: (state) => inEditor(state) && hasDockPanel('problems'),
  worksInText: true,
  run: ({ store }) => store.showDockTab('problems'),
});
