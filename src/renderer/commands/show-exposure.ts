import { inEditor, menuCommand } from './command.ts';

export const showExposureCommand = menuCommand('show-exposure', { group: 'View', keywords: 'dock tab', isEnabled: inEditor, worksInText: true, run: ({ store }) => store.showDockTab('exposure') });
