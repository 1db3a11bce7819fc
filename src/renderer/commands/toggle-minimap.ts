import { inEditor, windowCommand } from './command.ts';

export const toggleMinimapCommand = windowCommand(
  { id: 'toggle-minimap', title: 'Minimap' },
  {
    group: 'View',
    keywords: 'overview show hide',
    isEnabled: inEditor,
    run: ({ store }) => store.setPanes({ minimap: !store.getState().workspace.panes.minimap }),
  },
);
