import { mkdir, readFile, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { failureCode } from '../../files/describe-failure.ts';
import { writeAtomically } from '../../files/write-atomically.ts';
import type { Reply } from '@core/api/vocabulary.ts';

/** A small JSON file of the program's own: settings, recent files, the draft. */
export interface JsonStore<Value> {
  /** What is stored; undefined when nothing is, or when it cannot be read: then the file is set aside with `.bad`. */
  read(): Promise<Value | undefined>;
  write(value: Value): Promise<Reply<unknown>>;
  /** Reads, changes and writes without another access in between. */
  update(change: (value: Value | undefined) => Value): Promise<Value>;
  remove(): Promise<void>;
}

type Note = (sentence: string) => void;

async function setAside(path: string, note: Note): Promise<void> {
  const bad = `${path}.bad`;
  // An older set-aside file stands in the way of a rename on Windows.
  await unlink(bad).catch(() => undefined);
  await rename(path, bad).catch(() => undefined);
  note(`${path} could not be understood and was set aside as ${bad}.`);
}

async function readValue<Value>(path: string, schema: z.ZodType<Value>, note: Note): Promise<Value | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (failureCode(error) !== 'ENOENT') note(`${path} could not be read: ${failureCode(error)}.`);
    return undefined;
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    await setAside(path, note);
    return undefined;
  }
}

/** Opens a store at a path. Accesses happen one after the other, so that the last write is the one that stays. */
export function openJsonStore<Value>(path: string, schema: z.ZodType<Value>, note: Note): JsonStore<Value> {
  let last: Promise<unknown> = Promise.resolve();
  const inOrder = <Result>(act: () => Promise<Result>): Promise<Result> => {
    const next = last.then(act, act);
    last = next.catch(() => undefined);
    return next;
  };
  const write = async (value: Value): Promise<Reply<unknown>> => {
    await mkdir(dirname(path), { recursive: true }).catch(() => undefined);
    const written = await writeAtomically(path, JSON.stringify(value));
    if (!written.ok) note(written.problem.message);
    return written;
  };
  return {
    read: () => inOrder(() => readValue(path, schema, note)),
    write: (value) => inOrder(() => write(value)),
    update: (change) =>
      inOrder(async () => {
        const changed = change(await readValue(path, schema, note));
        await write(changed);
        return changed;
      }),
    remove: () => inOrder(() => unlink(path).catch(() => undefined)),
  };
}
