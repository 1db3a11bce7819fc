import { inEditor, windowCommand } from './command.ts';

export const clearQuestionCommand = windowCommand(
  { id: 'clear-question', title: 'Clear the question' },
  {
    group: 'Question',
    glyph: 'close',
    keywords: 'path hide',
    isEnabled: (state) => inEditor(state) && state.question.value !== null,
    run: ({ store }) => store.ask(null),
  },
);
