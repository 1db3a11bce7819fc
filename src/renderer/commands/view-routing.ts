import { viewCommand } from './toggle-view.ts';

export const viewRoutingCommand = viewCommand('routing', { title: 'View: Routing', accelerator: 'Shift+R', keywords: 'route table where sends default' });
