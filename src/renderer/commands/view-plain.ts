import { inEditor, windowCommand } from './command.ts';

export const viewPlainCommand = windowCommand(
  { id: 'view-plain', title: 'View: Plain for print', accelerator: 'Shift+P' },
  { group: 'View', glyph: 'eye', keywords: 'show hide toggle paper white black', onCanvasOnly: true, isEnabled: inEditor, run: ({ store }) => store.togglePlain() },
);
