import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { CoreApi } from '@core/api/core-api.ts';
import { createCoreApi } from '@core/api/create-core-api.ts';
import { requestSchemas } from '@core/api/requests.ts';
import type { Design, Reply } from '@core/api/vocabulary.ts';
import { answerMessages, type AnsweringPort } from '../../renderer/host/answer-messages.ts';
import { createCoreClient, openCorePipe, type CorePort } from '../../renderer/host/core-pipe.ts';
import { designer } from '../testing/ipc-pair.ts';

vi.mock('electron', async () => (await import('../testing/ipc-pair.ts')).electron);
const { openIpc } = await import('./ipc-main.ts');
const { serveCore } = await import('./serve-core.ts');
await import('../../preload/preload.ts');

type Ask = (method: keyof CoreApi, request: unknown) => Promise<Reply<unknown>>;
type AnyMethods = Readonly<Record<keyof CoreApi, (request: unknown) => Reply<unknown> | Promise<Reply<unknown>>>>;

const core = createCoreApi();
const { port1, port2 } = new MessageChannel();

/** A port of Node as the worker's two ends see theirs in a browser. */
const portOf = (port: MessagePort): AnsweringPort & CorePort => ({
  addEventListener: (type: string, listener: (event: never) => void) => void port.on(type, (data: unknown) => listener({ data } as never)),
  postMessage: (message: unknown, transfer: readonly ArrayBuffer[] = []) => port.postMessage(message, transfer),
  terminate: () => port.close(),
});

beforeAll(() => {
  serveCore(core, openIpc({ isTrusted: () => true, note: () => undefined }));
  answerMessages(portOf(port2), createCoreApi());
});
afterAll(() => port1.close());

const worker = createCoreClient(openCorePipe({ start: () => portOf(port1), onStopped: () => undefined }));
const through = (methods: unknown): Ask => (method, request) => Promise.resolve((methods as AnyMethods)[method](request));
const transports: Readonly<Record<string, Ask>> = {
  'in process': through(core),
  'over IPC': (method, request) => through(designer())(method, request),
  'in a worker': through(worker),
};

function valueOf<Value>(reply: Reply<Value>): Value {
  if (!reply.ok) throw new Error(reply.problem.message);
  return reply.value;
}

const design: Design = valueOf(core.openTemplate({ id: 'employee-directory' }));
const someAcl = Object.entries(design.resources).find(([, { kind }]) => kind === 'network-acl')?.[0] ?? '';
const instance = Object.entries(design.resources).find(([, resource]) => resource.kind === 'instance')?.[0] ?? '';
const question = { from: 'internet', to: instance, protocol: 'tcp' as const, port: 80 };
const text = valueOf(core.writeDesign({ design }));
/** The smallest PNG there is: one transparent pixel. */
const png = new Uint8Array(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64'));
const bomb = JSON.parse('{"version":1,"name":"x","resources":{"__proto__":{"kind":"internet","name":"x"}},"layout":{}}') as Design;
const nested = JSON.parse(`${'{"a":'.repeat(800)}1${'}'.repeat(800)}`) as unknown;

interface Scenarios {
  readonly good: unknown;
  readonly malformed: unknown;
  readonly hostile: unknown;
}

const scenarios: Readonly<Record<keyof CoreApi, Scenarios>> = {
  check: { good: { design }, malformed: { design: { version: 1 } }, hostile: { design: bomb } },
  diagnose: {
    good: { design, question, symptom: 'timeout' },
    malformed: { design, question: { ...question, port: 70_000 } },
    hostile: { design, question: { from: '__proto__', to: 'constructor' } },
  },
  groupTraffic: { good: { design }, malformed: {}, hostile: { design: bomb } },
  exposure: { good: { design }, malformed: { design, from: 3 }, hostile: { design, from: 'x'.repeat(100_000) } },
  previewFix: {
    good: { design, patch: [{ op: 'replace', path: '/name', value: 'other' }] },
    malformed: { design, patch: [{ op: 'move', path: '/name' }] },
    hostile: { design, patch: [{ op: 'add', path: '/resources/__proto__', value: { polluted: true } }] },
  },
  compare: { good: { before: design, after: design }, malformed: { before: design }, hostile: { before: design, after: bomb } },
  arrange: { good: { design }, malformed: {}, hostile: { design: nested } },
  readFiles: {
    good: { files: [{ path: 'plan.vpc.json', content: text }] },
    malformed: { files: [{ path: 'plan.vpc.json' }] },
    hostile: { files: [{ path: '../../etc/passwd', content: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff, 0xff, 0xff, 0xff]) }] },
  },
  mergeImport: { good: { design, imported: design }, malformed: { design }, hostile: { design, imported: nested } },
  writeCloudFormation: { good: { design }, malformed: undefined, hostile: { design: { ...design, resources: nested } } },
  writeDesign: { good: { design }, malformed: null, hostile: { design: { ...design, version: 99 } } },
  drawPicture: {
    good: { design, options: { theme: 'dark', transparent: true, only: [], question } },
    malformed: { design, options: { theme: 'pink' } },
    hostile: { design: { ...design, name: '<script>alert(1)</script>' }, options: { theme: 'light', transparent: false, only: ['<svg onload=x>'], question: null } },
  },
  embedDesign: { good: { design, png }, malformed: { design, png: [1, 2, 3] }, hostile: { design, png: new Uint8Array(100_000) } },
  readSockets: { good: { text: 'LISTEN 0 511 0.0.0.0:80 0.0.0.0:*' }, malformed: { text: 80 }, hostile: { text: 'LISTEN '.repeat(50_000) } },
  ephemeralMatrix: { good: { design, networkAcl: someAcl }, malformed: { design, networkAcl: 'i-1' }, hostile: { design, networkAcl: '__proto__' } },
  readScript: { good: { design, instance }, malformed: { design, instance: 3 }, hostile: { design, instance: '__proto__' } },
  listRules: { good: undefined, malformed: 'all', hostile: { length: -1 } },
  listSteps: { good: undefined, malformed: [], hostile: nested },
  listTemplates: { good: undefined, malformed: 0, hostile: { then: 1 } },
  openTemplate: {
    good: { id: 'blank-vpc', options: { region: 'eu-central-1', cidr: '10.0.0.0/16', zones: 2, publicSubnetsPerZone: 1, privateSubnetsPerZone: 1, natGateways: 'one' } },
    malformed: { id: '' },
    hostile: { id: '__proto__', options: { region: 'x', cidr: '0.0.0.0/0', zones: 1e9, publicSubnetsPerZone: 1, privateSubnetsPerZone: 1, natGateways: 'one' } },
  },
};

/** Bytes compare by what they hold: a Buffer and a Uint8Array may carry the same. */
const plain = (reply: Reply<unknown>): unknown => (reply.ok && reply.value instanceof Uint8Array ? { ...reply, value: [...reply.value] } : reply);

const methods = Object.keys(requestSchemas) as (keyof CoreApi)[];

describe.each(methods)('%s', (method) => {
  test.each(['good', 'malformed', 'hostile'] as const)('a %s request has the same answer everywhere', async (kind) => {
    const request = scenarios[method][kind];
    const answers = await Promise.all(Object.values(transports).map(async (ask) => plain(await ask(method, request))));
    const [first, ...others] = answers;
    for (const other of others) expect(other).toEqual(first);
    if (kind === 'good') expect(first).toMatchObject({ ok: true });
    if (kind === 'malformed') expect(first).toMatchObject({ ok: false, problem: { message: expect.stringMatching(/^[^\n]+$/) as string } });
  });
});

test('a hostile design leaves no trace on objects', () => {
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

describe('the pipe to a worker', () => {
  /** A worker that dies on its first question and lives on its second start. */
  function startDying(): { readonly start: () => CorePort; readonly starts: () => number } {
    let starts = 0;
    return {
      starts: () => starts,
      start: () => {
        starts += 1;
        const listeners: Record<string, ((event: never) => void)[]> = {};
        const dies = starts === 1;
        return {
          addEventListener: (type: string, listener: (event: never) => void) => void (listeners[type] ??= []).push(listener),
          postMessage(request) {
            const answer = { data: { id: request.id, reply: { ok: true, value: request.method } } };
            setTimeout(() => listeners[dies ? 'error' : 'message']?.forEach((listener) => listener(answer as never)), 0);
          },
          terminate: () => undefined,
        };
      },
    };
  }

  test('a worker that dies is told about and started again', async () => {
    const { start, starts } = startDying();
    const told: string[] = [];
    const client = createCoreClient(openCorePipe({ start, onStopped: (problem) => void told.push(problem.message) }));
    const first = await Promise.all([client.listRules(), client.listSteps()]);
    expect(first.map((reply) => reply.ok)).toEqual([false, false]);
    expect(told).toEqual(['The check stopped unexpectedly and was started again; the design is unchanged.']);
    expect(await client.listSteps()).toEqual({ ok: true, value: 'listSteps' });
    expect(starts()).toBe(2);
  });

  test('what cannot be copied is refused at once', async () => {
    const ask = openCorePipe({ start: () => portOf(new MessageChannel().port1), onStopped: () => undefined });
    expect(await ask('check', { design: () => undefined })).toMatchObject({ ok: false });
  });
});
