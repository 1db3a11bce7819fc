import { canCollapse, foldSelected } from './collapse-containers.ts';
import { menuCommand } from './command.ts';

export const collapseCommand = menuCommand('collapse', { group: 'Arrange', glyph: 'collapse', keywords: 'fold hide container', onCanvasOnly: true, isEnabled: canCollapse, run: (app) => foldSelected(app, true) });
