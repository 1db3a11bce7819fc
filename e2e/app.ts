import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, chromium, expect, test as base, type Browser, type ElectronApplication, type Page } from '@playwright/test';
import { projectPath } from '../tools/build-settings.ts';
import { sandboxSwitches } from '../tools/provision/sandbox.ts';
import { serveFolder } from '../tools/serve-folder.ts';

/** One spec runs in both: the window of the desktop app, and the same page in a browser. */
export type Edition = 'electron' | 'chromium';

/** The window the desktop app opens with, so that both editions show the same. */
const WINDOW = { width: 1440, height: 900 };

/** Reachable, opened in one of its editions. Its files are a folder of its own that goes away with it. */
export interface OpenedApp {
  readonly edition: Edition;
  readonly page: Page;
  /** The desktop app's main process; undefined in a browser. */
  readonly desktop: ElectronApplication | undefined;
  /** The next dialog that asks for files or a folder answers with these. Call it before what opens the dialog. */
  answerOpenDialog(paths: readonly string[]): Promise<void>;
  /** Does `act` and waits for the one file that it saves, exports or downloads. */
  savedBy(act: () => Promise<void>): Promise<SavedFile>;
  close(): Promise<void>;
}

export interface SavedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Set by `npm run e2e`, which finds or fetches the programs. */
function programAt(variable: 'REACHABLE_ELECTRON' | 'REACHABLE_CHROMIUM'): string {
  const program = process.env[variable];
  if (program === undefined) throw new Error(`${variable} is not set; run the journeys with: npm run e2e`);
  return program;
}

export interface ElectronOptions {
  /** What stands behind the program on its command line: a file to open. */
  readonly arguments?: readonly string[];
  /** A folder that outlives the app, to start it twice with the same memory; else a fresh one. */
  readonly userData?: string;
  /** The program to start, where it is not Electron with the built app: a packaged one. */
  readonly program?: string;
}

/** Answers what the main process would ask a person: the dialogs of the system cannot be driven. */
function electronDialogs(desktop: ElectronApplication, folder: string): Pick<OpenedApp, 'answerOpenDialog' | 'savedBy'> {
  let saves = 0;
  return {
    async answerOpenDialog(paths) {
      await desktop.evaluate(({ dialog }, filePaths) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
      }, [...paths]);
    },
    async savedBy(act) {
      saves += 1;
      const target = join(folder, `saved-${saves}`);
      await desktop.evaluate(({ dialog, app }, into) => {
        // Chosen as a person would who keeps the suggested name.
        dialog.showSaveDialog = (...options: readonly unknown[]) => {
          const { defaultPath = 'file' } = options.at(-1) as { defaultPath?: string };
          const filePath = `${into}-${defaultPath.split(/[\\/]/).at(-1) ?? 'file'}`;
          Object.assign(app, { savedFile: filePath });
          return Promise.resolve({ canceled: false, filePath });
        };
      }, target);
      await act();
      const path = await waitForSavedFile(desktop, target);
      return { name: path.slice(target.length + 1), bytes: await readFile(path) };
    },
  };
}

async function waitForSavedFile(desktop: ElectronApplication, target: string): Promise<string> {
  let path = '';
  await expect(async () => {
    path = await desktop.evaluate(({ app }) => String(Reflect.get(app, 'savedFile')));
    expect(path.startsWith(target)).toBe(true);
    expect((await stat(path)).size).toBeGreaterThan(0);
  }).toPass({ timeout: 15_000 });
  return path;
}

/** Opens the built desktop app and waits for its window. */
export async function openElectron(options: ElectronOptions = {}): Promise<OpenedApp & { readonly desktop: ElectronApplication }> {
  const folder = await mkdtemp(join(tmpdir(), 'reachable-e2e-'));
  const { program, userData = join(folder, 'user-data') } = options;
  const desktop = await _electron.launch({
    executablePath: program ?? programAt('REACHABLE_ELECTRON'),
    args: [...sandboxSwitches(), `--user-data-dir=${userData}`, ...(program === undefined ? [projectPath()] : []), ...(options.arguments ?? [])],
    env: environmentForElectron(),
  });
  const page = await desktop.firstWindow();
  return {
    edition: 'electron',
    page,
    desktop,
    ...electronDialogs(desktop, folder),
    async close() {
      await endDesktop(desktop);
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Under `ELECTRON_RUN_AS_NODE`, which editors set in their terminals, Electron is a mere Node. */
function environmentForElectron(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined || name === 'ELECTRON_RUN_AS_NODE' ? [] : [[name, value]])));
}

/** Ends the program without its question about unsaved changes, which no one is there to answer. */
async function endDesktop(desktop: ElectronApplication): Promise<void> {
  const closed = desktop.waitForEvent('close', { timeout: 10_000 }).catch(() => undefined);
  // The answer gets lost when the process is faster.
  await desktop.evaluate(({ app }) => app.exit(0)).catch(() => undefined);
  await closed;
}

function browserDialogs(page: Page): Pick<OpenedApp, 'answerOpenDialog' | 'savedBy'> {
  // Listens from the start: a chooser that opens while a listener is only being added is cancelled by the browser.
  let answer: readonly string[] | undefined;
  page.on('filechooser', (chooser) => {
    if (answer !== undefined) void chooser.setFiles(chooser.isMultiple() ? [...answer] : (answer[0] ?? []));
    answer = undefined;
  });
  return {
    answerOpenDialog(paths) {
      answer = paths;
      return Promise.resolve();
    },
    async savedBy(act) {
      const [download] = await Promise.all([page.waitForEvent('download'), act()]);
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
    },
  };
}

/** Opens the browser edition in a context of its own. Its file pickers are the plain ones: a script can answer those. */
export async function openBrowser(browser: Browser, address: string): Promise<OpenedApp> {
  const context = await browser.newContext({ viewport: WINDOW, acceptDownloads: true });
  await context.addInitScript(() => {
    for (const name of ['showOpenFilePicker', 'showSaveFilePicker', 'showDirectoryPicker']) Reflect.deleteProperty(globalThis, name);
  });
  const page = await context.newPage();
  await page.goto(address);
  return { edition: 'chromium', page, desktop: undefined, ...browserDialogs(page), close: () => context.close() };
}

interface WorkerFixtures {
  readonly edition: Edition;
  readonly chromiumBrowser: Browser | undefined;
  readonly webAddress: string;
}

interface TestFixtures {
  readonly app: OpenedApp;
}

/** `test('…', async ({ page }) => …)` runs in both editions; `app` has the rest of what a journey needs. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  edition: ['chromium', { option: true, scope: 'worker' }],

  chromiumBrowser: [
    async ({ edition }, use) => {
      const browser = edition === 'chromium' ? await chromium.launch({ executablePath: programAt('REACHABLE_CHROMIUM') }) : undefined;
      await use(browser);
      await browser?.close();
    },
    { scope: 'worker' },
  ],

  webAddress: [
    async ({ edition: _ }, use) => {
      const served = await serveFolder(projectPath('out/web'));
      await use(served.address);
      await served.close();
    },
    { scope: 'worker' },
  ],

  app: async ({ chromiumBrowser, webAddress }, use) => {
    const app = chromiumBrowser === undefined ? await openElectron() : await openBrowser(chromiumBrowser, webAddress);
    await use(app);
    await app.close();
  },

  page: async ({ app }, use) => {
    await use(app.page);
  },
});

export { expect };
