import { resolve } from 'node:path';

/** What can be opened from a command line: the program's own switches and its folder are not. */
const OPENABLE = /\.(?:json|png)$/i;

/** The file named on a command line, as an absolute path. `argv` starts with the program. */
export function findStartFile(argv: readonly string[], workingFolder: string): string | undefined {
  const named = argv.slice(1).filter((word) => !word.startsWith('-') && OPENABLE.test(word));
  const last = named[named.length - 1];
  return last === undefined ? undefined : resolve(workingFolder, last);
}

/** Files the system asks to open. Until the page has asked for its start file, the last one waits for it. */
export interface StartFiles {
  /** The file to start with, once. From then on files are handed to `open` as they come. */
  take(): string | undefined;
  add(path: string): void;
  /** A new page is being loaded: files wait again until it asks. */
  wait(): void;
}

export function createStartFiles(first: string | undefined, open: (path: string) => void): StartFiles {
  let waiting = first;
  let isTaken = false;
  return {
    take() {
      const path = waiting;
      waiting = undefined;
      isTaken = true;
      return path;
    },
    add(path) {
      if (isTaken) open(path);
      else waiting = path;
    },
    wait() {
      isTaken = false;
    },
  };
}
