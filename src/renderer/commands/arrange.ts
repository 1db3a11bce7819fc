import { arrangeDesign } from './arrange-design.ts';
import { inEditor, menuCommand } from './command.ts';

export const arrangeCommand = menuCommand('arrange', { group: 'Arrange', glyph: 'arrange', keywords: 'layout tidy', isEnabled: inEditor, run: arrangeDesign });
