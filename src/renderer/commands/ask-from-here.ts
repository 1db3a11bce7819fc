import { askableKey, askAbout } from './ask-about.ts';
import { inEditor, windowCommand } from './command.ts';

export const askFromHereCommand = windowCommand(
  { id: 'ask-from-here', title: 'Ask from here', accelerator: 'F' },
  {
    group: 'Question',
    glyph: 'swap',
    keywords: 'diagnose reach source',
    isEnabled: (state) => inEditor(state) && askableKey(state) !== undefined,
    run: ({ store }) => askAbout(store, 'from'),
  },
);
