import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, session } from 'electron';
import { createCoreApi } from '@core/api/create-core-api.ts';
import type { HostEvent, OpenedFiles } from '@shared/contract.ts';
import type { Reply } from '@core/api/vocabulary.ts';
import { createDesktop, currentTheme } from './electron-desktop.ts';
import { openDocuments } from './files/documents.ts';
import { openDrafts } from './files/drafts.ts';
import { createFileService, openPaths, type FileServiceParts } from './files/file-service.ts';
import { createFileTokens } from './files/file-tokens.ts';
import { openPictureStamps } from './files/picture-beside.ts';
import { openRecentFiles } from './files/recent-files.ts';
import { createStartFiles, type StartFiles } from './files/start-files.ts';
import { openIpc, sendEvent } from './ipc/ipc-main.ts';
import { serveCore } from './ipc/serve-core.ts';
import { serveFiles } from './ipc/serve-files.ts';
import { openLog, type Note } from './log.ts';
import { installMenu, type ApplicationMenu } from './menu.ts';
import { PAGE_ADDRESS, type DevelopmentServer } from './page-address.ts';
import { servePage } from './page-protocol.ts';
import { hardenContents, hardenSession, trustWindow } from './security.ts';
import { openSettings, openWindowBounds, type WindowBounds } from './settings.ts';
import { openWindow, type MainWindow } from './window.ts';
import type { JsonStore } from './files/json-store.ts';

export interface StartOptions {
  readonly developmentServer: DevelopmentServer;
  readonly startFile: string | undefined;
}

/** What lives as long as the program does. */
interface Application {
  readonly options: StartOptions;
  readonly note: Note;
  readonly bounds: JsonStore<WindowBounds>;
  readonly parts: FileServiceParts;
  readonly menu: ApplicationMenu;
  window: MainWindow | undefined;
  isQuitting: boolean;
}

/** `out`, where main, preload and renderer lie side by side. */
const builtFolder = join(__dirname, '..');

function tell(application: Application, event: HostEvent): void {
  const browser = application.window?.browser;
  if (browser !== undefined && !browser.isDestroyed()) sendEvent(browser.webContents, event);
}

function showWindow({ window }: Application): void {
  if (window === undefined) return;
  if (window.browser.isMinimized()) window.browser.restore();
  window.browser.show();
  window.browser.focus();
}

async function openAndTell(application: Application, path: string): Promise<void> {
  const opened: Reply<OpenedFiles> = await openPaths(application.parts, [path]);
  tell(application, opened.ok ? { kind: 'file-opened', opened: opened.value } : { kind: 'file-failed', problem: opened.problem });
}

async function createWindow(application: Application): Promise<void> {
  const { options, note, bounds, parts } = application;
  parts.startFiles.wait();
  application.window = openWindow({
    page: options.developmentServer ?? PAGE_ADDRESS,
    preload: join(builtFolder, 'preload/preload.cjs'),
    icon: join(builtFolder, '../resources/icons/linux/512x512.png'),
    bounds: await bounds.read(),
    isDevelopment: !app.isPackaged,
    note,
    askToClose: () => tell(application, { kind: 'close-requested' }),
    onStay: () => {
      application.isQuitting = false;
    },
    onBounds: (place) => void bounds.write(place),
  });
  application.window.browser.on('closed', () => {
    application.window = undefined;
  });
}

function createParts(folder: string, note: Note, hooks: { readonly application: () => Application; readonly startFiles: StartFiles }): FileServiceParts {
  const { application, startFiles } = hooks;
  const documents = openDocuments(createFileTokens());
  const recent = openRecentFiles({ path: join(folder, 'recent-files.json'), note, onChange: () => void refreshRecent(application()) });
  const desktop = createDesktop(() => application().window?.browser, {
    showState(state, path) {
      application().window?.showState(state, path);
      application().menu.setDisabled(state.disabledCommands);
    },
    confirmClose: (close) => decideClosing(application(), close),
    send: (event) => tell(application(), event),
    printPage: () => printPage(application()),
  });
  return {
    desktop,
    documents,
    recent,
    drafts: openDrafts(join(folder, 'drafts', 'draft.json'), note),
    settings: openSettings(join(folder, 'settings.json'), note),
    pictures: openPictureStamps(join(folder, 'pictures.json'), note),
    startFiles,
    now: Date.now,
  };
}

/** Vector graphics, with the fonts in them. https://www.electronjs.org/docs/latest/api/web-contents#contentsprinttopdfoptions */
async function printPage({ window }: Application): Promise<Uint8Array> {
  if (window === undefined) throw new Error('There is no window to print.');
  return new Uint8Array(await window.browser.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true }));
}

/** The person has decided about unsaved changes; a quit that asked for it goes on. */
function decideClosing(application: Application, close: boolean): void {
  application.window?.guard.answer(close);
  if (close && application.isQuitting) app.quit();
}

async function refreshRecent({ parts, menu }: Application): Promise<void> {
  const files = await Promise.all((await parts.recent.list()).map(async (path) => ({ path, ...(await parts.documents.describe(path)) })));
  menu.setRecent(files.map(({ name, location, path }) => ({ label: `${name}  ${location}`, path })));
}

function createApplication(options: StartOptions, startFiles: StartFiles): Application {
  const folder = app.getPath('userData');
  const note = openLog(join(folder, 'logs'));
  const parts = createParts(folder, note, { application: () => application, startFiles });
  const menu = installMenu({
    platform: process.platform,
    isDevelopment: !app.isPackaged,
    send: (command) => tell(application, { kind: 'command', command }),
    openRecent: (path) => void openAndTell(application, path),
    clearRecent: () => void parts.recent.clear(),
  });
  const application: Application = { options, note, parts, menu, bounds: openWindowBounds(join(folder, 'window.json'), note), window: undefined, isQuitting: false };
  return application;
}

function serve(application: Application): void {
  const { options, note, parts } = application;
  const isTrusted = trustWindow(() => application.window?.browser.webContents, options.developmentServer);
  const answerChannel = openIpc({ isTrusted, note });
  serveCore(createCoreApi(), answerChannel);
  serveFiles(createFileService(parts), (paths) => openPaths(parts, paths), answerChannel);
}

async function launch(application: Application): Promise<void> {
  hardenSession(session.defaultSession, application.options.developmentServer);
  servePage(join(builtFolder, 'renderer'));
  serve(application);
  const settings = await application.parts.settings.read();
  nativeTheme.themeSource = settings?.theme ?? 'system';
  nativeTheme.on('updated', () => tell(application, { kind: 'theme-changed', theme: currentTheme() }));
  await refreshRecent(application);
  await createWindow(application);
}

function fileOf(data: unknown): string | undefined {
  return typeof data === 'object' && data !== null && 'startFile' in data && typeof data.startFile === 'string' ? data.startFile : undefined;
}

function watchApp(application: Application): void {
  app.on('second-instance', (...[, , , data]) => {
    showWindow(application);
    const file = fileOf(data);
    if (file !== undefined) application.parts.startFiles.add(file);
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) void createWindow(application);
  });
  app.on('before-quit', () => {
    application.isQuitting = true;
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin' || application.isQuitting) app.quit();
  });
}

/** Starts the program; everything that needs the system waits until it is ready. */
export function startApplication(options: StartOptions): void {
  const starting: { application?: Application } = {};
  const startFiles = createStartFiles(options.startFile, (path) => {
    if (starting.application !== undefined) void openAndTell(starting.application, path);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    startFiles.add(path);
  });
  app.on('web-contents-created', (_event, contents) => hardenContents(contents, options.developmentServer));
  void app.whenReady().then(() => {
    const application = createApplication(options, startFiles);
    starting.application = application;
    watchApp(application);
    return launch(application);
  });
}
