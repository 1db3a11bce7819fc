import * as nodeFiles from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeAtomically, type FileSystem } from './write-atomically.ts';

const { chmod, mkdir, mkdtemp, readFile, readdir, rm, stat, symlink, writeFile } = nodeFiles;
const PERMISSION_BITS = 0o777;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reachable-write-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const failing = (code: string): Error => Object.assign(new Error(code), { code });

/** The real system calls, some of them replaced. */
const filesWith = (changes: Partial<FileSystem>): FileSystem => ({ ...nodeFiles, ...changes });

/** A file handle whose content cannot be written: the disk is full. */
function openFull(code: string): FileSystem['open'] {
  return async (...parameters) => {
    const handle = await nodeFiles.open(...parameters);
    handle.writeFile = () => Promise.reject(failing(code));
    return handle;
  };
}

describe('what is written', () => {
  test.each([
    ['text', 'Straße →', Buffer.from('Straße →')],
    ['bytes', new Uint8Array([0, 255, 128]), Buffer.from([0, 255, 128])],
    ['nothing', '', Buffer.alloc(0)],
  ])('a new file with %s', async (_name, content, bytes) => {
    const path = join(folder, 'plan.vpc.json');
    expect(await writeAtomically(path, content)).toEqual({ ok: true, value: await nodeFiles.realpath(path) });
    expect(await readFile(path)).toEqual(bytes);
    expect(await readdir(folder)).toEqual(['plan.vpc.json']);
  });

  test('an old file is replaced and keeps its permissions', async () => {
    const path = join(folder, 'plan.vpc.json');
    await writeFile(path, 'old');
    await chmod(path, 0o640);
    expect((await writeAtomically(path, 'new')).ok).toBe(true);
    expect(await readFile(path, 'utf8')).toBe('new');
    expect((await stat(path)).mode & PERMISSION_BITS).toBe(0o640);
  });

  test('a link stays a link, and the file behind it is replaced', async () => {
    await mkdir(join(folder, 'real'));
    await writeFile(join(folder, 'real', 'plan.vpc.json'), 'old');
    await symlink(join('real', 'plan.vpc.json'), join(folder, 'link.vpc.json'));
    expect((await writeAtomically(join(folder, 'link.vpc.json'), 'new')).ok).toBe(true);
    expect((await nodeFiles.lstat(join(folder, 'link.vpc.json'))).isSymbolicLink()).toBe(true);
    expect(await readFile(join(folder, 'real', 'plan.vpc.json'), 'utf8')).toBe('new');
  });

  test('a link whose file does not exist yet makes the file', async () => {
    await symlink('later.vpc.json', join(folder, 'link.vpc.json'));
    expect((await writeAtomically(join(folder, 'link.vpc.json'), 'new')).ok).toBe(true);
    expect(await readFile(join(folder, 'later.vpc.json'), 'utf8')).toBe('new');
  });
});

describe('what is refused, in one sentence', () => {
  const refused = async (path: string, files?: FileSystem): Promise<string> => {
    const reply = await writeAtomically(path, 'new', files);
    return reply.ok ? 'was written' : reply.problem.message;
  };

  test('a folder that is gone', async () => {
    expect(await refused(join(folder, 'gone', 'plan.vpc.json'))).toBe('The folder of plan.vpc.json does not exist; save it in another folder.');
  });
  test('a part of the path that is a file', async () => {
    await writeFile(join(folder, 'file'), '');
    expect(await refused(join(folder, 'file', 'plan.vpc.json'))).toBe('The folder of plan.vpc.json does not exist; save it in another folder.');
  });
  test('a folder under that name', async () => {
    await mkdir(join(folder, 'plan.vpc.json'));
    expect(await refused(join(folder, 'plan.vpc.json'))).toBe('plan.vpc.json is a folder; choose another name.');
  });
  test('a read-only file, although its folder would allow a rename', async () => {
    const path = join(folder, 'plan.vpc.json');
    await writeFile(path, 'old');
    await chmod(path, 0o444);
    expect(await refused(path)).toBe('plan.vpc.json is read-only; save it under another name.');
    expect(await readFile(path, 'utf8')).toBe('old');
  });
  test('a name that is too long', async () => {
    expect(await refused(join(folder, 'x'.repeat(300)))).toMatch(/^x+ is too long a name; choose a shorter one\.$/);
  });
  test('links in a ring', async () => {
    await symlink('b', join(folder, 'a'));
    await symlink('a', join(folder, 'b'));
    expect(await refused(join(folder, 'a'))).toBe('a is a link that leads back to itself; choose another name.');
  });

  test.each<[string, Partial<FileSystem>, string]>([
    ['the disk is full', { open: openFull('ENOSPC') }, 'The disk is full, so plan.vpc.json was not saved; free some space and save again.'],
    ['the quota is used up', { open: openFull('EDQUOT') }, 'Your disk quota is used up, so plan.vpc.json was not saved; free some space and save again.'],
    ['the disk is read-only', { open: () => Promise.reject(failing('EROFS')) }, 'plan.vpc.json lies on a read-only disk; save it in another folder.'],
    ['the folder is closed', { open: () => Promise.reject(failing('EACCES')) }, 'The folder of plan.vpc.json cannot be written to; save it in another folder.'],
    ['the rename fails', { rename: () => Promise.reject(failing('EXDEV')) }, 'plan.vpc.json was not saved (EXDEV); save it in another folder.'],
  ])('%s: the old file is whole and nothing is left beside it', async (_name, changes, sentence) => {
    const path = join(folder, 'plan.vpc.json');
    await writeFile(path, 'old');
    expect(await refused(path, filesWith(changes))).toBe(sentence);
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['plan.vpc.json']);
  });
});

test('saves at the same time leave one of the contents whole', async () => {
  const path = join(folder, 'plan.vpc.json');
  const contents = Array.from({ length: 8 }, (_, index) => String(index).repeat(100_000));
  const replies = await Promise.all(contents.map((content) => writeAtomically(path, content)));
  expect(replies.every((reply) => reply.ok)).toBe(true);
  expect(contents).toContain(await readFile(path, 'utf8'));
  expect(await readdir(folder)).toEqual(['plan.vpc.json']);
});
