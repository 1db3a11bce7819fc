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
export const equivalentMutants: readonly EquivalentMutant[] = [
  { path: 'forwarding/compile-transit-table.ts', text: 'peering: 4', words: '4 becomes 5', because: 'Ranks are only compared, and this is the last of them.' },
  { path: 'tracing/split-parcels.ts', text: 'typeof range[0] !== point', words: '0 becomes 1', because: 'Both ends of an interval are of one type.' },
];
