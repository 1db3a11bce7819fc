import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectPath } from '../build-settings.ts';
import { recordFolder } from '../record-packages.ts';
import type { Generated } from './generated.ts';

const FILE = 'THIRD-PARTY-NOTICES.txt';
const LICENSE_FILE = /^(?:licen[cs]e|copying|notice|copyright)/i;

/** Fonts that lie in the project: their licence stands beside them. */
const FONTS = [
  { name: 'Inter', license: 'OFL-1.1', file: 'resources/fonts/inter-OFL.txt' },
  { name: 'JetBrains Mono', license: 'OFL-1.1', file: 'resources/fonts/jetbrains-mono-OFL.txt' },
];

/** Where a package names its licence and does not write it out, this is the text; `author` is who package.json says. */
const LICENSE_TEXT: Readonly<Record<string, (author: string) => string>> = {
  'MPL-2.0': () => 'The Mozilla Public License 2.0: https://www.mozilla.org/MPL/2.0/. The source is in the repository named above, at this version.',
  MIT: (author) => `Copyright (c) ${author}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`,
};

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly homepage?: string;
  readonly author?: string | { readonly name: string };
  readonly repository?: string | { readonly url?: string };
}

/** The folders of all packages that some build has in it. */
function bundledFolders(): readonly string[] {
  const lists = readdirSync(recordFolder).map((name) => JSON.parse(readFileSync(join(recordFolder, name), 'utf8')) as readonly string[]);
  return [...new Set(lists.flat())].sort();
}

function repositoryOf({ repository, homepage }: Manifest): string {
  const url = typeof repository === 'string' ? repository : repository?.url;
  return (url ?? homepage ?? '').replace(/^git\+/, '').replace(/\.git$/, '');
}

function authorOf({ author, name }: Manifest): string {
  return (typeof author === 'string' ? author : author?.name) ?? `The authors of ${name}`;
}

function licenseTexts(folder: string): readonly string[] {
  const files = readdirSync(folder).filter((name) => LICENSE_FILE.test(name)).sort();
  return files.map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim());
}

/**
 * The notice of one package: name, version, licence and its text.
 * @throws Error for a package that neither has a licence text nor names a licence whose text is known.
 */
function describePackage(relative: string): string {
  const folder = projectPath(relative);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const { name, version, license = 'see below' } = manifest;
  const texts = licenseTexts(folder);
  const text = texts.length > 0 ? texts.join('\n\n') : LICENSE_TEXT[license]?.(authorOf(manifest));
  if (text === undefined) throw new Error(`${name} ${version} has no licence text; add that of ${license} to tools/docs/notices.ts.`);
  return [`${name} ${version} (${license})`, repositoryOf(manifest), '', text].filter((line, index) => index !== 1 || line !== '').join('\n');
}

function describeFont({ name, license, file }: (typeof FONTS)[number]): string {
  return [`${name}, a typeface (${license})`, '', readFileSync(projectPath(file), 'utf8').replaceAll('\r\n', '\n').trim()].join('\n');
}

const INTRODUCTION = `Reachable contains the following software and typefaces of others. Written by \`npm run docs\` from what the builds
really contain. Electron, which carries the desktop app, brings LICENSE and LICENSES.chromium.html beside the program.`;

const RULE = '='.repeat(100);

/** The licences of everything that ships, for which the builds have to be there. */
export function writeNotices(): Generated {
  if (!existsSync(recordFolder)) throw new Error('Nothing is built yet; run: npm run build');
  const parts = [INTRODUCTION, ...bundledFolders().map(describePackage), ...FONTS.map(describeFont)];
  return { files: new Map([[FILE, `${parts.join(`\n\n${RULE}\n\n`)}\n`]]) };
}
