import { viewCommand } from './toggle-view.ts';

export const viewSecurityCommand = viewCommand('security', { title: 'View: Security groups', accelerator: 'Shift+S', keywords: 'who may talk traffic rules' });
