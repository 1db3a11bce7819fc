import { inEditor, menuCommand } from './command.ts';

export const toggleLeftPanelCommand = menuCommand('toggle-left-panel', {
  group: 'View',
  keywords: 'show hide collapse pane',
  isEnabled: inEditor,
  worksInText: true,
  run: ({ store }) => store.setPanes({ leftOpen: !store.getState().workspace.panes.leftOpen }),
});
