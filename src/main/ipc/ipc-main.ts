import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { fail, type Reply } from '@core/api/vocabulary.ts';
import { eventChannel } from '@shared/channels.ts';
import type { HostEvent } from '@shared/contract.ts';

/** Whether a message comes from the page of our own window. */
export type SenderCheck = (event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>) => boolean;

export interface IpcOptions {
  readonly isTrusted: SenderCheck;
  /** Writes to the log. */
  readonly note: (sentence: string) => void;
}

/** Answers one channel: nobody but our own page is heard, and a fault becomes a problem. */
export type AnswerChannel = (channel: string, answer: (request: unknown) => Reply<unknown> | Promise<Reply<unknown>>) => void;

const describeFault = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

export function openIpc({ isTrusted, note }: IpcOptions): AnswerChannel {
  return (channel, answer) => {
    ipcMain.handle(channel, async (event, request: unknown) => {
      if (!isTrusted(event)) {
        note(`Refused ${channel} from ${event.senderFrame?.url ?? 'a frame that is gone'}.`);
        return fail('Only the window of Reachable is answered.');
      }
      try {
        return await answer(request);
      } catch (error) {
        note(`${channel}: ${describeFault(error)}`);
        return fail('Reachable made a mistake and has no answer; the log says more.');
      }
    });
  };
}

/** Tells the page what it has not asked for; a page that is gone is told nothing. */
export function sendEvent(contents: WebContents, event: HostEvent): void {
  if (!contents.isDestroyed()) contents.send(eventChannel, event);
}
