import { focusRegion } from '../frame/focus-region.ts';
import { windowCommand } from './command.ts';

export const focusNextRegionCommand = windowCommand(
  { id: 'focus-next-region', title: 'Go to the next part of the window', accelerator: 'F6' },
  { group: 'View', keywords: 'panel keyboard', worksInText: true, run: () => focusRegion('next') },
);
