import { hasOtherSavedDesign } from '../comparison/saved-design.ts';
import { compareWithSaved } from '../comparison/start-comparison.ts';
import { inEditor, menuCommand } from './command.ts';

export const compareWithSavedCommand = menuCommand('compare-with-saved', {
  group: 'File',
  glyph: 'save',
  keywords: 'diff difference changes version unsaved',
  isEnabled: (state) => inEditor(state) && hasOtherSavedDesign(state),
  run: compareWithSaved,
});
