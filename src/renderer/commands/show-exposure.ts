import { hasDockPanel } from '../frame/dock-panels.ts';
import { inEditor, menuCommand } from './command.ts';

export const showExposureCommand = menuCommand('show-exposure', {
  group: 'View',
  keywords: 'dock tab',
  isEnabled: (state) => inEditor(state) && hasDockPanel('exposure'),
  worksInText: true,
  run: ({ store }) => store.showDockTab('exposure'),
});
