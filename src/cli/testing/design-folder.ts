import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCoreApi } from '@core/api/create-core-api.ts';
import type { Design, Reply } from '@core/api/vocabulary.ts';
import { run } from '../run.ts';
import { createMemoryIo, type MemoryOptions } from './memory-io.ts';

const core = createCoreApi();

function valueOf<Value>(reply: Reply<Value>): Value {
  if (!reply.ok) throw new Error(reply.problem.message);
  return reply.value;
}

/** What one command line did. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly bytes: Uint8Array;
  readonly error: string;
}

/** A folder of its own with designs in it, and a way to run command lines on them. */
export interface DesignFolder {
  readonly path: (name: string) => string;
  readonly put: (name: string, content: string | Uint8Array) => Promise<string>;
  /** Writes a template, changed as the test wants it, and answers its path. */
  readonly putTemplate: (id: string, change?: (design: Design) => Design) => Promise<string>;
  readonly remove: () => Promise<void>;
}

export const templateOf = (id: string): Design => valueOf(core.openTemplate({ id }));
export const textOf = (design: Design): string => valueOf(core.writeDesign({ design }));

export async function openDesignFolder(): Promise<DesignFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'reachable-cli-'));
  const path = (name: string): string => join(folder, name);
  const put = async (name: string, content: string | Uint8Array): Promise<string> => {
    await writeFile(path(name), content);
    return path(name);
  };
  return {
    path,
    put,
    putTemplate: (id, change = (design) => design) => put(`${id}.vpc.json`, textOf(change(templateOf(id)))),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Runs a command line in this process. */
export async function runLine(argv: readonly string[], options: MemoryOptions = {}): Promise<Ran> {
  const io = createMemoryIo(options);
  const code = await run(argv, io);
  return { code, out: io.out(), bytes: io.bytes(), error: io.error() };
}
