import type { Io, Sink } from '../io.ts';
import { createNodeIo } from '../io.ts';

/** What a command wrote, as a test reads it. */
export interface Written {
  readonly out: () => string;
  readonly bytes: () => Uint8Array;
  readonly error: () => string;
}

export interface MemoryOptions {
  readonly stdin?: string | Uint8Array;
  readonly isTerminal?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

function sink(isTerminal: boolean): { readonly sink: Sink; readonly parts: Buffer[] } {
  const parts: Buffer[] = [];
  return {
    parts,
    sink: {
      isTerminal,
      columns: isTerminal ? 80 : undefined,
      write(content) {
        parts.push(Buffer.from(content));
        return Promise.resolve();
      },
    },
  };
}

/** Real files, and streams that only this test sees. */
export function createMemoryIo({ stdin = '', isTerminal = false, environment = {} }: MemoryOptions = {}): Io & Written {
  const [stdout, stderr] = [sink(isTerminal), sink(isTerminal)];
  return {
    ...createNodeIo(),
    stdout: stdout.sink,
    stderr: stderr.sink,
    environment,
    readStdin: () => Promise.resolve(Buffer.from(stdin)),
    out: () => Buffer.concat(stdout.parts).toString(),
    bytes: () => Buffer.concat(stdout.parts),
    error: () => Buffer.concat(stderr.parts).toString(),
  };
}
