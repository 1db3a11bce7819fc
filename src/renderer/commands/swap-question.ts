import { inEditor, windowCommand } from './command.ts';

export const swapQuestionCommand = windowCommand(
  { id: 'swap-question', title: 'Swap source and target' },
  { group: 'Question', glyph: 'swap', isEnabled: (state) => inEditor(state) && state.question.value !== null, run: ({ store }) => store.swapQuestion() },
);
