import { isComparing } from '../store/comparison-slice.ts';
import { inEditor, windowCommand } from './command.ts';

export const endComparisonCommand = windowCommand(
  { id: 'end-comparison', title: 'End the comparison' },
  {
    group: 'File',
    glyph: 'close',
    keywords: 'diff changes marks',
    isEnabled: (state) => inEditor(state) && isComparing(state),
    run: ({ store }) => store.closeDockTab('changes'),
  },
);
