import { parseZoneKey } from '@core/editing/container.ts';
import { duplicateIntoZone } from '@core/editing/fragments/duplicate-into-zone.ts';
import { asResourceId } from '@core/model/ids.ts';
import type { AppState } from '../store/app-state.ts';
import { hasSelection, menuCommand } from './command.ts';

const isOfZone = ({ design }: AppState, key: string): boolean => parseZoneKey(key) !== undefined || design.resources[asResourceId(key)]?.kind === 'subnet';

export const duplicateIntoZoneCommand = menuCommand('duplicate-into-zone', {
  group: 'Edit',
  glyph: 'duplicate',
  keywords: 'copy tier subnet availability zone',
  isEnabled: (state) => hasSelection(state) && state.selection.keys.every((key) => isOfZone(state, key)),
  run: ({ store }) => {
    const { keys } = store.getState().selection;
    store.edit((design, random) => duplicateIntoZone(design, { keys, random }));
  },
});
