import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { failureCode } from '../../files/describe-failure.ts';

/** How a file looked when we last read or wrote it. */
export interface FileStamp {
  /** Milliseconds since 1970. */
  readonly modified: number;
  readonly size: number;
  readonly digest: string;
}

export const digestOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** The stamp of a file whose content is at hand. */
export async function takeStamp(path: string, content: string | Uint8Array): Promise<FileStamp> {
  const { mtimeMs, size } = await stat(path);
  return { modified: mtimeMs, size, digest: digestOf(content) };
}

/**
 * Whether another program has written the file since. Same time and size count as the same file, another time with the
 * same content too; a file that is gone has not changed: saving brings it back.
 */
export async function hasChanged(path: string, stamp: FileStamp): Promise<boolean> {
  try {
    const { mtimeMs, size } = await stat(path);
    if (mtimeMs === stamp.modified && size === stamp.size) return false;
    return size !== stamp.size || digestOf(await readFile(path)) !== stamp.digest;
  } catch (error) {
    if (failureCode(error) === 'ENOENT') return false;
    throw error;
  }
}
