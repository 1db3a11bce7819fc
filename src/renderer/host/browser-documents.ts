import type { DocumentFile, FileToken } from '@shared/contract.ts';
import type { FileHandle } from './file-handles.ts';

/** A file the page knows in a browser: with a handle it can be written back, without one it can only be downloaded again. */
export interface BrowserDocument {
  readonly name: string;
  readonly handle: FileHandle | undefined;
  /** When the file was last changed, in milliseconds since 1970, as it was read or written here. */
  modified: number | undefined;
}

/** The files of this visit under tokens, as on the desktop. */
export interface BrowserDocuments {
  add(document: BrowserDocument): DocumentFile;
  get(token: FileToken): BrowserDocument | undefined;
}

export function createBrowserDocuments(): BrowserDocuments {
  const documents = new Map<FileToken, BrowserDocument>();
  return {
    add(document) {
      const token = crypto.randomUUID() as string as FileToken;
      documents.set(token, document);
      return { token, name: document.name, location: '', writable: document.handle !== undefined };
    },
    get: (token) => documents.get(token),
  };
}
