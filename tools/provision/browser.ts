import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installPackages } from './debian-packages.ts';
import { runCommand } from './run-command.ts';

export interface ProvidedBrowser {
  readonly program: string;
  /** `Chromium 156.0.8078.79` */
  readonly version: string;
  /** One sentence on what was done. */
  readonly sentence: string;
}

export interface NoBrowser {
  readonly program: undefined;
  readonly reason: string;
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Where the systems without a PATH to it keep it. */
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  join(process.env['PROGRAMFILES'] ?? 'C:\\Program Files', 'Google\\Chrome\\Application\\chrome.exe'),
  join(process.env['PROGRAMFILES(X86)'] ?? 'C:\\Program Files (x86)', 'Microsoft\\Edge\\Application\\msedge.exe'),
];

/** `REACHABLE_CHROMIUM` wins over what the system has. */
function findBrowser(): string | undefined {
  const own = process.env['REACHABLE_CHROMIUM'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const inPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...(own === undefined ? [] : [own]), ...inPath, ...PLACES].find((path) => existsSync(path));
}

function describe(program: string, how: string): ProvidedBrowser {
  const version = /[A-Z][\w ]* [\d.]+/.exec(runCommand(program, ['--version']).text)?.[0] ?? program;
  return { program, version, sentence: `${version} ${how}.` };
}

/** A Chromium to drive: the system's own, else Debian's, installed as root. */
export function provideBrowser(): ProvidedBrowser | NoBrowser {
  const present = findBrowser();
  if (present !== undefined) return describe(present, 'was there already');
  const { reason } = installPackages(['chromium']);
  const installed = findBrowser();
  if (installed !== undefined) return describe(installed, 'was installed');
  return { program: undefined, reason: `No Chromium or Chrome can be had here: ${reason}` };
}
