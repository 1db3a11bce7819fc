import { inEditor, menuCommand } from './command.ts';

export const showAddressPlanCommand = menuCommand('show-address-plan', { group: 'View', keywords: 'dock tab', isEnabled: inEditor, worksInText: true, run: ({ store }) => store.showDockTab('address-plan') });
