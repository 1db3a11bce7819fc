import type { Reply } from '@core/model/reply.ts';

/** One kind of question to the host that follows the design. */
export interface LatestQuestion<Value> {
  /** Puts the question for the state as it is when it is sent; `undefined` when there is nothing to ask. */
  readonly put: () => { readonly revision: number; readonly answer: Promise<Reply<Value>> } | undefined;
  readonly receive: (reply: Reply<Value>, revision: number) => void;
}

/**
 * Asks at once, and never twice at a time: changes within one task are asked once, and changes while an answer is awaited
 * are asked when it is there. So a verdict is as fresh as the host is fast, and no queue builds up while dragging.
 */
export function askLatest<Value>({ put, receive }: LatestQuestion<Value>): () => void {
  let state: 'idle' | 'scheduled' | 'asking' | 'stale' = 'idle';

  const send = async (): Promise<void> => {
    const sent = put();
    if (!sent) {
      state = 'idle';
      return;
    }
    state = 'asking';
    receive(await answerOf(sent.answer), sent.revision);
    const isStale = (state as string) === 'stale';
    state = 'idle';
    if (isStale) schedule();
  };

  const schedule = (): void => {
    if (state === 'asking') state = 'stale';
    if (state !== 'idle') return;
    state = 'scheduled';
    queueMicrotask(() => void send());
  };
  return schedule;
}

/** A pipe that breaks is a problem as any other: the person reads one sentence. */
async function answerOf<Value>(answer: Promise<Reply<Value>>): Promise<Reply<Value>> {
  try {
    return await answer;
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'it did not answer';
    return { ok: false, problem: { message: `The check did not finish: ${reason}` } };
  }
}
