import { fail, type Reply } from '@core/api/vocabulary.ts';
import { channelOf, droppedChannel } from '@shared/channels.ts';
import type { FileApi, OpenedFiles } from '@shared/contract.ts';
import { droppedPathsSchema, fileRequestSchemas, parseFileRequest } from './file-requests.ts';
import type { AnswerChannel } from './ipc-main.ts';

/** The contract's other half on its channels: each request is parsed before it is answered. */
export function serveFiles(files: FileApi, openDropped: (paths: readonly string[]) => Promise<Reply<OpenedFiles>>, answerChannel: AnswerChannel): void {
  const methods: Readonly<Record<keyof FileApi, (request: never) => Promise<Reply<unknown>>>> = files;
  for (const method of Object.keys(fileRequestSchemas) as (keyof FileApi)[]) {
    answerChannel(channelOf[method], (request) => {
      const parsed = parseFileRequest<unknown>(fileRequestSchemas[method], request);
      return parsed.ok ? methods[method](parsed.value as never) : parsed;
    });
  }
  answerChannel(droppedChannel, (request) => {
    const parsed = parseFileRequest(droppedPathsSchema, request);
    return parsed.ok ? openDropped(parsed.value) : fail('What was dropped is no file on this computer; save it first, then open it.');
  });
}
