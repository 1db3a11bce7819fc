import type { ReadResult } from '../app/host-types.ts';
import type { Reply } from '@core/model/reply.ts';
import type { OpenedFiles } from '@shared/contract.ts';
import type { App } from '../app/app-context.ts';
import { mayLeave } from './may-leave.ts';
import type { ImportReport } from '@core/findings/import-report.ts';
import { refreshRecent } from './refresh-recent.ts';
import { showDesign } from './show-design.ts';
import { updateFromImport } from './update-from-import.ts';

function showRead(app: App, { design, format }: ReadResult, opened: OpenedFiles): void {
  const isFile = format === 'design';
  showDesign(app, { design, document: isFile ? opened.document : null, agrees: format !== 'aws-describe' });
}

/** Whether there is something on the canvas that a snapshot could be news for. */
function hasNetwork({ store }: App): boolean {
  const { design, workspace } = store.getState();
  return workspace.screen === 'editor' && Object.values(design.resources).some(({ kind }) => kind === 'vpc');
}

/** What the person wants a snapshot for, asked only where there is a choice. */
async function askHow(app: App): Promise<'update' | 'open-new' | null> {
  if (!hasNetwork(app)) return 'open-new';
  const answer = await app.store.openDialog({ kind: 'import-over', name: app.store.getState().design.name });
  return answer === 'update' || answer === 'open-new' ? answer : null;
}

async function showImport(app: App, read: ReadResult, given: { readonly opened: OpenedFiles; readonly report: ImportReport }): Promise<void> {
  const { opened, report } = given;
  const how = await askHow(app);
  if (how === null) return;
  if (how === 'open-new') {
    if (!(await mayLeave(app))) return;
    showRead(app, read, opened);
  }
  const changes = how === 'update' ? await updateFromImport(app, read.design) : null;
  if (how === 'update' && changes === null) return;
  await app.store.openDialog({ kind: 'import-report', report, notes: opened.notes, changes });
}

async function showOpened(app: App, read: ReadResult, opened: OpenedFiles): Promise<void> {
  if (!(await mayLeave(app))) return;
  showRead(app, read, opened);
  for (const note of opened.notes) app.store.notify('note', note);
}

/**
 * Reads what was opened, dropped or imported and makes it the document, after asking about unsaved changes; what `aws …
 * describe-*` printed may update the open design instead. What cannot be read is a sentence; the document stays then.
 */
export async function openFiles(app: App, opened: OpenedFiles): Promise<void> {
  const { store, host } = app;
  if (opened.files.length === 0) {
    store.notify('problem', opened.notes[0] ?? 'There is no file to read.');
    return;
  }
  store.setFiles({ isBusy: true });
  const reply = await host.readFiles({ files: opened.files }).finally(() => store.setFiles({ isBusy: false }));
  if (!reply.ok) {
    store.notify('problem', reply.problem.message);
    return;
  }
  const { importReport: report } = reply.value;
  await Promise.all([report ? showImport(app, reply.value, { opened, report }) : showOpened(app, reply.value, opened), refreshRecent(app)]);
}

/** Opens what a host's dialog answered; a closed dialog is no event. */
export async function openAnswer(app: App, answer: Promise<Reply<OpenedFiles | null>>): Promise<void> {
  const reply = await answer;
  if (!reply.ok) app.store.notify('problem', reply.problem.message);
  else if (reply.value) await openFiles(app, reply.value);
}
