import { inEditor, windowCommand } from './command.ts';

export const useConnectToolCommand = windowCommand(
  { id: 'use-connect-tool', title: 'Connect', accelerator: 'C' },
  { group: 'View', glyph: 'connect', keywords: 'tool mouse', isEnabled: inEditor, run: ({ store }) => store.setTool('connect') },
);
