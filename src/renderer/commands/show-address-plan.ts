import { hasDockPanel } from '../frame/dock-panels.ts';
import { inEditor, menuCommand } from './command.ts';

export const showAddressPlanCommand = menuCommand('show-address-plan', {
  group: 'View',
  keywords: 'dock tab',
  isEnabled: (state) => inEditor(state) && hasDockPanel('address-plan'),
  worksInText: true,
  run: ({ store }) => store.showDockTab('address-plan'),
});
