import { randomBytes } from 'node:crypto';
import * as nodeFiles from 'node:fs/promises';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { fail, succeed, type Reply } from '@core/api/vocabulary.ts';
import { describeFailure, failureCode } from './describe-failure.ts';

/** The system calls of a save, so that a test can let one of them fail. */
export type FileSystem = Pick<typeof nodeFiles, 'open' | 'rename' | 'unlink' | 'stat' | 'lstat' | 'realpath' | 'readlink'>;

const MOST_LINKS = 16;
const WRITABLE_BITS = 0o222;
const PERMISSION_BITS = 0o7777;
const NEW_FILE_MODE = 0o666;
const RANDOM_BYTES = 6;
const RENAME_ATTEMPTS = 5;
const RENAME_PAUSE_MILLISECONDS = 60;

class ReadOnlyFile extends Error {}

/** The file itself behind links. A link whose target does not exist yet leads to where the target will be. */
async function followLinks(path: string, files: FileSystem, links = 0): Promise<string> {
  try {
    return await files.realpath(path);
  } catch (error) {
    if (failureCode(error) !== 'ENOENT' || links > MOST_LINKS) throw error;
  }
  const link = await files.lstat(path).catch(() => undefined);
  if (link?.isSymbolicLink() !== true) return path;
  const target = await files.readlink(path);
  return followLinks(isAbsolute(target) ? target : join(dirname(path), target), files, links + 1);
}

/** What the new file takes over from the one it replaces. */
interface Keepsake {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

/** The permissions and the owner of the file that is replaced; undefined when there is none. */
async function inspectOld(path: string, files: FileSystem): Promise<Keepsake | undefined> {
  const found = await files.stat(path).catch((error: unknown) => {
    if (failureCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (found === undefined) return undefined;
  if (found.isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
  // Renaming over a read-only file works wherever its folder is writable; a person who protected a file means it.
  if ((found.mode & WRITABLE_BITS) === 0) throw new ReadOnlyFile();
  return { mode: found.mode & PERMISSION_BITS, uid: found.uid, gid: found.gid };
}

/** Best effort: some disks know no owners, and only a superuser may give a file away. */
async function takeOver(handle: nodeFiles.FileHandle, { mode, uid, gid }: Keepsake): Promise<void> {
  const own = await handle.stat();
  if (own.uid !== uid || own.gid !== gid) await handle.chown(uid, gid).catch(() => undefined);
  // After the owner, which clears bits; and again after opening, where the umask took some away.
  await handle.chmod(mode).catch(() => undefined);
}

async function writeAside(path: string, content: string | Uint8Array, options: { readonly old: Keepsake | undefined; readonly files: FileSystem }): Promise<void> {
  const { old, files } = options;
  const handle = await files.open(path, 'wx', old?.mode ?? NEW_FILE_MODE);
  try {
    await handle.writeFile(content);
    if (old !== undefined) await takeOver(handle, old);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Windows refuses a rename for the moment in which a scanner or an indexer holds the file. */
async function renamePatiently(from: string, to: string, files: FileSystem): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await files.rename(from, to);
      return;
    } catch (error) {
      const isHeld = ['EPERM', 'EACCES', 'EBUSY'].includes(failureCode(error));
      if (process.platform !== 'win32' || !isHeld || attempt === RENAME_ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, attempt * RENAME_PAUSE_MILLISECONDS));
    }
  }
}

/** Makes the rename itself survive a power cut; not every system can, and then the file's content is safe all the same. */
async function syncFolder(folder: string, files: FileSystem): Promise<void> {
  try {
    const handle = await files.open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    return;
  }
}

async function replaceFile(path: string, content: string | Uint8Array, files: FileSystem): Promise<string> {
  const target = await followLinks(path, files);
  const old = await inspectOld(target, files);
  const aside = join(dirname(target), `.reachable-${randomBytes(RANDOM_BYTES).toString('hex')}.tmp`);
  try {
    await writeAside(aside, content, { old, files });
    await renamePatiently(aside, target, files);
  } catch (error) {
    await files.unlink(aside).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(target), files);
  return target;
}

/**
 * Writes a file whole or not at all: aside in the same folder, flushed, then renamed over the old one. Links are
 * followed, permissions kept, a read-only file is refused. Answers the path of the file behind links, or one sentence.
 */
export async function writeAtomically(path: string, content: string | Uint8Array, files: FileSystem = nodeFiles): Promise<Reply<string>> {
  const name = basename(path);
  try {
    return succeed(await replaceFile(path, content, files));
  } catch (error) {
    if (error instanceof ReadOnlyFile) return fail(`${name} is read-only; save it under another name.`);
    return fail(describeFailure(error, { name, act: 'write' }));
  }
}
