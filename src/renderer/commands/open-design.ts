import { openDesign } from '../files/open-design.ts';
import { menuCommand } from './command.ts';

export const openDesignCommand = menuCommand('open-design', { group: 'File', glyph: 'open', keywords: 'file json png', run: openDesign });
