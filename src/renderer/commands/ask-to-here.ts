import { askableKey, askAbout } from './ask-about.ts';
import { inEditor, windowCommand } from './command.ts';

export const askToHereCommand = windowCommand(
  { id: 'ask-to-here', title: 'Ask to here', accelerator: 'T' },
  {
    group: 'Question',
    glyph: 'swap',
    keywords: 'diagnose reach target destination',
    isEnabled: (state) => inEditor(state) && askableKey(state) !== undefined,
    run: ({ store }) => askAbout(store, 'to'),
  },
);
