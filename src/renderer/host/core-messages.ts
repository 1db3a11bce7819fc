import type { CoreApi } from '@core/api/core-api.ts';
import type { Reply } from '@core/api/vocabulary.ts';

/** One question to the core in its worker. */
export interface CoreRequest {
  readonly id: number;
  readonly method: keyof CoreApi;
  readonly request: unknown;
}

/** Its answer, under the same number. */
export interface CoreAnswer {
  readonly id: number;
  readonly reply: Reply<unknown>;
}
