import { viewCommand } from './toggle-view.ts';

export const viewExposureCommand = viewCommand('exposure', { title: 'View: Exposure to the internet', accelerator: 'Shift+E', keywords: 'reached public open' });
