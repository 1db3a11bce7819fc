import type { ReadResult } from '../app/host-types.ts';
import type { Reply } from '@core/model/reply.ts';
import type { OpenedFiles } from '@shared/contract.ts';
import type { App } from '../app/app-context.ts';
import { mayLeave } from './may-leave.ts';
import { refreshRecent } from './refresh-recent.ts';
import { showDesign } from './show-design.ts';

async function show(app: App, read: ReadResult, opened: OpenedFiles): Promise<void> {
  const { design, format, importReport } = read;
  switch (format) {
    case 'design':
      showDesign(app, { design, document: opened.document, agrees: true });
      break;
    case 'picture':
      showDesign(app, { design, document: null, agrees: true });
      break;
    case 'aws-describe':
      showDesign(app, { design, document: null, agrees: false });
      break;
  }
  if (importReport) await app.store.openDialog({ kind: 'import-report', report: importReport, notes: opened.notes });
  else for (const note of opened.notes) app.store.notify('note', note);
}

/**
 * Reads what was opened, dropped or imported and makes it the document, after asking about unsaved changes. What cannot be
 * read is a sentence; the document stays then.
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
  if (!(await mayLeave(app))) return;
  await Promise.all([show(app, reply.value, opened), refreshRecent(app)]);
}

/** Opens what a host's dialog answered; a closed dialog is no event. */
export async function openAnswer(app: App, answer: Promise<Reply<OpenedFiles | null>>): Promise<void> {
  const reply = await answer;
  if (!reply.ok) app.store.notify('problem', reply.problem.message);
  else if (reply.value) await openFiles(app, reply.value);
}
