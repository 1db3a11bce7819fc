import { parseDesignText } from '@core/model/parse-design.ts';
import type { App } from '../app/app-context.ts';
import { mayLeave } from './may-leave.ts';
import { showDesign } from './show-design.ts';

/** Shows the unsaved work of an earlier session; it is unsaved still. */
export async function recoverDraft(app: App): Promise<void> {
  const { recovered } = app.store.getState().files;
  if (!recovered) return;
  const parsed = parseDesignText(recovered.text);
  if (!parsed.ok) {
    app.store.notify('problem', `The recovered draft of ${recovered.name} cannot be read: ${parsed.problem.message}`);
    return;
  }
  if (!(await mayLeave(app))) return;
  app.store.setFiles({ recovered: null });
  showDesign(app, { design: parsed.value, document: recovered.document, agrees: false });
}
