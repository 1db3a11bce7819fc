import { inEditor, menuCommand } from './command.ts';

export const toggleInspectorCommand = menuCommand('toggle-inspector', {
  group: 'View',
  keywords: 'show hide collapse pane',
  isEnabled: inEditor,
  worksInText: true,
  run: ({ store }) => store.setPanes({ rightOpen: !store.getState().workspace.panes.rightOpen }),
});
