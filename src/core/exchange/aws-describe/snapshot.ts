import type { ImportLine } from '../../findings/import-report.ts';
import type { Answer, SourcedRecord } from './record.ts';

/** What the files held, sorted by what reads it and merged, before anything is made of it. */
export interface Snapshot {
  /** By the key of the reader; a key that no file had is not there, one with an empty list is. */
  readonly records: ReadonlyMap<string, readonly SourcedRecord[]>;
  /** The answers that held a key, with an empty list too, by the key of the reader. */
  readonly answers: ReadonlyMap<string, readonly Answer[]>;
  /** The keys of the readers whose last page is in no file. */
  readonly cut: ReadonlySet<string>;
  /** What could not be sorted: unknown keys, elements that are no objects, further pages. */
  readonly lines: readonly ImportLine[];
}
