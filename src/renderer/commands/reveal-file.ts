import { revealFile } from '../files/reveal-file.ts';
import { menuCommand } from './command.ts';

export const revealFileCommand = menuCommand('reveal-file', {
  group: 'File',
  glyph: 'open',
  isEnabled: ({ files, workspace }) => files.document !== null && workspace.host?.canReveal === true,
  run: revealFile,
});
