/** One step from a version of the file format to the next; one file each, named `NNNN-what.ts`. */
export interface Migration {
  readonly from: number;
  readonly to: number;
  /** Takes a document of version `from` (an object that is not checked further) and returns one of version `to`. */
  readonly up: (document: Readonly<Record<string, unknown>>) => Record<string, unknown>;
}

/** In order; version 1 is the first, so there is nothing to migrate yet. */
export const migrations: readonly Migration[] = [];
