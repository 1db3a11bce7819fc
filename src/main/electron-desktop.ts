import { app, dialog, nativeTheme, shell, type BrowserWindow, type MessageBoxOptions, type OpenDialogOptions } from 'electron';
import type { HostDescription } from '@shared/contract.ts';
import { product } from '@shared/product.ts';
import type { Desktop, DesktopWindow, Dialogs, Shell } from './desktop.ts';
import { extensionsOf, lastPart, titleOf } from './files/extensions.ts';
import { systemClipboard } from './system-clipboard.ts';

type WindowSource = () => BrowserWindow | undefined;

async function choosePaths(browser: BrowserWindow | undefined, options: OpenDialogOptions): Promise<readonly string[] | undefined> {
  const { canceled, filePaths } = await (browser === undefined ? dialog.showOpenDialog(options) : dialog.showOpenDialog(browser, options));
  return canceled || filePaths.length === 0 ? undefined : filePaths;
}

function createDialogs(window: WindowSource): Dialogs {
  const anything = { name: 'All files', extensions: ['*'] };
  return {
    async openDesign() {
      const filters = [{ name: `${product.name} designs and pictures`, extensions: ['json', 'png'] }, anything];
      return (await choosePaths(window(), { title: 'Open', properties: ['openFile'], filters }))?.[0];
    },
    importFiles: () =>
      choosePaths(window(), { title: 'Import AWS files', buttonLabel: 'Import', properties: ['openFile', 'multiSelections'], filters: [{ name: 'Output of aws … describe-*', extensions: ['json'] }, anything] }),
    async importFolder() {
      return (await choosePaths(window(), { title: 'Import AWS folder', buttonLabel: 'Import', properties: ['openDirectory'] }))?.[0];
    },
    compareWith: () =>
      choosePaths(window(), { title: 'Compare with a file', buttonLabel: 'Compare', properties: ['openFile', 'multiSelections'], filters: [{ name: `${product.name} designs, pictures and output of aws … describe-*`, extensions: ['json', 'png'] }, anything] }),
    async saveAs({ suggestedPath, kind }) {
      const extensions = [...new Set(extensionsOf[kind].map(lastPart))];
      const options = { defaultPath: suggestedPath, filters: [{ name: titleOf[kind], extensions }] };
      const browser = window();
      const { canceled, filePath } = await (browser === undefined ? dialog.showSaveDialog(options) : dialog.showSaveDialog(browser, options));
      return canceled || filePath === '' ? undefined : filePath;
    },
    async confirmReplace(name) {
      const options: MessageBoxOptions = { type: 'warning', message: `${name} exists already.`, detail: 'Replacing it loses what it holds now.', buttons: ['Replace', 'Cancel'], defaultId: 1, cancelId: 1 };
      const browser = window();
      const { response } = await (browser === undefined ? dialog.showMessageBox(options) : dialog.showMessageBox(browser, options));
      return response === 0;
    },
  };
}

const systemShell: Shell = {
  reveal: (path) => shell.showItemInFolder(path),
  openLink: (url) => shell.openExternal(url),
};

const platformOf: Readonly<Partial<Record<NodeJS.Platform, HostDescription['platform']>>> = { win32: 'windows', darwin: 'macos', linux: 'linux' };

export const currentTheme = (): HostDescription['theme'] => (nativeTheme.shouldUseDarkColors ? 'dark' : 'light');

/** The desktop as Electron gives it. */
export function createDesktop(window: WindowSource, own: DesktopWindow): Desktop {
  return {
    dialogs: createDialogs(window),
    clipboard: systemClipboard,
    shell: systemShell,
    window: own,
    describe: () => ({
      kind: 'desktop',
      platform: platformOf[process.platform] ?? 'other',
      version: app.getVersion(),
      theme: currentTheme(),
      canReveal: true,
      hasMenu: true,
    }),
    setTheme(theme) {
      nativeTheme.themeSource = theme;
    },
  };
}
