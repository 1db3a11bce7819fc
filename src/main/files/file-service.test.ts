import { chmod, mkdtemp, readFile, realpath, rm, utimes, writeFile, mkdir, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DocumentFile, FileApi, OpenedFiles, Settings } from '@shared/contract.ts';
import type { Reply } from '@core/api/vocabulary.ts';
import type { Desktop } from '../desktop.ts';
import { openSettings } from '../settings.ts';
import { openDocuments } from './documents.ts';
import { openDrafts } from './drafts.ts';
import { createFileService, openPaths, type FileServiceParts } from './file-service.ts';
import { createFileTokens } from './file-tokens.ts';
import { openPictureStamps } from './picture-beside.ts';
import { openRecentFiles } from './recent-files.ts';
import { createStartFiles } from './start-files.ts';

/** A desktop whose person answers what the test says. */
interface Person {
  opens?: string;
  imports?: readonly string[];
  savesTo?: string;
  replaces?: boolean;
}

let folder = '';
let person: Person = {};
let done: string[] = [];
let files: FileApi;
let parts: FileServiceParts;

const desktop: Desktop = {
  dialogs: {
    openDesign: () => Promise.resolve(person.opens),
    importFiles: () => Promise.resolve(person.imports),
    compareWith: () => Promise.resolve(person.imports),
    importFolder: () => Promise.resolve(person.imports?.[0]),
    saveAs: () => Promise.resolve(person.savesTo),
    confirmReplace: (name) => {
      done.push(`asked about ${name}`);
      return Promise.resolve(person.replaces ?? false);
    },
  },
  clipboard: { read: () => Promise.resolve({ text: 'copied' }), write: () => Promise.resolve() },
  shell: {
    reveal: (path) => void done.push(`revealed ${path}`),
    openLink: (url) => {
      done.push(`opened ${url}`);
      return Promise.resolve();
    },
  },
  window: { showState: (state, path) => void done.push(`${state.name} of ${path ?? 'no file'}`), confirmClose: (close) => void done.push(`close ${close}`), send: () => undefined, printPage: () => Promise.resolve(new Uint8Array([37])) },
  describe: () => ({ kind: 'desktop', platform: 'linux', version: '1', theme: 'light', canReveal: true, hasMenu: true }),
  setTheme: (theme) => void done.push(theme),
};

function start(first?: string): FileServiceParts {
  const note = (): void => undefined;
  return {
    desktop,
    documents: openDocuments(createFileTokens()),
    recent: openRecentFiles({ path: join(folder, 'own', 'recent.json'), note, onChange: () => undefined }),
    drafts: openDrafts(join(folder, 'own', 'draft.json'), note),
    settings: openSettings(join(folder, 'own', 'settings.json'), note),
    pictures: openPictureStamps(join(folder, 'own', 'pictures.json'), note),
    startFiles: createStartFiles(first, () => undefined),
    now: () => 1_700_000_000_000,
  };
}

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'reachable-service-')));
  person = {};
  done = [];
  parts = start();
  files = createFileService(parts);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);
const put = (name: string, content: string): Promise<void> => writeFile(at(name), content);
const text = (name: string): Promise<string> => readFile(at(name), 'utf8');

function valueOf<Value>(reply: Reply<Value>): Value {
  if (!reply.ok) throw new Error(reply.problem.message);
  return reply.value;
}

async function open(name: string): Promise<DocumentFile> {
  person.opens = at(name);
  const opened: OpenedFiles | null = valueOf(await files.openFile());
  if (opened === null || opened.document === null) throw new Error('Nothing was opened.');
  return opened.document;
}

describe('opening', () => {
  test('one file is the document, under a token that is no path', async () => {
    await put('plan.vpc.json', '{}');
    person.opens = at('plan.vpc.json');
    const opened = valueOf(await files.openFile());
    expect(opened?.files.map((file) => ({ ...file, content: Buffer.from(file.content).toString() }))).toEqual([{ path: 'plan.vpc.json', content: '{}' }]);
    expect(opened?.document).toMatchObject({ name: 'plan.vpc.json', writable: true });
    expect(JSON.stringify(opened?.document?.token)).not.toContain(folder);
  });
  test('a closed dialog is null', async () => {
    expect(await files.openFile()).toEqual({ ok: true, value: null });
    expect(await files.chooseImport({ what: 'files' })).toEqual({ ok: true, value: null });
    expect(await files.chooseImport({ what: 'folder' })).toEqual({ ok: true, value: null });
  });
  test('a file that is gone is named', async () => {
    person.opens = at('gone.vpc.json');
    expect(await files.openFile()).toEqual({ ok: false, problem: { message: 'gone.vpc.json does not exist; check its name and folder.' } });
  });
  test('a dropped folder is a snapshot without a document', async () => {
    await mkdir(at('snapshot'));
    await put('snapshot/Vpcs.json', '{"Vpcs":[]}');
    const opened = valueOf(await openPaths(parts, [at('snapshot')]));
    expect(opened.document).toBeNull();
    expect(opened.files.map((file) => file.path)).toEqual(['snapshot/Vpcs.json']);
    expect(valueOf(await files.listRecent())).toEqual([]);
  });
  test('one imported file is no document', async () => {
    await put('Vpcs.json', '{"Vpcs":[]}');
    person.imports = [at('Vpcs.json')];
    expect(valueOf(await files.chooseImport({ what: 'files' }))?.document).toBeNull();
  });
  test('the start file is given once', async () => {
    await put('plan.vpc.json', '{}');
    const started = createFileService(start(at('plan.vpc.json')));
    expect(valueOf(await started.takeStartFile())?.document?.name).toBe('plan.vpc.json');
    expect(await started.takeStartFile()).toEqual({ ok: true, value: null });
  });
  test('a read-only file says that it cannot be written back', async () => {
    await put('plan.vpc.json', '{}');
    await chmod(at('plan.vpc.json'), 0o444);
    expect((await open('plan.vpc.json')).writable).toBe(false);
  });
});

describe('saving', () => {
  test('by token, again and again', async () => {
    await put('plan.vpc.json', 'old');
    const { token } = await open('plan.vpc.json');
    for (const content of ['first', 'second']) {
      expect(await files.save({ token, content })).toMatchObject({ ok: true, value: { kind: 'saved', document: { token, name: 'plan.vpc.json' } } });
      expect(await text('plan.vpc.json')).toBe(content);
    }
  });
  test('a file that another program changed is asked about and then overwritten', async () => {
    await put('plan.vpc.json', 'old');
    const { token } = await open('plan.vpc.json');
    await put('plan.vpc.json', 'theirs');
    expect(await files.save({ token, content: 'ours' })).toMatchObject({ ok: true, value: { kind: 'changed-on-disk' } });
    expect(await text('plan.vpc.json')).toBe('theirs');
    expect(await files.save({ token, content: 'ours', overwrite: true })).toMatchObject({ ok: true, value: { kind: 'saved' } });
    expect(await text('plan.vpc.json')).toBe('ours');
    expect(await files.save({ token, content: 'ours again' })).toMatchObject({ ok: true, value: { kind: 'saved' } });
  });
  test('a file that was only touched is not asked about', async () => {
    await put('plan.vpc.json', 'old');
    const { token } = await open('plan.vpc.json');
    await utimes(at('plan.vpc.json'), 1, 1);
    expect(await files.save({ token, content: 'new' })).toMatchObject({ ok: true, value: { kind: 'saved' } });
  });
  test('a file that was deleted comes back', async () => {
    await put('plan.vpc.json', 'old');
    const { token } = await open('plan.vpc.json');
    await unlink(at('plan.vpc.json'));
    expect(await files.save({ token, content: 'new' })).toMatchObject({ ok: true, value: { kind: 'saved' } });
    expect(await text('plan.vpc.json')).toBe('new');
  });
  test('a folder that was deleted is said', async () => {
    await mkdir(at('plans'));
    await put('plans/plan.vpc.json', 'old');
    const { token } = await open('plans/plan.vpc.json');
    await rm(at('plans'), { recursive: true });
    expect(await files.save({ token, content: 'new' })).toEqual({ ok: false, problem: { message: 'The folder of plan.vpc.json does not exist; save it in another folder.' } });
  });
  test('an unknown token is refused', async () => {
    expect(await files.save({ token: 'x' as DocumentFile['token'], content: '' })).toEqual({ ok: false, problem: { message: 'This file is no longer known; open it again.' } });
  });
  test.each([
    ['plan', 'text', 'plan.vpc.json'],
    ['plan.json', 'text', 'plan.json'],
    ['plan', new Uint8Array([1]), 'plan.vpc.png'],
  ])('under a new name %s gets its extension', async (name, content, written) => {
    person.savesTo = at(name);
    const outcome = valueOf(await files.saveAs({ suggestedName: 'plan', content }));
    expect(outcome).toMatchObject({ kind: 'saved', document: { name: written } });
    expect(valueOf(await files.listRecent()).map((file) => file.name)).toEqual([written]);
  });
  test('an added extension replaces nothing without a word', async () => {
    await put('plan.vpc.json', 'old');
    person.savesTo = at('plan');
    expect(await files.saveAs({ suggestedName: 'plan', content: 'new' })).toEqual({ ok: true, value: { kind: 'cancelled' } });
    expect(done).toEqual(['asked about plan.vpc.json']);
    expect(await text('plan.vpc.json')).toBe('old');
  });
  test('an export leaves the document and the recent files alone', async () => {
    person.savesTo = at('plan');
    expect(await files.exportFile({ kind: 'svg', suggestedName: 'plan', content: '<svg/>' })).toEqual({ ok: true, value: 'plan.svg' });
    expect(valueOf(await files.listRecent())).toEqual([]);
  });
});

describe('what is remembered', () => {
  test('recent files are newest first, and those that are gone are forgotten', async () => {
    for (const name of ['a.vpc.json', 'b.vpc.json', 'c.vpc.json', 'a.vpc.json']) {
      await put(name, '{}');
      await open(name);
    }
    await unlink(at('b.vpc.json'));
    const recent = valueOf(await files.listRecent());
    expect(recent.map((file) => file.name)).toEqual(['a.vpc.json', 'c.vpc.json']);
    const [, last] = recent;
    if (last === undefined) throw new Error('Nothing is recent.');
    expect(valueOf(await files.openRecent({ token: last.token })).document?.name).toBe('c.vpc.json');
    await files.clearRecent();
    expect(valueOf(await files.listRecent())).toEqual([]);
  });

  test('a draft outlives the program and still knows whether its file has changed', async () => {
    await put('plan.vpc.json', 'old');
    const { token } = await open('plan.vpc.json');
    await files.writeDraft({ text: 'edited', name: 'plan', token });
    await put('plan.vpc.json', 'theirs');
    const restarted = createFileService(start());
    const draft = valueOf(await restarted.readDraft());
    expect(draft).toMatchObject({ text: 'edited', name: 'plan', savedAt: 1_700_000_000_000, document: { name: 'plan.vpc.json' } });
    const saved = await restarted.save({ token: draft?.document?.token ?? token, content: 'edited' });
    expect(saved).toMatchObject({ ok: true, value: { kind: 'changed-on-disk' } });
    await restarted.discardDraft();
    expect(await restarted.readDraft()).toEqual({ ok: true, value: null });
  });

  test('a draft without a file has none', async () => {
    await files.writeDraft({ text: 'new', name: 'untitled', token: null });
    expect(valueOf(await files.readDraft())).toMatchObject({ text: 'new', document: null });
  });

  test('a confirmed close discards the draft, a refused one keeps it', async () => {
    await files.writeDraft({ text: 'new', name: 'untitled', token: null });
    await files.confirmClose({ close: false });
    expect(valueOf(await files.readDraft())).not.toBeNull();
    await files.confirmClose({ close: true });
    expect(valueOf(await files.readDraft())).toBeNull();
    expect(done).toEqual(['close false', 'close true']);
  });

  test('settings come back, and the theme is told to the system', async () => {
    expect(await files.readSettings()).toEqual({ ok: true, value: { theme: 'system', panes: {} } });
    const settings: Settings = { theme: 'dark', panes: { left: 240, dockIsOpen: false, tab: 'diagnose' } };
    await files.writeSettings(settings);
    expect(await createFileService(start()).readSettings()).toEqual({ ok: true, value: settings });
    expect(done).toEqual(['dark']);
  });
});

test.each([
  ['https://docs.aws.amazon.com/vpc/latest/userguide/', true],
  ['http://docs.aws.amazon.com/', false],
  ['https://docs.aws.amazon.com.evil.example/', false],
  ['https://docs.aws.amazon.com@evil.example/', false],
  ['https://user@docs.aws.amazon.com/', false],
  ['https://docs.aws.amazon.com:8443/', false],
  ['file:///etc/passwd', false],
  ['javascript:alert(1)', false],
  ['', false],
])('the link %s opens: %s', async (url, opens) => {
  expect((await files.openLink({ url })).ok).toBe(opens);
  expect(done).toEqual(opens ? [`opened ${url}`] : []);
});

test('the window is told the path of its document, the page is not', async () => {
  await put('plan.vpc.json', '{}');
  const { token } = await open('plan.vpc.json');
  await files.showState({ name: 'plan', edited: true, document: token, disabledCommands: [] });
  await files.reveal({ token });
  expect(done).toEqual([`plan of ${at('plan.vpc.json')}`, `revealed ${at('plan.vpc.json')}`]);
});
