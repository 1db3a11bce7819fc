import { looksLikeJson } from '@core/api/looks-like-json.ts';
import { fail, succeed, type Reply } from '@core/api/vocabulary.ts';
import type { InputFile } from '@core/api/core-api.ts';
import type { DroppedFile, FileApi, OpenedFiles, SaveOutcome } from '@shared/contract.ts';
import { product } from '@shared/product.ts';
import type { BrowserDocument, BrowserDocuments } from './browser-documents.ts';
import type { BrowserRecent } from './browser-recent.ts';
import { chooseFiles, downloadFile } from './choose-files.ts';
import { allows, filePickers, isCancelled, openTypes, type FileHandle } from './file-handles.ts';

export interface BrowserFileParts {
  readonly documents: BrowserDocuments;
  readonly recent: BrowserRecent;
}

type FileMethods = Pick<FileApi, 'openFile' | 'openRecent' | 'chooseImport' | 'takeStartFile' | 'save' | 'saveAs' | 'exportFile' | 'savePictureBeside' | 'reveal' | 'listRecent' | 'clearRecent'>;

const done = succeed(null);
const UNKNOWN = 'This file is no longer known; open it again.';

async function readBytes(file: DroppedFile): Promise<Uint8Array | undefined> {
  // A folder that was dropped looks like a file and cannot be read.
  return file.arrayBuffer().then((buffer) => new Uint8Array(buffer), () => undefined);
}

/** Where a file of a chosen folder lies in it; empty for a file that was chosen itself. */
const placeInFolder = (file: DroppedFile): string => ('webkitRelativePath' in file && typeof file.webkitRelativePath === 'string' ? file.webkitRelativePath : '');
const isHidden = (path: string): boolean => path.split('/').some((part) => part.startsWith('.'));

/** A file of a snapshot, or the sentence that says why it is passed over. */
async function readPart(file: DroppedFile): Promise<InputFile | string> {
  const place = placeInFolder(file);
  const content = await readBytes(file);
  if (content === undefined) return `${file.name} cannot be read by the browser; import a folder with "Import AWS folder".`;
  if (place !== '' && !looksLikeJson(content)) return `${place} is not JSON and was skipped.`;
  return { path: place === '' ? file.name : place, content };
}

/** Several files, or a folder with everything in it but hidden names, as one snapshot. */
export async function readSnapshot(files: readonly DroppedFile[]): Promise<Reply<OpenedFiles>> {
  const parts = await Promise.all(files.filter((file) => !isHidden(placeInFolder(file))).map(readPart));
  const readable = parts.filter((part): part is InputFile => typeof part !== 'string');
  const notes = parts.filter((part) => typeof part === 'string');
  const [note] = notes;
  return readable.length === 0 && note !== undefined ? fail(note) : succeed({ files: readable, document: null, notes });
}

/** One file as the document. */
export async function readDocument(file: DroppedFile, handle: FileHandle | undefined, parts: BrowserFileParts): Promise<Reply<OpenedFiles>> {
  const content = await readBytes(file);
  if (content === undefined) return fail(`${file.name} cannot be read by the browser; a folder opens with "Import AWS folder".`);
  const modified = 'lastModified' in file && typeof file.lastModified === 'number' ? file.lastModified : undefined;
  if (handle !== undefined) await parts.recent.add(handle);
  return succeed({ files: [{ path: file.name, content }], document: parts.documents.add({ name: file.name, handle, modified }), notes: [] });
}

async function readHandle(handle: FileHandle, parts: BrowserFileParts): Promise<Reply<OpenedFiles>> {
  if (!(await allows(handle, 'read'))) return fail(`The browser may not read ${handle.name}; allow it, or open the file again.`);
  try {
    return await readDocument(await handle.getFile(), handle, parts);
  } catch {
    await parts.recent.remove(handle);
    return fail(`${handle.name} is no longer there; open it where it is now.`);
  }
}

async function pickDocument(parts: BrowserFileParts): Promise<Reply<OpenedFiles | null>> {
  const pickers = filePickers();
  if (pickers === undefined) {
    const file = (await chooseFiles('one', '.json,.png'))?.[0];
    return file === undefined ? succeed(null) : readDocument(file, undefined, parts);
  }
  try {
    const [handle] = await pickers.showOpenFilePicker({ types: openTypes });
    return handle === undefined ? succeed(null) : await readHandle(handle, parts);
  } catch (error) {
    if (isCancelled(error)) return succeed(null);
    throw error;
  }
}

async function writeHandle(handle: FileHandle, content: string | Uint8Array): Promise<Reply<number>> {
  if (!(await allows(handle, 'readwrite'))) return fail(`The browser may not write ${handle.name}; allow it, or save under another name.`);
  try {
    const writable = await handle.createWritable();
    await writable.write(typeof content === 'string' ? content : new Uint8Array(content));
    await writable.close();
    return succeed((await handle.getFile()).lastModified);
  } catch {
    return fail(`${handle.name} was not saved; save it under another name.`);
  }
}

async function hasChanged({ handle, modified }: BrowserDocument): Promise<boolean> {
  if (handle === undefined || modified === undefined) return false;
  return handle.getFile().then((file) => file.lastModified !== modified, () => false);
}

const savingMethods = (parts: BrowserFileParts): Pick<FileMethods, 'save' | 'saveAs' | 'exportFile' | 'savePictureBeside' | 'reveal'> => {
  const { documents, recent } = parts;
  const saveNew = async (handle: FileHandle, content: string | Uint8Array): Promise<Reply<SaveOutcome>> => {
    const written = await writeHandle(handle, content);
    if (!written.ok) return written;
    await recent.add(handle);
    return succeed({ kind: 'saved', document: documents.add({ name: handle.name, handle, modified: written.value }) });
  };
  return {
    async save({ token, content, overwrite = false }) {
      const known = documents.get(token);
      if (known === undefined) return fail(UNKNOWN);
      const document = { token, name: known.name, location: '', writable: known.handle !== undefined };
      if (known.handle === undefined) {
        downloadFile(known.name, content);
        return succeed({ kind: 'saved', document });
      }
      if (!overwrite && (await hasChanged(known))) return succeed({ kind: 'changed-on-disk', document });
      const written = await writeHandle(known.handle, content);
      if (!written.ok) return written;
      known.modified = written.value;
      return succeed({ kind: 'saved', document });
    },
    async saveAs({ suggestedName, content }) {
      const extension = typeof content === 'string' ? product.designExtension : product.pictureExtension;
      const name = suggestedName.endsWith(extension) ? suggestedName : `${suggestedName}${extension}`;
      const pickers = filePickers();
      if (pickers === undefined) {
        downloadFile(name, content);
        return succeed({ kind: 'saved', document: documents.add({ name, handle: undefined, modified: undefined }) });
      }
      try {
        return await saveNew(await pickers.showSaveFilePicker({ suggestedName: name }), content);
      } catch (error) {
        if (isCancelled(error)) return succeed({ kind: 'cancelled' });
        throw error;
      }
    },
    exportFile({ suggestedName, content }) {
      downloadFile(suggestedName, content);
      return Promise.resolve(succeed(suggestedName));
    },
    savePictureBeside: () => Promise.resolve(fail('A browser cannot write a file beside another; export the picture.')),
    reveal: () => Promise.resolve(fail('A browser cannot show a file in its folder.')),
  };
};

/** Files as a browser can have them: handles where it offers them, downloads elsewhere. */
export function createBrowserFiles(parts: BrowserFileParts): FileMethods {
  const { documents, recent } = parts;
  return {
    ...savingMethods(parts),
    openFile: () => pickDocument(parts),
    async openRecent({ token }) {
      const handle = documents.get(token)?.handle;
      return handle === undefined ? fail(UNKNOWN) : readHandle(handle, parts);
    },
    async chooseImport({ what }) {
      const files = await chooseFiles(what === 'folder' ? 'folder' : 'several');
      return files === undefined ? succeed(null) : readSnapshot(files);
    },
    takeStartFile: () => Promise.resolve(done),
    listRecent: async () => succeed((await recent.list()).map((handle) => documents.add({ name: handle.name, handle, modified: undefined }))),
    async clearRecent() {
      await recent.clear();
      return done;
    },
  };
}
