import { stepIds } from '@core/findings/diagnosis.ts';
import { inEditor, windowCommand, type Command } from './command.ts';

const TEN = 10;

/** One command for each step of the checklist: the keys 1 to 9, and 0 for the tenth. */
export const openSteps: readonly Command[] = stepIds.map((step, index) => {
  const number = index + 1;
  return windowCommand(
    { id: `open-step-${number}`, title: `Open step ${number}`, accelerator: String(number % TEN) },
    {
      group: 'Question',
      keywords: `checklist ${step.replaceAll('-', ' ')}`,
      isEnabled: (state) => inEditor(state) && state.question.diagnosis !== null,
      run: ({ store }) => {
        store.showDockTab('diagnose');
        store.openStep(step);
      },
    },
  );
});
