import type { CoreApi } from '@core/api/core-api.ts';
import type { Reply } from '@core/api/vocabulary.ts';
import type { Io } from './io.ts';
import { refuse } from './refusal.ts';

/** What every command is given beside its options. */
export interface Context {
  readonly io: Io;
  readonly core: CoreApi;
}

/** The value of an answer; a problem ends the command. `file` is named in front when the problem does not name it. */
export function valueOf<Value>(reply: Reply<Value>, file?: string): Value {
  if (reply.ok) return reply.value;
  const { message } = reply.problem;
  return refuse(file === undefined || message.includes(file) ? message : `${file}: ${message}`);
}
