import { inEditor, menuCommand } from './command.ts';

export const toggleDockCommand = menuCommand('toggle-dock', {
  group: 'View',
  keywords: 'show hide collapse pane',
  isEnabled: inEditor,
  worksInText: true,
  run: ({ store }) => store.setPanes({ dockOpen: !store.getState().workspace.panes.dockOpen }),
});
