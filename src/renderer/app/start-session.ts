import type { App } from './app-context.ts';
import { openFiles } from '../files/open-files.ts';
import { refreshRecent } from '../files/refresh-recent.ts';

/** Reads what the last session left: settings, recent files, unsaved work, and the file the program was started with. */
export async function startSession(app: App): Promise<void> {
  const { store, host } = app;
  const [description, settings, draft] = await Promise.all([host.describeHost(), host.readSettings(), host.readDraft(), refreshRecent(app)]);
  if (description.ok) store.describeHost(description.value);
  else store.notify('problem', description.problem.message);
  if (settings.ok) store.restoreSettings(settings.value);
  if (draft.ok && draft.value) store.setFiles({ recovered: draft.value });
  const start = await host.takeStartFile();
  if (!start.ok) store.notify('problem', start.problem.message);
  else if (start.value) await openFiles(app, start.value);
}
