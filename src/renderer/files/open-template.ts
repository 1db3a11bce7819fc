import type { TemplateRequest } from '../app/host-types.ts';
import type { App } from '../app/app-context.ts';
import { mayLeave } from './may-leave.ts';
import { showDesign } from './show-design.ts';

/** Opens a template as a new design, after asking about unsaved changes. Answers whether it is shown now. */
export async function openTemplate(app: App, request: TemplateRequest): Promise<boolean> {
  const reply = await app.host.openTemplate(request);
  if (!reply.ok) {
    app.store.notify('problem', reply.problem.message);
    return false;
  }
  if (!(await mayLeave(app))) return false;
  showDesign(app, { design: reply.value, document: null, agrees: true });
  return true;
}
