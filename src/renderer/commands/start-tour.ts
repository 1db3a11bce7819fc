import { openTemplate } from '../files/open-template.ts';
import { TOUR_TEMPLATE } from '../tour/tour-steps.ts';
import { menuCommand } from './command.ts';

export const startTourCommand = menuCommand('start-tour', {
  group: 'Help',
  glyph: 'flag',
  keywords: 'tutorial introduction learn guide help first',
  run: async (app) => {
    if (!(await openTemplate(app, { id: TOUR_TEMPLATE }))) return;
    app.store.showDockTab('diagnose');
    app.store.moveTour(0);
  },
});
