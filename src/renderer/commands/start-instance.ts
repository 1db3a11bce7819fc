import { startSelectedInstance, stoppedInstance } from './instance-power.ts';
import { windowCommand } from './command.ts';

export const startInstanceCommand = windowCommand(
  { id: 'start-instance', title: 'Start instance' },
  { group: 'Network', glyph: 'start', keywords: 'power run', isEnabled: (state) => stoppedInstance(state) !== undefined, run: startSelectedInstance },
);
