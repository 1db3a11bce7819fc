import { hasProblems, showProblem } from './show-problem.ts';
import { windowCommand } from './command.ts';

export const previousProblemCommand = windowCommand(
  { id: 'previous-problem', title: 'Previous problem', accelerator: 'Shift+F8' },
  { group: 'Question', glyph: 'arrow-up', isEnabled: hasProblems, run: (app) => showProblem(app, 'previous') },
);
