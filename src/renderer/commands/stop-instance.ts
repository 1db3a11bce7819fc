import { runningInstance, stopSelectedInstance } from './instance-power.ts';
import { windowCommand } from './command.ts';

export const stopInstanceCommand = windowCommand(
  { id: 'stop-instance', title: 'Stop instance' },
  { group: 'Network', glyph: 'stop', keywords: 'power halt', isEnabled: (state) => runningInstance(state) !== undefined, run: stopSelectedInstance },
);
