import { writeDesign } from '@core/model/write-design.ts';
import type { Reply } from '@core/model/reply.ts';
import type { SaveOutcome } from '@shared/contract.ts';
import { product } from '@shared/product.ts';
import type { App } from '../app/app-context.ts';
import { positionOf } from '../store/history.ts';
import { writePictureBeside } from './export-picture.ts';
import { refreshRecent } from './refresh-recent.ts';
import { suggestFileName } from './suggest-file-name.ts';

/** What is written, and the state of the design it is. */
const takeContent = ({ store }: App): { readonly content: string; readonly position: number } => {
  const { design, history } = store.getState();
  return { content: writeDesign(design), position: positionOf(history) };
};

async function settle(app: App, reply: Reply<SaveOutcome>, position: number): Promise<boolean> {
  if (!reply.ok) {
    app.store.notify('problem', reply.problem.message);
    return false;
  }
  const outcome = reply.value;
  switch (outcome.kind) {
    case 'cancelled':
      return false;
    case 'changed-on-disk':
      return resolveConflict(app, outcome.document.name);
    case 'saved':
      app.store.markSaved(outcome.document, position);
      app.store.announce(`Saved ${outcome.document.name}.`);
      void refreshRecent(app);
      void writePictureBeside(app);
      return true;
  }
}

async function resolveConflict(app: App, name: string): Promise<boolean> {
  const answer = await app.store.openDialog({ kind: 'changed-on-disk', name });
  if (answer === 'save-as') return saveDesignAs(app);
  return answer === 'overwrite' ? writeTo(app, true) : false;
}

async function writeTo(app: App, overwrite: boolean): Promise<boolean> {
  const { document } = app.store.getState().files;
  if (!document) return saveDesignAs(app);
  const { content, position } = takeContent(app);
  return settle(app, await app.host.save({ token: document.token, content, overwrite }), position);
}

/** Saves to the document's file, or asks for one. Answers whether the design is saved now. */
export async function saveDesign(app: App): Promise<boolean> {
  const { document } = app.store.getState().files;
  return document?.writable ? writeTo(app, false) : saveDesignAs(app);
}

/** Asks for a file and saves to it. Answers whether the design is saved now. */
export async function saveDesignAs(app: App): Promise<boolean> {
  const { content, position } = takeContent(app);
  const suggestedName = suggestFileName(app.store.getState().design.name, product.designExtension);
  return settle(app, await app.host.saveAs({ suggestedName, content }), position);
}
