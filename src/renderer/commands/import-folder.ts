import { importFiles } from '../files/import-files.ts';
import { menuCommand } from './command.ts';

export const importFolderCommand = menuCommand('import-folder', {
  group: 'File',
  glyph: 'import',
  keywords: 'describe aws account snapshot directory',
  run: (app) => importFiles(app, 'folder'),
});
