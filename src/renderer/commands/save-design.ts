import { saveDesign } from '../files/save-design.ts';
import { inEditor, menuCommand } from './command.ts';

export const saveDesignCommand = menuCommand('save-design', {
  group: 'File',
  glyph: 'save',
  isEnabled: inEditor,
  worksInText: true,
  run: async (app) => void (await saveDesign(app)),
});
