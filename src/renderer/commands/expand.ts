import { canExpand, foldSelected } from './collapse-containers.ts';
import { menuCommand } from './command.ts';

export const expandCommand = menuCommand('expand', { group: 'Arrange', glyph: 'expand', keywords: 'unfold show container', onCanvasOnly: true, isEnabled: canExpand, run: (app) => foldSelected(app, false) });
