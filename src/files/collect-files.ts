import { readFile, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, normalize, resolve } from 'node:path';
import type { InputFile } from '@core/api/core-api.ts';
import { looksLikeJson } from '@core/api/looks-like-json.ts';
import { fail, succeed, type Reply } from '@core/api/vocabulary.ts';
import { describeFailure } from './describe-failure.ts';

/** Files to be read as one, and a sentence for each thing that was passed over. */
export interface CollectedFiles {
  readonly files: readonly InputFile[];
  readonly notes: readonly string[];
}

export interface CollectLimits {
  readonly files: number;
  /** Bytes of all files together. */
  readonly bytes: number;
  readonly depth: number;
}

const MEBIBYTE = 1_048_576;
/** A snapshot of hundreds of accounts fits; a home folder dropped by mistake does not. */
export const defaultLimits: CollectLimits = { files: 20_000, bytes: 512 * MEBIBYTE, depth: 16 };

export interface CollectOptions {
  readonly limits?: CollectLimits;
  /** What a named path is called to the core and in sentences; the path as given when nothing else is said. */
  readonly label?: (path: string) => string;
  /** A file that is left out of folders: the result of an earlier run. */
  readonly except?: string;
}

interface Walk {
  readonly limits: CollectLimits;
  readonly files: InputFile[];
  readonly notes: string[];
  /** Folders that were walked, and what is left out, by their real paths. */
  readonly visited: Set<string>;
  bytes: number;
}

/** Where a walk stands: on disk, and as it is told to the core. */
interface Place {
  readonly path: string;
  readonly label: string;
  readonly depth: number;
}

class Refusal extends Error {}

const isHidden = (name: string): boolean => name.startsWith('.');
const toSlashes = (path: string): string => path.replaceAll('\\', '/');

/** How the core is told a path: as it was given, and by its name where it was given as `.` or `..`. */
export function labelOf(path: string): string {
  const given = toSlashes(normalize(path)).replace(/\/$/, '');
  return given.startsWith('.') ? basename(resolve(path)) : given;
}

function countIn(walk: Walk, bytes: number): void {
  walk.bytes += bytes;
  const { limits } = walk;
  if (walk.files.length >= limits.files) throw new Refusal(`There are more than ${limits.files} files; name the folder of one snapshot.`);
  if (walk.bytes > limits.bytes) throw new Refusal(`The files hold more than ${Math.round(limits.bytes / MEBIBYTE)} MB; name the folder of one snapshot.`);
}

/** Why a file of a folder was passed over; what looks like an answer of AWS in another form gets a word on how to export it. */
function describeSkipped(label: string): string {
  if (/\.(?:gz|zip|tgz|bz2|xz|zst)$/i.test(label)) return `${label} is compressed and was skipped; unpack it and import again.`;
  const isMeant = /\.(?:json|ya?ml|csv|tsv)$/i.test(label);
  return isMeant ? `${label} is not JSON and was skipped; run the call again with --output json.` : `${label} is not JSON and was skipped.`;
}

async function readInto(walk: Walk, { path, label }: Place, isNamed: boolean): Promise<void> {
  const { size } = await stat(path);
  countIn(walk, size);
  const content = await readFile(path);
  // A call that failed leaves an empty file, which is for the import to say.
  const isEmpty = label.endsWith('.json') && content.toString().trim() === '';
  if (isNamed || isEmpty || looksLikeJson(content)) walk.files.push({ path: label, content });
  else walk.notes.push(describeSkipped(label));
}

async function visit(walk: Walk, place: Place): Promise<void> {
  const found = await stat(place.path);
  if (found.isDirectory()) await walkFolder(walk, place);
  else if (found.isFile()) {
    if (!walk.visited.has(await realpath(place.path))) await readInto(walk, place, false);
  }
  else walk.notes.push(`${place.label} is no file and was skipped.`);
}

async function walkFolder(walk: Walk, { path, label, depth }: Place): Promise<void> {
  const real = await realpath(path);
  if (walk.visited.has(real)) return;
  walk.visited.add(real);
  if (depth > walk.limits.depth) throw new Refusal(`${label} lies more than ${walk.limits.depth} folders deep; name the folder of one snapshot.`);
  const names = (await readdir(path)).filter((name) => !isHidden(name)).sort();
  for (const name of names) {
    const place = { path: join(path, name), label: `${label}/${name}`, depth: depth + 1 };
    try {
      await visit(walk, place);
    } catch (error) {
      if (error instanceof Refusal) throw error;
      walk.notes.push(describeFailure(error, { name: place.label, act: 'read' }));
    }
  }
}

async function collectOne(walk: Walk, path: string, label: string): Promise<void> {
  const place: Place = { path, label, depth: 0 };
  const found = await stat(path);
  if (found.isDirectory()) await walkFolder(walk, place);
  else await readInto(walk, place, true);
}

/**
 * Reads files and everything in folders, in the order given and by name. What is named must be readable; inside a folder
 * what is unreadable or not JSON is noted and passed over, and hidden names are left out.
 */
export async function collectFiles(paths: readonly string[], options: CollectOptions = {}): Promise<Reply<CollectedFiles>> {
  const { limits = defaultLimits, label = labelOf, except } = options;
  const walk: Walk = { limits, files: [], notes: [], visited: new Set(), bytes: 0 };
  if (except !== undefined) walk.visited.add(await realpath(except).catch(() => resolve(except)));
  for (const path of paths) {
    try {
      await collectOne(walk, path, label(path));
    } catch (error) {
      return fail(error instanceof Refusal ? error.message : describeFailure(error, { name: path, act: 'read' }));
    }
  }
  return succeed({ files: walk.files, notes: walk.notes });
}
