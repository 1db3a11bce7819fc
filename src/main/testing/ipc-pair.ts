import type { DesignerHost } from '@shared/contract.ts';

type Handler = (event: FakeEvent, request: unknown) => unknown;
type Listener = (event: unknown, data: unknown) => void;

/** A message's sender as Electron describes it. */
export interface FakeEvent {
  readonly sender: { readonly id: number };
  readonly senderFrame: { readonly url: string; readonly parent: object | null } | null;
}

export const ownWindow = { id: 7 };
const ownEvent: FakeEvent = { sender: ownWindow, senderFrame: { url: 'app://reachable/index.html', parent: null } };

const handlers = new Map<string, Handler>();
const listeners = new Map<string, Set<Listener>>();
const exposed: Record<string, unknown> = {};

const listenersOf = (channel: string): Set<Listener> => {
  const found = listeners.get(channel) ?? new Set<Listener>();
  listeners.set(channel, found);
  return found;
};

/** Both ends of Electron's IPC in one process: what crosses is copied by the structured clone algorithm, as there. */
export const electron = {
  ipcMain: {
    handle(channel: string, handler: Handler): void {
      if (handlers.has(channel)) throw new Error(`${channel} has a handler already.`);
      handlers.set(channel, handler);
    },
  },
  ipcRenderer: {
    async invoke(channel: string, request: unknown): Promise<unknown> {
      const handler = handlers.get(channel);
      if (handler === undefined) throw new Error(`Nobody answers ${channel}.`);
      return structuredClone(await handler(ownEvent, structuredClone(request)));
    },
    on: (channel: string, listener: Listener): void => void listenersOf(channel).add(listener),
    off: (channel: string, listener: Listener): void => void listenersOf(channel).delete(listener),
  },
  contextBridge: {
    exposeInMainWorld(name: string, api: unknown): void {
      exposed[name] = api;
    },
  },
  webUtils: { getPathForFile: (file: { readonly name: string }): string => `/dropped/${file.name}` },
};

/** What the preload has put into the page. */
export const designer = (): DesignerHost => exposed['designer'] as DesignerHost;

/** Asks a channel as anybody: the window's page, a frame in it, another window. */
export const askAs = (event: FakeEvent, channel: string, request?: unknown): unknown => handlers.get(channel)?.(event, request);

/** A page's contents to which the main process sends. */
export const contents = {
  isDestroyed: (): boolean => false,
  send(channel: string, data: unknown): void {
    for (const listener of [...listenersOf(channel)]) listener({}, structuredClone(data));
  },
};

/** Forgets all handlers, for the next test. */
export function resetIpc(): void {
  handlers.clear();
}
