import { inEditor, windowCommand } from './command.ts';

export const useSelectToolCommand = windowCommand(
  { id: 'use-select-tool', title: 'Select', accelerator: 'V' },
  { group: 'View', glyph: 'select', keywords: 'tool mouse', isEnabled: inEditor, run: ({ store }) => store.setTool('select') },
);
