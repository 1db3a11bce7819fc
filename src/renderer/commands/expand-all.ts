import { expandAll, isAnyCollapsed } from './collapse-containers.ts';
import { menuCommand } from './command.ts';

export const expandAllCommand = menuCommand('expand-all', { group: 'Arrange', glyph: 'expand', keywords: 'unfold show', isEnabled: isAnyCollapsed, run: expandAll });
