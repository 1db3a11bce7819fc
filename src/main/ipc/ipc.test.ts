import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { WebContents } from 'electron';
import { fail, succeed, type Reply } from '@core/api/vocabulary.ts';
import { channelOf, droppedChannel } from '@shared/channels.ts';
import type { FileApi, HostEvent, OpenedFiles } from '@shared/contract.ts';
import { askAs, contents, designer, electron, ownWindow, resetIpc, type FakeEvent } from '../testing/ipc-pair.ts';

vi.mock('electron', async () => (await import('../testing/ipc-pair.ts')).electron);
const { openIpc, sendEvent } = await import('./ipc-main.ts');
const { serveFiles } = await import('./serve-files.ts');
const { fileRequestSchemas } = await import('./file-requests.ts');
const { trustWindow } = await import('../security.ts');
await import('../../preload/preload.ts');

const TOKEN = '1b4e28ba-2fa1-41d2-883f-0016d3cca427';
let asked: { readonly method: string; readonly request: unknown }[] = [];
let dropped: readonly string[] = [];
let notes: string[] = [];

/** Answers every method and writes down what it was asked. */
const recorder = (): FileApi =>
  Object.fromEntries(
    Object.keys(fileRequestSchemas).map((method) => [
      method,
      (request: unknown) => {
        asked.push({ method, request });
        return Promise.resolve(succeed(null));
      },
    ]),
  ) as unknown as FileApi;

const openDropped = (paths: readonly string[]): Promise<Reply<OpenedFiles>> => {
  dropped = paths;
  return Promise.resolve(succeed({ files: [], document: null, notes: [] }));
};

beforeEach(() => {
  resetIpc();
  [asked, notes, dropped] = [[], [], []];
  const isTrusted = trustWindow(() => ownWindow as unknown as WebContents, undefined);
  serveFiles(recorder(), openDropped, openIpc({ isTrusted, note: (sentence) => void notes.push(sentence) }));
});

describe('who is answered', () => {
  const page = 'app://reachable/index.html';
  test.each<[string, FakeEvent, boolean]>([
    ['the window’s own page', { sender: { id: 7 }, senderFrame: { url: page, parent: null } }, true],
    ['a frame inside the page', { sender: { id: 7 }, senderFrame: { url: page, parent: {} } }, false],
    ['another window', { sender: { id: 8 }, senderFrame: { url: page, parent: null } }, false],
    ['another page in the window', { sender: { id: 7 }, senderFrame: { url: 'https://example.com/', parent: null } }, false],
    ['a page with a name that begins like ours', { sender: { id: 7 }, senderFrame: { url: 'app://reachable.example/', parent: null } }, false],
    ['a file of the disk', { sender: { id: 7 }, senderFrame: { url: 'file:///index.html', parent: null } }, false],
    ['a frame that is gone', { sender: { id: 7 }, senderFrame: null }, false],
  ])('%s', async (_name, event, isAnswered) => {
    const reply = await askAs(event, channelOf.listRecent);
    expect(reply).toEqual(isAnswered ? succeed(null) : fail('Only the window of Reachable is answered.'));
    expect(asked).toHaveLength(isAnswered ? 1 : 0);
    expect(notes).toHaveLength(isAnswered ? 0 : 1);
  });
});

const good: Readonly<Record<keyof FileApi, unknown>> = {
  describeHost: undefined,
  openFile: undefined,
  openRecent: { token: TOKEN },
  chooseImport: { what: 'folder' },
  takeStartFile: undefined,
  save: { token: TOKEN, content: 'text', overwrite: true },
  saveAs: { suggestedName: 'plan', content: new Uint8Array([1, 2]) },
  exportFile: { kind: 'png', suggestedName: 'plan', content: new Uint8Array([1]) },
  savePictureBeside: { token: TOKEN, kind: 'png', content: new Uint8Array([1]) },
  printPage: undefined,
  reveal: { token: TOKEN },
  listRecent: undefined,
  clearRecent: undefined,
  readDraft: undefined,
  writeDraft: { text: '{}', name: 'plan', token: null },
  discardDraft: undefined,
  readSettings: undefined,
  writeSettings: { theme: 'dark', panes: { left: 200 } },
  readClipboard: undefined,
  writeClipboard: { text: 'x', png: new Uint8Array([1]) },
  showState: { name: 'plan', edited: true, document: TOKEN, disabledCommands: ['undo'] },
  confirmClose: { close: true },
  openLink: { url: 'https://docs.aws.amazon.com/' },
};
const methods = Object.keys(good) as (keyof FileApi)[];
const call = (method: keyof FileApi, request: unknown): Promise<Reply<unknown>> => (designer()[method] as (request: unknown) => Promise<Reply<unknown>>)(request);

test.each(methods)('a good request to %s arrives as it was sent', async (method) => {
  expect(await call(method, good[method])).toEqual(succeed(null));
  expect(asked).toEqual([{ method, request: good[method] }]);
});

const malformed: readonly unknown[] = [null, 0, 'text', [], { token: 1 }, { what: 'disk' }, { kind: 'exe', suggestedName: '', content: '' }, new Uint8Array(3), new Map()];
test.each(methods)('malformed requests to %s are refused in a sentence and never arrive', async (method) => {
  for (const request of malformed) {
    expect(await call(method, request), JSON.stringify(request)).toMatchObject({ ok: false, problem: { message: expect.stringMatching(/^[^\n]+$/) as string } });
  }
  expect(asked).toEqual([]);
});

test.each<[string, keyof FileApi, unknown]>([
  ['a path instead of a token', 'save', { token: '/etc/passwd', content: '' }],
  ['a path instead of a token', 'openRecent', { token: '../../etc/passwd' }],
  ['a command that does not exist', 'showState', { name: '', edited: false, document: null, disabledCommands: ['constructor'] }],
  ['a list too long for settings', 'writeSettings', { theme: 'dark', panes: Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`p${index}`, 1])) }],
  ['an endless name', 'saveAs', { suggestedName: 'x'.repeat(10_000), content: '' }],
  ['an endless link', 'openLink', { url: `https://docs.aws.amazon.com/${'x'.repeat(10_000)}` }],
])('hostile: %s', async (_name, method, request) => {
  expect((await call(method, request)).ok).toBe(false);
  expect(asked).toEqual([]);
});

test('a fault in a method becomes a problem and a line in the log', async () => {
  resetIpc();
  const broken = { ...recorder(), listRecent: () => Promise.reject(new Error('the disk burns')) };
  serveFiles(broken, openDropped, openIpc({ isTrusted: () => true, note: (sentence) => void notes.push(sentence) }));
  expect(await call('listRecent', undefined)).toEqual(fail('Reachable made a mistake and has no answer; the log says more.'));
  expect(notes.join()).toContain('the disk burns');
});

test('dropped files arrive as paths that the page never saw', async () => {
  const file = { name: 'plan.vpc.json', size: 2, arrayBuffer: () => Promise.resolve(new ArrayBuffer(2)) };
  expect(await designer().openDropped([file])).toMatchObject({ ok: true });
  expect(dropped).toEqual(['/dropped/plan.vpc.json']);
  expect(await designer().openDropped([])).toMatchObject({ ok: false });
  expect(await electron.ipcRenderer.invoke(droppedChannel, [''])).toEqual(fail('What was dropped is no file on this computer; save it first, then open it.'));
});

test('events reach every listener until it stops listening', () => {
  const heard: HostEvent[] = [];
  const stop = designer().onEvent((event) => void heard.push(event));
  const event: HostEvent = { kind: 'command', command: 'save-design' };
  sendEvent(contents as unknown as WebContents, event);
  stop();
  sendEvent(contents as unknown as WebContents, event);
  expect(heard).toEqual([event]);
});
