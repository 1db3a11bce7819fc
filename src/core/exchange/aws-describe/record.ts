/** One thing as AWS printed it (an element of `Vpcs`, an instance of a reservation), unchecked. */
export type AwsRecord = Readonly<Record<string, unknown>>;

/** Where a record was read: the file, and what its path says about Region and account. */
export interface Source {
  readonly path: string;
  /** The folder of the file, without the last `/`; empty at the top. */
  readonly folder: string;
  readonly account?: string | undefined;
  readonly region?: string | undefined;
}

/** What one call printed: the object that held a list, and where. Single results keep their parent's id beside the list. */
export interface Answer {
  readonly document: AwsRecord;
  readonly source: Source;
}

/** A record with its place; the same id in several files is one of these. */
export interface SourcedRecord extends Answer {
  readonly record: AwsRecord;
}

export const isRecord = (value: unknown): value is AwsRecord => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A field that should be text and is not empty. */
export function textIn(record: AwsRecord, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = record[key];
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}

/** The texts of a list field; anything else in it is passed over. */
export function textsIn(record: AwsRecord, key: string): readonly string[] {
  const value = record[key];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string' && item !== '') : [];
}

/** The objects of a list field; anything else in it is passed over. */
export function recordsIn(record: AwsRecord, key: string): readonly AwsRecord[] {
  const value = record[key];
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** An object field, or an empty object. */
export function recordIn(record: AwsRecord, key: string): AwsRecord {
  const value = record[key];
  return isRecord(value) ? value : {};
}
