import { access } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fail, succeed, type Reply } from '@core/api/vocabulary.ts';
import { writeAtomically } from '../../files/write-atomically.ts';
import type { ExportKind, FileApi, OpenedFiles, SaveOutcome, Settings } from '@shared/contract.ts';
import { documentationHosts } from '@shared/documentation-hosts.ts';
import type { Desktop } from '../desktop.ts';
import { defaultSettings } from '../settings.ts';
import type { Documents } from './documents.ts';
import type { StoredDraft } from './drafts.ts';
import { toFileName, withExtension } from './extensions.ts';
import type { JsonStore } from './json-store.ts';
import { writePictureBeside, type PictureStamps } from './picture-beside.ts';
import type { RecentFiles } from './recent-files.ts';
import type { StartFiles } from './start-files.ts';

/** What the file service stands on. */
export interface FileServiceParts {
  readonly desktop: Desktop;
  readonly documents: Documents;
  readonly recent: RecentFiles;
  readonly drafts: JsonStore<StoredDraft>;
  readonly settings: JsonStore<Settings>;
  readonly pictures: PictureStamps;
  readonly startFiles: StartFiles;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const done = succeed(null);
const exists = (path: string): Promise<boolean> => access(path).then(() => true, () => false);

/** Opens what a dialog, the system or a drop named; a single file is remembered as recent. */
export async function openPaths({ documents, recent }: Pick<FileServiceParts, 'documents' | 'recent'>, paths: readonly string[]): Promise<Reply<OpenedFiles>> {
  const opened = await documents.open(paths);
  const [only] = paths;
  if (opened.ok && opened.value.document !== null && only !== undefined) await recent.add(only);
  return opened;
}

/** Asks where to write, so that nothing is replaced without a word. */
async function askForPath({ desktop, recent }: FileServiceParts, suggestedName: string, kind: ExportKind): Promise<string | undefined> {
  const [latest] = await recent.list();
  const name = withExtension(toFileName(suggestedName), kind);
  const suggestedPath = latest === undefined ? name : join(dirname(latest), name);
  const chosen = await desktop.dialogs.saveAs({ suggestedPath, kind });
  if (chosen === undefined) return undefined;
  const path = withExtension(chosen, kind);
  // The dialog asked about the name it saw; with the extension added it may be another file's.
  const mayWrite = path === chosen || !(await exists(path)) || (await desktop.dialogs.confirmReplace(basename(path)));
  return mayWrite ? path : undefined;
}

/** Asks for what is imported or compared with: files, or a folder. */
async function choosePaths({ dialogs }: Desktop, what: 'files' | 'folder' | 'comparison'): Promise<readonly string[] | undefined> {
  if (what === 'comparison') return dialogs.compareWith();
  if (what === 'files') return dialogs.importFiles();
  const folder = await dialogs.importFolder();
  return folder === undefined || folder === '' ? undefined : [folder];
}

function openingMethods(parts: FileServiceParts): Pick<FileApi, 'openFile' | 'openRecent' | 'chooseImport' | 'takeStartFile' | 'listRecent' | 'clearRecent'> {
  const { desktop, documents, recent, startFiles } = parts;
  return {
    async openFile() {
      const path = await desktop.dialogs.openDesign();
      return path === undefined ? succeed(null) : openPaths(parts, [path]);
    },
    async openRecent({ token }) {
      const path = documents.pathOf(token);
      return path.ok ? openPaths(parts, [path.value]) : path;
    },
    async chooseImport({ what }) {
      const paths = await choosePaths(desktop, what);
      if (paths === undefined || paths.length === 0) return succeed(null);
      const opened = await documents.open(paths);
      return opened.ok ? succeed({ ...opened.value, document: null }) : opened;
    },
    async takeStartFile() {
      const path = startFiles.take();
      return path === undefined ? succeed(null) : openPaths(parts, [path]);
    },
    listRecent: async () => succeed(await Promise.all((await recent.list()).map((path) => documents.describe(path)))),
    clearRecent: async () => {
      await recent.clear();
      return done;
    },
  };
}

function savingMethods(parts: FileServiceParts): Pick<FileApi, 'save' | 'saveAs' | 'exportFile' | 'savePictureBeside' | 'reveal'> {
  const { desktop, documents, pictures, recent } = parts;
  const remember = async (outcome: Reply<SaveOutcome>): Promise<Reply<SaveOutcome>> => {
    if (!outcome.ok || outcome.value.kind !== 'saved') return outcome;
    const path = documents.pathOf(outcome.value.document.token);
    if (path.ok) await recent.add(path.value);
    return outcome;
  };
  return {
    save: async (request) => remember(await documents.save(request)),
    async saveAs({ suggestedName, content }) {
      const kind = typeof content === 'string' ? 'design' : 'png';
      const path = await askForPath(parts, suggestedName, kind);
      return path === undefined ? succeed({ kind: 'cancelled' }) : remember(await documents.saveTo(path, content));
    },
    async exportFile({ suggestedName, kind, content }) {
      const path = await askForPath(parts, suggestedName, kind);
      if (path === undefined) return succeed(null);
      const written = await writeAtomically(path, content);
      return written.ok ? succeed(basename(path)) : written;
    },
    async savePictureBeside({ token, ...picture }) {
      const path = documents.pathOf(token);
      return path.ok ? writePictureBeside({ ...picture, document: path.value }, { stamps: pictures, confirmReplace: desktop.dialogs.confirmReplace }) : path;
    },
    reveal({ token }) {
      const path = documents.pathOf(token);
      if (path.ok) desktop.shell.reveal(path.value);
      return Promise.resolve(path.ok ? done : path);
    },
  };
}

function draftMethods({ documents, drafts, now }: FileServiceParts): Pick<FileApi, 'readDraft' | 'writeDraft' | 'discardDraft'> {
  return {
    async readDraft() {
      const draft = await drafts.read();
      if (draft === undefined) return succeed(null);
      const { text, name, path, stamp, savedAt } = draft;
      return succeed({ text, name, savedAt, document: path === null ? null : await documents.resume(path, stamp) });
    },
    async writeDraft({ text, name, token }) {
      const path = token === null ? null : documents.pathOf(token);
      if (path !== null && !path.ok) return path;
      const stamp = token === null ? null : (documents.stampOf(token) ?? null);
      const written = await drafts.write({ text, name, path: path?.value ?? null, stamp, savedAt: now() });
      return written.ok ? done : written;
    },
    async discardDraft() {
      await drafts.remove();
      return done;
    },
  };
}

function settingsMethods({ desktop, settings }: FileServiceParts): Pick<FileApi, 'readSettings' | 'writeSettings'> {
  return {
    readSettings: async () => succeed((await settings.read()) ?? defaultSettings),
    async writeSettings(request) {
      desktop.setTheme(request.theme);
      const written = await settings.write(request);
      return written.ok ? done : written;
    },
  };
}

function isDocumentation(text: string): boolean {
  try {
    const { protocol, hostname, port, username } = new URL(text);
    return protocol === 'https:' && port === '' && username === '' && documentationHosts.some((host) => host === hostname);
  } catch {
    return false;
  }
}

function windowMethods({ desktop, documents, drafts }: FileServiceParts): Pick<FileApi, 'describeHost' | 'showState' | 'confirmClose' | 'openLink' | 'printPage'> {
  return {
    printPage: async () => succeed(await desktop.window.printPage()),
    describeHost: () => Promise.resolve(succeed(desktop.describe())),
    showState(state) {
      const path = state.document === null ? undefined : documents.pathOf(state.document);
      desktop.window.showState(state, path?.ok === true ? path.value : undefined);
      return Promise.resolve(done);
    },
    async confirmClose({ close }) {
      if (close) await drafts.remove();
      desktop.window.confirmClose(close);
      return done;
    },
    async openLink({ url }) {
      if (!isDocumentation(url)) return fail('Only pages of the AWS documentation, of the RFC editor and of IANA open from here.');
      await desktop.shell.openLink(url);
      return done;
    },
  };
}

function clipboardMethods({ desktop: { clipboard } }: FileServiceParts): Pick<FileApi, 'readClipboard' | 'writeClipboard'> {
  return {
    readClipboard: async () => succeed(await clipboard.read()),
    async writeClipboard(content) {
      await clipboard.write(content);
      return done;
    },
  };
}

/** Everything of the contract that is not the core's, on the desktop. */
export function createFileService(parts: FileServiceParts): FileApi {
  return {
    ...openingMethods(parts),
    ...savingMethods(parts),
    ...draftMethods(parts),
    ...settingsMethods(parts),
    ...windowMethods(parts),
    ...clipboardMethods(parts),
  };
}
