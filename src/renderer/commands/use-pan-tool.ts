import { inEditor, windowCommand } from './command.ts';

export const usePanToolCommand = windowCommand(
  { id: 'use-pan-tool', title: 'Pan', accelerator: 'H' },
  { group: 'View', glyph: 'pan', keywords: 'tool mouse', isEnabled: inEditor, run: ({ store }) => store.setTool('pan') },
);
