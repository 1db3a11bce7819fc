import { Worker } from 'node:worker_threads';
import type { Answered, Asked } from './try-faults.ts';

/** A fault may go round in circles or take all memory; both are noticed. */
const MEMORY_MB = 3072;

const open = (file: string, fault: number): Worker => new Worker(file, { env: { ...process.env, REACHABLE_MUTANT: String(fault) }, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB }, stdout: true, stderr: true });

/** What the thread answers within so many milliseconds, or `undefined` where it ends or goes on for longer. */
function answerOf(worker: Worker, asked: Asked, time: number): Promise<Answered | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => end(undefined), time);
    // All listeners at once must not go: Node's own, which start and stop the messages, would go with them.
    function end(answer: Answered | undefined): void {
      clearTimeout(timer);
      worker.off('message', end).off('error', fail).off('exit', fail);
      resolve(answer);
    }
    function fail(): void {
      end(undefined);
    }
    worker.on('message', end).on('error', fail).on('exit', fail);
    worker.postMessage(asked);
  });
}

/** A thread that has read the tests once; one that does not answer is closed, and the next question opens another. */
export function openFaultsThread(file: string): { readonly ask: (asked: Asked, time: number) => Promise<Answered | undefined>; readonly close: () => Promise<unknown> } {
  let worker = open(file, -1);
  return {
    async ask(asked, time) {
      const answer = await answerOf(worker, asked, time);
      if (answer === undefined) {
        await worker.terminate();
        worker = open(file, -1);
      }
      return answer;
    },
    close: () => worker.terminate(),
  };
}

/** Reads the tests anew with a fault on, for one that is come by while they are read: a constant of a file. */
export async function askAnew(file: string, asked: Extract<Asked, { ask: 'try' }>, time: number): Promise<Answered | undefined> {
  const worker = open(file, asked.fault);
  const answer = await answerOf(worker, asked, time);
  await worker.terminate();
  return answer;
}
