import type { ExposureRow } from '@core/findings/exposure.ts';
import { askLatest } from './ask-latest.ts';
import type { SliceContext } from './slice-context.ts';

export interface ExposureState {
  /** What arrives where from the internet; `null` before the first answer. */
  readonly rows: readonly ExposureRow[] | null;
  readonly revision: number;
  readonly problem: string | null;
}

export const initialExposure: ExposureState = { rows: null, revision: 0, problem: null };

/** Keeps the exposure list in step with the design; the answer is the function that asks. */
export function followExposure({ get, set, host }: SliceContext): () => void {
  return askLatest<readonly ExposureRow[]>({
    put: () => {
      const { design, revision } = get();
      return { revision, answer: host.exposure({ design }) };
    },
    receive: (reply, revision) => {
      if (revision < get().exposure.revision) return;
      set({ exposure: reply.ok ? { rows: reply.value, revision, problem: null } : { rows: null, revision, problem: reply.problem.message } });
    },
  });
}

/** How many resources are reached from the internet. */
export const countReached = ({ rows }: ExposureState): number => new Set(rows?.map(({ resource }) => resource)).size;
