import type { Io } from './io.ts';

/** One line on standard error that says what is being done, while that is a terminal; nothing is left of it. */
export interface Progress {
  show(text: string): Promise<void>;
  clear(): Promise<void>;
}

const CLEAR_LINE = '\r\u001B[K';

export function openProgress({ stderr }: Io): Progress {
  let isShown = false;
  return {
    async show(text) {
      if (!stderr.isTerminal) return;
      isShown = true;
      await stderr.write(`${CLEAR_LINE}${text.slice(0, Math.max((stderr.columns ?? 80) - 1, 1))}`);
    },
    async clear() {
      if (isShown) await stderr.write(CLEAR_LINE);
      isShown = false;
    },
  };
}
