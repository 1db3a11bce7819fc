import { importFiles } from '../files/import-files.ts';
import { menuCommand } from './command.ts';

export const importFilesCommand = menuCommand('import-files', {
  group: 'File',
  glyph: 'import',
  keywords: 'describe aws account snapshot json',
  run: (app) => importFiles(app, 'files'),
});
