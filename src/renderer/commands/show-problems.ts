import { inEditor, menuCommand } from './command.ts';

export const showProblemsCommand = menuCommand('show-problems', { group: 'View', keywords: 'dock tab', isEnabled: inEditor, worksInText: true, run: ({ store }) => store.showDockTab('problems') });
