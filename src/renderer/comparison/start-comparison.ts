import type { App } from '../app/app-context.ts';
import { findSavedDesign } from './saved-design.ts';

/** Asks for a design, a picture with a design in it, or describe-* output, and shows what differs on the canvas. */
export async function compareWithFile({ store, host }: App): Promise<void> {
  const chosen = await host.chooseImport({ what: 'comparison' });
  if (!chosen.ok) {
    store.notify('problem', chosen.problem.message);
    return;
  }
  if (!chosen.value) return;
  const { files } = chosen.value;
  const reply = await host.readFiles({ files });
  if (!reply.ok) {
    store.notify('problem', reply.problem.message);
    return;
  }
  const [first] = files;
  store.compareWith({ design: reply.value.design, name: files.length === 1 && first ? first.path : `${files.length.toLocaleString('en')} files` });
}

/** Shows what differs from the file as it was opened or saved last. */
export function compareWithSaved({ store }: App): void {
  const design = findSavedDesign(store.getState());
  if (design) store.compareWith({ design, name: 'the saved version' });
  else store.notify('problem', 'The saved version is too many steps ago to be found; compare with its file instead.');
}
