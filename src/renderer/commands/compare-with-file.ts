import { compareWithFile } from '../comparison/start-comparison.ts';
import { inEditor, menuCommand } from './command.ts';

export const compareWithFileCommand = menuCommand('compare-with-file', {
  group: 'File',
  glyph: 'file',
  keywords: 'diff difference changes version',
  isEnabled: inEditor,
  run: compareWithFile,
});
