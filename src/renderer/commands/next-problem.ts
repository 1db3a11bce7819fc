import { hasProblems, showProblem } from './show-problem.ts';
import { windowCommand } from './command.ts';

export const nextProblemCommand = windowCommand(
  { id: 'next-problem', title: 'Next problem', accelerator: 'F8' },
  { group: 'Question', glyph: 'arrow-down', isEnabled: hasProblems, run: (app) => showProblem(app, 'next') },
);
