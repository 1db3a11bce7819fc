import { provideBrowser, type NoBrowser, type ProvidedBrowser } from './browser.ts';
import { provideDisplay } from './display.ts';
import { provideElectron, type NoElectron, type ProvidedElectron } from './electron.ts';
import { provideElectronLibraries } from './electron-libraries.ts';

/** What the journeys run in. `environment` tells e2e/ where things are; `stop` ends what was started for it. */
export interface TestPrograms {
  readonly electron: ProvidedElectron | NoElectron;
  readonly browser: ProvidedBrowser | NoBrowser;
  readonly environment: Readonly<Record<string, string>>;
  /** One for each program: which it is and what was done to have it. */
  readonly sentences: readonly string[];
  stop(): void;
}

interface Windows {
  readonly electron: ProvidedElectron | NoElectron;
  readonly environment: Readonly<Record<string, string>>;
  readonly sentences: readonly string[];
  stop(): void;
}

const without = (reason: string): Windows => ({ electron: { program: undefined, reason }, environment: {}, sentences: [reason], stop: () => undefined });

/** Electron needs three things at once: its program, the libraries it links to and a screen. */
async function provideWindows(): Promise<Windows> {
  const electron = await provideElectron();
  if (electron.program === undefined) return without(electron.reason);
  const libraries = provideElectronLibraries(electron.program);
  if (!libraries.ready) return without(libraries.sentence ?? '');
  const display = await provideDisplay();
  if (display.environment === undefined) return without(display.reason);
  const sentences = [electron.sentence, ...(libraries.sentence === undefined ? [] : [libraries.sentence]), display.sentence];
  return { electron, environment: { ...display.environment, REACHABLE_ELECTRON: electron.program }, sentences, stop: () => display.stop() };
}

/** Finds, fetches or installs a browser, an Electron and a screen; what cannot be had is said, not thrown. */
export async function provideTestPrograms(): Promise<TestPrograms> {
  const browser = provideBrowser();
  const { electron, environment, sentences, stop } = await provideWindows();
  return {
    electron,
    browser,
    environment: { ...environment, ...(browser.program !== undefined && { REACHABLE_CHROMIUM: browser.program }) },
    sentences: [browser.program === undefined ? browser.reason : browser.sentence, ...sentences],
    stop,
  };
}
