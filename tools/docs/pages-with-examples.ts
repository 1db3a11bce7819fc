import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleAccount, toFiles } from '@core/exchange/aws-describe/example-account.ts';
import { projectPath } from '../build-settings.ts';
import { refreshExamples, type Ran, type Shell } from './examples-in-text.ts';
import { fillIn } from './fill-in.ts';
import type { Generated } from './generated.ts';
import { writeReadersTable } from './readers-table.ts';

const unchanged = (text: string): string => text;

/** Pages that people write, with examples in them that are run; some have a part that is written by a program. */
export const pagesWithExamples: ReadonlyMap<string, (text: string) => string> = new Map([
  ['README.md', unchanged],
  ['docs/address-plan.md', unchanged],
  ['docs/command-line.md', unchanged],
  ['docs/comparing.md', unchanged],
  ['docs/views.md', unchanged],
  ['docs/importing.md', (text) => fillIn(text, 'what is read', writeReadersTable())],
  ['docs/ipv6-and-edges.md', unchanged],
  ['docs/limits.md', unchanged],
]);

const PROGRAM = 'out/cli/reachable.js';

function writeSnapshot(folder: string): void {
  mkdirSync(join(folder, 'snapshot'));
  for (const { path, document } of toFiles(exampleAccount, 'snapshot')) writeFileSync(join(folder, path), JSON.stringify(document));
}

/** A folder with the example designs in it, and a snapshot of a made-up account, as the pages assume. */
export function openExampleFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'reachable-pages-'));
  cpSync(projectPath('resources/examples'), folder, { recursive: true });
  writeSnapshot(folder);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function runBuilt(folder: string, argv: readonly string[]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [projectPath(PROGRAM), ...argv], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    const [out, error]: [string[], string[]] = [[], []];
    child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => error.push(text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, out: out.join(''), error: error.join('') }));
  });
}

/** The page with its written part and what its examples print now. */
export async function refreshPage(page: string, shell: Shell): Promise<string> {
  const fill = pagesWithExamples.get(page) ?? unchanged;
  return refreshExamples(fill(readFileSync(projectPath(page), 'utf8')), shell);
}

async function refreshWithBuilt(page: string): Promise<[string, string]> {
  const { folder, remove } = openExampleFolder();
  const shell: Shell = { folder, run: (argv) => runBuilt(folder, argv) };
  try {
    return [page, await refreshPage(page, shell)];
  } finally {
    remove();
  }
}

/** The pages with what the built command line prints now. */
export async function refreshPages(): Promise<Generated> {
  return { files: new Map(await Promise.all([...pagesWithExamples.keys()].map(refreshWithBuilt))) };
}
