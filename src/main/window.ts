import { BrowserWindow, dialog, nativeTheme, screen, type BrowserWindowConstructorOptions } from 'electron';
import { product } from '@shared/product.ts';
import type { WindowState } from '@shared/contract.ts';
import { createCloseGuard, type CloseGuard } from './close-guard.ts';
import type { Note } from './log.ts';
import type { WindowBounds } from './settings.ts';

const DEFAULT_SIZE = { width: 1440, height: 900 };
const SMALLEST_SIZE = { minWidth: 900, minHeight: 600 };
/** `paper-0` of the two themes: what shows before the page has drawn. */
const PAPER = { light: '#f7f8fa', dark: '#0f1216' };

export interface WindowOptions {
  readonly page: string;
  readonly preload: string;
  /** Path of a picture, 512 pixels wide. */
  readonly icon: string;
  readonly bounds: WindowBounds | undefined;
  readonly isDevelopment: boolean;
  readonly note: Note;
  readonly askToClose: () => void;
  readonly onStay: () => void;
  readonly onBounds: (bounds: WindowBounds) => void;
}

/** The one window: what it shows, and the guard before it closes. */
export interface MainWindow {
  readonly browser: BrowserWindow;
  readonly guard: CloseGuard;
  showState(state: WindowState, path: string | undefined): void;
}

/** Bounds as they were, unless their screen is no longer there. */
function placeWindow(bounds: WindowBounds | undefined): Pick<BrowserWindowConstructorOptions, 'x' | 'y' | 'width' | 'height'> {
  if (bounds === undefined) return DEFAULT_SIZE;
  const { x, y, width, height } = bounds;
  if (x === undefined || y === undefined) return { width, height };
  const isVisible = screen.getAllDisplays().some(({ workArea }) => x < workArea.x + workArea.width && x + width > workArea.x && y >= workArea.y && y < workArea.y + workArea.height);
  return isVisible ? { x, y, width, height } : { width, height };
}

function createBrowser({ preload, icon, bounds, isDevelopment }: WindowOptions): BrowserWindow {
  return new BrowserWindow({
    ...placeWindow(bounds),
    ...SMALLEST_SIZE,
    title: product.name,
    // Linux shows it in task bars and switchers; elsewhere the program's own icon counts.
    icon,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: isDevelopment,
    },
  });
}

/** A page that hangs cannot ask about unsaved changes: the person decides, and the autosaved draft stays. */
function guardAgainstHanging(browser: BrowserWindow, guard: CloseGuard): void {
  browser.on('unresponsive', () => {
    const choice = dialog.showMessageBoxSync(browser, {
      type: 'warning',
      message: `${product.name} does not respond.`,
      detail: 'The last autosaved draft is offered at the next start.',
      buttons: ['Wait', 'Close'],
      defaultId: 0,
      cancelId: 0,
    });
    if (choice === 0) return;
    guard.giveUp();
    browser.destroy();
  });
}

const MOST_RELOADS = 3;

/** A page that died starts again and offers its draft; one that keeps dying is left alone. */
function reviveAfterCrash(browser: BrowserWindow, guard: CloseGuard, note: Note): void {
  let reloads = 0;
  browser.webContents.on('render-process-gone', (_event, { reason }) => {
    note(`The page is gone: ${reason}.`);
    guard.giveUp();
    if (reason === 'clean-exit' || reloads === MOST_RELOADS || browser.isDestroyed()) return;
    reloads += 1;
    browser.webContents.reload();
  });
}

function watchClosing(browser: BrowserWindow, guard: CloseGuard, onBounds: WindowOptions['onBounds']): void {
  browser.on('close', (event) => {
    onBounds({ ...browser.getNormalBounds(), maximized: browser.isMaximized() });
    if (!guard.mayClose()) event.preventDefault();
  });
}

function show(browser: BrowserWindow, state: WindowState, path: string | undefined): void {
  const title = `${state.edited ? '• ' : ''}${state.name} – ${product.name}`;
  browser.setTitle(title);
  browser.setDocumentEdited(state.edited);
  browser.setRepresentedFilename(path ?? '');
}

export function openWindow(options: WindowOptions): MainWindow {
  const browser = createBrowser(options);
  const guard = createCloseGuard({ ask: options.askToClose, close: () => browser.close(), stay: options.onStay });
  guardAgainstHanging(browser, guard);
  reviveAfterCrash(browser, guard, options.note);
  watchClosing(browser, guard, options.onBounds);
  // The page's own title would overwrite the document's name.
  browser.on('page-title-updated', (event) => event.preventDefault());
  browser.once('ready-to-show', () => {
    if (options.bounds?.maximized === true) browser.maximize();
    browser.show();
  });
  void browser.loadURL(options.page);
  return {
    browser,
    guard,
    showState(state, path) {
      guard.setEdited(state.edited);
      show(browser, state, path);
    },
  };
}
