import { fail, succeed } from '@core/api/vocabulary.ts';
import { emptyDesign } from '@core/model/design.ts';
import { expect, test } from 'vitest';
import { compareInWorker, type Compare } from './compare-in-worker.ts';
import type { CoreAnswer, CoreRequest } from './core-messages.ts';
import type { CorePort } from './core-pipe.ts';

const request = { before: emptyDesign('a'), after: emptyDesign('b') };
const ofWorker = fail('answered by the worker');
const ofHost = fail('answered by the host');

let asked = 0;
const host = {
  compare: ((): ReturnType<Compare> => {
    asked += 1;
    return Promise.resolve(ofHost);
  }) satisfies Compare,
};

/** A worker that answers, or ends at its first question. */
function port(answers: boolean): CorePort {
  const listeners: { message?: (event: { readonly data: CoreAnswer }) => void; error?: () => void } = {};
  return {
    addEventListener: (type: string, listener: (event: never) => void) => void Reflect.set(listeners, type, listener),
    postMessage: ({ id }: CoreRequest) => queueMicrotask(() => (answers ? listeners.message?.({ data: { id, reply: ofWorker } }) : listeners.error?.())),
    terminate: () => undefined,
  };
}

test('the worker answers, and the host is not asked', async () => {
  asked = 0;
  expect(await compareInWorker(host, () => port(true))(request)).toEqual(ofWorker);
  expect(asked).toBe(0);
});

test('where the worker does not run, the host answers, at once from then on', async () => {
  asked = 0;
  let starts = 0;
  const compare = compareInWorker(host, () => {
    starts += 1;
    return port(false);
  });
  expect([await compare(request), await compare(request)]).toEqual([ofHost, ofHost]);
  expect([asked, starts]).toEqual([2, 1]);
});

test('nothing is started before something is compared', () => {
  compareInWorker({ compare: () => Promise.resolve(succeed({} as never)) }, () => {
    throw new Error('started');
  });
});
