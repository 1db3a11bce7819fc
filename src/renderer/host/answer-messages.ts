import type { CoreApi } from '@core/api/core-api.ts';
import { fail, type Reply } from '@core/api/vocabulary.ts';
import type { CoreAnswer, CoreRequest } from './core-messages.ts';

/** The end of a pipe inside the worker: the worker itself, or a port in a test. */
export interface AnsweringPort {
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  postMessage(answer: CoreAnswer, transfer: ArrayBuffer[]): void;
}

function isRequest(data: unknown): data is CoreRequest {
  return typeof data === 'object' && data !== null && 'id' in data && typeof data.id === 'number' && 'method' in data;
}

/** Bytes that the core has just made go over without being copied; nobody here needs them any more. */
function transferable(reply: Reply<unknown>): ArrayBuffer[] {
  if (!reply.ok || !(reply.value instanceof Uint8Array)) return [];
  const { buffer } = reply.value;
  return buffer instanceof ArrayBuffer ? [buffer] : [];
}

/** Answers every message with the core's reply. The core parses the request itself. */
export function answerMessages(port: AnsweringPort, core: CoreApi): void {
  const methods: Readonly<Record<string, (request: never) => Reply<unknown>>> = { ...core };
  port.addEventListener('message', ({ data }) => {
    if (!isRequest(data)) return;
    const method = Object.hasOwn(methods, data.method) ? methods[data.method] : undefined;
    const reply = method === undefined ? fail('The core has no such method.') : method(data.request as never);
    port.postMessage({ id: data.id, reply }, transferable(reply));
  });
}
