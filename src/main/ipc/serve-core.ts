import type { CoreApi } from '@core/api/core-api.ts';
import type { Reply } from '@core/api/vocabulary.ts';
import { channelOf } from '@shared/channels.ts';
import type { AnswerChannel } from './ipc-main.ts';

/** The contract's core half on its channels. Requests are parsed in the core, once for every host. */
export function serveCore(core: CoreApi, answerChannel: AnswerChannel): void {
  const methods: Readonly<Record<keyof CoreApi, (request: never) => Reply<unknown>>> = core;
  for (const method of Object.keys(core) as (keyof CoreApi)[]) {
    answerChannel(channelOf[method], (request) => methods[method](request as never));
  }
}
