import { hasDockPanel } from '../frame/dock-panels.ts';
import { inEditor, menuCommand } from './command.ts';

export const showDiagnoseCommand = menuCommand('show-diagnose', {
  group: 'View',
  keywords: 'dock tab',
  isEnabled: (state) => inEditor(state) && hasDockPanel('diagnose'),
  worksInText: true,
  run: ({ store }) => store.showDockTab('diagnose'),
});
