import { saveDesignAs } from '../files/save-design.ts';
import { inEditor, menuCommand } from './command.ts';

export const saveDesignAsCommand = menuCommand('save-design-as', {
  group: 'File',
  glyph: 'save',
  isEnabled: inEditor,
  worksInText: true,
  run: async (app) => void (await saveDesignAs(app)),
});
