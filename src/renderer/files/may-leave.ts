import type { App } from '../app/app-context.ts';
import { isDirty } from '../store/files-slice.ts';
import { saveDesign } from './save-design.ts';

/** Whether the document may be replaced: nothing is unsaved, it was saved now, or the person gives it up. */
export async function mayLeave(app: App): Promise<boolean> {
  const state = app.store.getState();
  if (!isDirty(state)) return true;
  const answer = await app.store.openDialog({ kind: 'unsaved', name: state.design.name });
  if (answer === 'discard') return true;
  return answer === 'save' ? saveDesign(app) : false;
}
