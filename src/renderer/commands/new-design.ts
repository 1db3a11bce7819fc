import { newDesign } from '../files/new-design.ts';
import { menuCommand } from './command.ts';

export const newDesignCommand = menuCommand('new-design', {
  group: 'File',
  glyph: 'plus',
  keywords: 'empty create',
  run: newDesign,
});
