import { constants } from 'node:fs';
import { access, readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { fail, succeed, type Reply } from '@core/api/vocabulary.ts';
import { collectFiles } from '../../files/collect-files.ts';
import { describeFailure } from '../../files/describe-failure.ts';
import { writeAtomically } from '../../files/write-atomically.ts';
import type { DocumentFile, FileToken, OpenedFiles, SaveOutcome, SaveRequest } from '@shared/contract.ts';
import { hasChanged, takeStamp, type FileStamp } from './file-stamp.ts';
import type { FileTokens } from './file-tokens.ts';

const LARGEST_FILE_BYTES = 256 * 1_048_576;
const UNKNOWN_TOKEN = 'This file is no longer known; open it again.';
const WRITABLE_BITS = 0o222;

/** A folder as people write it: `~/designs`. */
function describeFolder(path: string): string {
  const folder = dirname(path);
  const inHome = relative(homedir(), folder);
  if (inHome === '') return '~';
  return inHome.startsWith('..') || inHome === folder ? folder : join('~', inHome);
}

async function isWritable(path: string): Promise<boolean> {
  const { mode } = await stat(path);
  if ((mode & WRITABLE_BITS) === 0) return false;
  return access(dirname(path), constants.W_OK).then(() => true, () => false);
}

/** Opens and saves the files that are documents, under tokens. */
export interface Documents {
  describe(path: string): Promise<DocumentFile>;
  /** One file becomes the document; a folder or several files are read as one snapshot. */
  open(paths: readonly string[]): Promise<Reply<OpenedFiles>>;
  save(request: SaveRequest): Promise<Reply<SaveOutcome>>;
  saveTo(path: string, content: string | Uint8Array): Promise<Reply<SaveOutcome>>;
  pathOf(token: FileToken): Reply<string>;
  stampOf(token: FileToken): FileStamp | undefined;
  /** Takes up a document of an earlier run: the stamp says how its file looked then. */
  resume(path: string, stamp: FileStamp | null): Promise<DocumentFile>;
}

async function openDocument(path: string, tokens: FileTokens): Promise<Reply<OpenedFiles>> {
  const name = basename(path);
  try {
    const { size } = await stat(path);
    if (size > LARGEST_FILE_BYTES) return fail(`${name} is larger than 256 MB; that is no design.`);
    const content = await readFile(path);
    const token = tokens.issue(path);
    tokens.setStamp(token, await takeStamp(path, content));
    return succeed({ files: [{ path: name, content }], document: await describe(path, tokens), notes: [] });
  } catch (error) {
    return fail(describeFailure(error, { name, act: 'read' }));
  }
}

async function describe(path: string, tokens: FileTokens): Promise<DocumentFile> {
  const writable = await isWritable(path).catch(() => false);
  return { token: tokens.issue(path), name: basename(path), location: describeFolder(path), writable };
}

async function write(path: string, content: string | Uint8Array, tokens: FileTokens): Promise<Reply<SaveOutcome>> {
  const written = await writeAtomically(path, content);
  if (!written.ok) return written;
  try {
    tokens.setStamp(tokens.issue(path), await takeStamp(path, content));
  } catch {
    // Saved, and gone again at once: the next save starts without a stamp and simply writes.
  }
  return succeed({ kind: 'saved', document: { ...(await describe(path, tokens)), writable: true } });
}

const isFolder = (path: string): Promise<boolean> => stat(path).then((found) => found.isDirectory(), () => false);

export function openDocuments(tokens: FileTokens): Documents {
  const pathOf = (token: FileToken): Reply<string> => {
    const path = tokens.pathOf(token);
    return path === undefined ? fail(UNKNOWN_TOKEN) : succeed(path);
  };
  return {
    describe: (path) => describe(path, tokens),
    pathOf,
    stampOf: (token) => tokens.stampOf(token),
    async open(paths) {
      const [only] = paths;
      if (only !== undefined && paths.length === 1 && !(await isFolder(only))) return openDocument(only, tokens);
      const collected = await collectFiles(paths, { label: (path) => basename(path) });
      return collected.ok ? succeed({ ...collected.value, document: null }) : collected;
    },
    async save({ token, content, overwrite = false }) {
      const path = pathOf(token);
      if (!path.ok) return path;
      const stamp = tokens.stampOf(token);
      try {
        if (!overwrite && stamp !== undefined && (await hasChanged(path.value, stamp))) {
          return succeed({ kind: 'changed-on-disk', document: await describe(path.value, tokens) });
        }
      } catch (error) {
        return fail(describeFailure(error, { name: basename(path.value), act: 'write' }));
      }
      return write(path.value, content, tokens);
    },
    saveTo: (path, content) => write(path, content, tokens),
    resume(path, stamp) {
      if (stamp !== null) tokens.setStamp(tokens.issue(path), stamp);
      return describe(path, tokens);
    },
  };
}
