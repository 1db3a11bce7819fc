import { inEditor, menuCommand } from './command.ts';

export const showDiagnoseCommand = menuCommand('show-diagnose', { group: 'View', keywords: 'dock tab', isEnabled: inEditor, worksInText: true, run: ({ store }) => store.showDockTab('diagnose') });
