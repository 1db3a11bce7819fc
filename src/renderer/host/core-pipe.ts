import type { CoreApi } from '@core/api/core-api.ts';
import { fail, type Problem, type Reply } from '@core/api/vocabulary.ts';
import type { Promised } from '@shared/contract.ts';
import type { CoreAnswer, CoreRequest } from './core-messages.ts';

/** The page's end of the pipe: a worker, or a port in a test. */
export interface CorePort {
  addEventListener(type: 'message', listener: (event: { readonly data: CoreAnswer }) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: () => void): void;
  postMessage(request: CoreRequest): void;
  terminate(): void;
}

export interface CorePipeOptions {
  readonly start: () => CorePort;
  /** The core has stopped; it starts again with the next question. */
  readonly onStopped: (problem: Problem) => void;
}

type Settle = (reply: Reply<unknown>) => void;

const STOPPED: Problem = { message: 'The check stopped unexpectedly and was started again; the design is unchanged.' };

/** Sends each question with a number and settles it when the answer with that number comes, in whatever order. */
export function openCorePipe({ start, onStopped }: CorePipeOptions): (method: keyof CoreApi, request?: unknown) => Promise<Reply<unknown>> {
  const waiting = new Map<number, Settle>();
  let port: CorePort | undefined;
  let count = 0;

  const stop = (stopped: CorePort): void => {
    // A worker that was ended may still tell of its end.
    if (port !== stopped) return;
    stopped.terminate();
    port = undefined;
    const unanswered = [...waiting.values()];
    waiting.clear();
    for (const settle of unanswered) settle({ ok: false, problem: STOPPED });
    onStopped(STOPPED);
  };
  const open = (): CorePort => {
    const opened = start();
    opened.addEventListener('message', ({ data }) => {
      waiting.get(data.id)?.(data.reply);
      waiting.delete(data.id);
    });
    opened.addEventListener('error', () => stop(opened));
    opened.addEventListener('messageerror', () => stop(opened));
    return opened;
  };
  return (method, request) =>
    new Promise((resolve) => {
      port ??= open();
      count += 1;
      waiting.set(count, resolve);
      try {
        // Copied, not handed over: the page may still show the bytes it asks about.
        port.postMessage({ id: count, method, request });
      } catch {
        waiting.delete(count);
        resolve(fail('This request cannot be sent to the core: it holds more than plain data.'));
      }
    });
}

/** The core's interface over such a pipe. */
export function createCoreClient(ask: ReturnType<typeof openCorePipe>): Promised<CoreApi> {
  const method = <Method extends keyof CoreApi>(name: Method): Promised<CoreApi>[Method] =>
    ((request?: unknown) => ask(name, request)) as unknown as Promised<CoreApi>[Method];
  return {
    check: method('check'),
    diagnose: method('diagnose'),
    groupTraffic: method('groupTraffic'),
    exposure: method('exposure'),
    previewFix: method('previewFix'),
    compare: method('compare'),
    arrange: method('arrange'),
    readFiles: method('readFiles'),
    mergeImport: method('mergeImport'),
    writeCloudFormation: method('writeCloudFormation'),
    writeDesign: method('writeDesign'),
    drawPicture: method('drawPicture'),
    embedDesign: method('embedDesign'),
    readSockets: method('readSockets'),
    ephemeralMatrix: method('ephemeralMatrix'),
    readScript: method('readScript'),
    listRules: method('listRules'),
    listSteps: method('listSteps'),
    listTemplates: method('listTemplates'),
    openTemplate: method('openTemplate'),
  };
}
