import { focusRegion } from '../frame/focus-region.ts';
import { windowCommand } from './command.ts';

export const focusPreviousRegionCommand = windowCommand(
  { id: 'focus-previous-region', title: 'Go to the previous part of the window', accelerator: 'Shift+F6' },
  { group: 'View', keywords: 'panel keyboard', worksInText: true, run: () => focusRegion('previous') },
);
