import { copyPicture } from '../files/export-picture.ts';
import { inEditor, menuCommand } from './command.ts';

export const copyPictureCommand = menuCommand('copy-picture', {
  group: 'File',
  glyph: 'copy',
  keywords: 'png image clipboard',
  isEnabled: inEditor,
  run: copyPicture,
});
