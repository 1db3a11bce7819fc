import { findContainers } from '@core/drawing/containers.ts';
import { inEditor, menuCommand } from './command.ts';

export const selectAllCommand = menuCommand('select-all', {
  group: 'Edit',
  onCanvasOnly: true,
  isEnabled: inEditor,
  run: ({ store }) => store.select([...findContainers(store.getState().design).nodes.keys()]),
});
