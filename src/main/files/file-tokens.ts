import { randomUUID } from 'node:crypto';
import type { FileToken } from '@shared/contract.ts';
import type { FileStamp } from './file-stamp.ts';

/** The paths that the page may speak of, under names that mean nothing elsewhere. */
export interface FileTokens {
  /** The token of a path; the same path has the same token as long as the program runs. */
  issue(path: string): FileToken;
  pathOf(token: FileToken): string | undefined;
  stampOf(token: FileToken): FileStamp | undefined;
  setStamp(token: FileToken, stamp: FileStamp): void;
}

export function createFileTokens(): FileTokens {
  const tokenOf = new Map<string, FileToken>();
  const paths = new Map<FileToken, string>();
  const stamps = new Map<FileToken, FileStamp>();
  return {
    issue(path) {
      const known = tokenOf.get(path);
      if (known !== undefined) return known;
      const token = randomUUID() as string as FileToken;
      tokenOf.set(path, token);
      paths.set(token, path);
      return token;
    },
    pathOf: (token) => paths.get(token),
    stampOf: (token) => stamps.get(token),
    setStamp: (token, stamp) => void stamps.set(token, stamp),
  };
}
