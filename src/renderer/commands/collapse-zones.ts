import { collapseZones } from './collapse-containers.ts';
import { inEditor, menuCommand } from './command.ts';

export const collapseZonesCommand = menuCommand('collapse-zones', { group: 'Arrange', glyph: 'collapse', keywords: 'fold overview', isEnabled: inEditor, run: collapseZones });
