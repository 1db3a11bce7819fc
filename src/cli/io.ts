import { readFile, realpath, stat } from 'node:fs/promises';
import { collectFiles, type CollectedFiles } from '../files/collect-files.ts';
import { describeFailure } from '../files/describe-failure.ts';
import { writeAtomically } from '../files/write-atomically.ts';
import { fail, succeed, type Reply } from '@core/api/vocabulary.ts';

/** One of the two outputs. `columns` is the width of the terminal, when it is one. */
export interface Sink {
  readonly isTerminal: boolean;
  readonly columns: number | undefined;
  write(content: string | Uint8Array): Promise<void>;
}

/** Everything a command reaches outside of itself: files, standard streams, environment. */
export interface Io {
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readStdin(): Promise<Uint8Array>;
  readFile(path: string): Promise<Reply<Uint8Array>>;
  /** Files and everything in folders; `except` is left out. */
  collectFiles(paths: readonly string[], except: string | undefined): Promise<Reply<CollectedFiles>>;
  /** Whole or not at all. */
  writeFile(path: string, content: string | Uint8Array): Promise<Reply<string>>;
  /** Whether two paths lead to one existing file. */
  isSameFile(path: string, other: string): Promise<boolean>;
}

function sinkOf(stream: NodeJS.WriteStream): Sink {
  return {
    isTerminal: stream.isTTY,
    get columns() {
      return stream.isTTY ? stream.columns : undefined;
    },
    write: (content) =>
      new Promise((resolve) => {
        // A reader that went away (`| head`) is told by the stream's error event, which ends the program quietly.
        stream.write(content, () => resolve());
      }),
  };
}

async function readStdin(): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts);
}

async function isSameFile(path: string, other: string): Promise<boolean> {
  try {
    const [first, second] = await Promise.all([stat(await realpath(path)), stat(await realpath(other))]);
    return first.ino === second.ino && first.dev === second.dev;
  } catch {
    return false;
  }
}

/** The files and streams of this process. */
export function createNodeIo(): Io {
  return {
    stdout: sinkOf(process.stdout),
    stderr: sinkOf(process.stderr),
    environment: process.env,
    readStdin,
    async readFile(path) {
      try {
        return succeed(await readFile(path));
      } catch (error) {
        return fail(describeFailure(error, { name: path, act: 'read' }));
      }
    },
    collectFiles: (paths, except) => collectFiles(paths, except === undefined ? {} : { except }),
    writeFile: (path, content) => writeAtomically(path, content),
    isSameFile,
  };
}

/** A reader of standard output that stops reading (`| head`) ends the program without a word. */
export function endQuietlyOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      process.exit(error.code === 'EPIPE' ? (process.exitCode ?? 0) : 2);
    });
  }
}
