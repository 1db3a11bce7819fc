/** A fault that no test can notice, because the program does the same with it. */
export interface EquivalentMutant {
  /** The end of the file's path. */
  readonly path: string;
  /** A part of the line it is in. */
  readonly text: string;
  readonly words: string;
  readonly because: string;
}

/** Faults that were looked at one by one and change nothing that can be seen. */
export const equivalentMutants: readonly EquivalentMutant[] = [];
