import type { z } from 'zod';
import { describeIssue } from '../../model/describe-issue.ts';
import type { Draft } from './draft.ts';
import { withoutNulls } from './record-fields.ts';
import type { AwsRecord, SourcedRecord } from './record.ts';

/** Counted in sentences: `1 route table`, `4 route tables`. */
export interface Nouns {
  readonly one: string;
  readonly many: string;
}

/** A record whose fields were checked. */
export interface Entry<Fields> extends SourcedRecord {
  /** AWS's id of the record. */
  readonly id: string;
  readonly fields: Fields;
}

/** What reads the records of one top-level key. */
export interface Reader {
  /** AWS's top-level key: `RouteTables`. */
  readonly key: string;
  /** The words after `aws` of the call that prints it: `ec2 describe-route-tables`. */
  readonly call: string;
  readonly nouns: Nouns;
  /** Whether the drawing and the verdicts understand it; else it is kept whole as `unmodelled`. */
  readonly isModelled: boolean;
  /** Other top-level keys that hold the same records. */
  readonly otherKeys: readonly string[];
  /** The one object that stands where other calls print a list. */
  readonly isSingle: boolean;
  /** Whether a document is one such record, without any top-level key (`describe-vpc-attribute`). */
  readonly isDocument: (document: AwsRecord) => boolean;
  /** The records inside one element of the list, where they lie deeper (`Reservations`). */
  readonly unwrap: (record: AwsRecord, key: string) => readonly AwsRecord[];
  /** AWS's id; records with the same one are the same thing, seen twice. */
  readonly idOf: (sourced: SourcedRecord) => string | undefined;
  /** Puts everything it understands into the draft. */
  readonly readAll: (draft: Draft) => void;
}

export interface TypedReader<Fields> extends Reader {
  /** The records whose fields are as they should be; the others are noted as skipped, once. */
  readonly entries: (draft: Draft) => readonly Entry<Fields>[];
}

type Required = 'key' | 'call' | 'nouns' | 'idOf';
export interface ReaderDefinition<Fields> extends Pick<Reader, Required>, Partial<Omit<Reader, Required | 'readAll'>> {
  readonly fields: z.ZodType<Fields>;
  readonly read: (entry: Entry<Fields>, draft: Draft) => void;
}

function checkFields<Fields>(definition: ReaderDefinition<Fields>, sourced: SourcedRecord, draft: Draft): Entry<Fields> | undefined {
  const id = definition.idOf(sourced) ?? '';
  const plain = withoutNulls(sourced.record);
  const parsed = definition.fields.safeParse(plain);
  if (parsed.success) return { ...sourced, id, fields: parsed.data };
  const issue = parsed.error.issues[0];
  const place = [definition.key, id === '' ? sourced.source.path : id];
  const sentence = issue ? describeIssue(issue, plain, place).message : `${place.join(' › ')}: this could not be read.`;
  draft.leaveOut(id);
  draft.note({ type: definition.key, count: 1, outcome: 'skipped', sentence: `${sentence} It was left out.` });
  return undefined;
}

/** Makes a reader of what is special about it. */
export function defineReader<Fields>(definition: ReaderDefinition<Fields>): TypedReader<Fields> {
  const known = new WeakMap<Draft, readonly Entry<Fields>[]>();
  const entries = (draft: Draft): readonly Entry<Fields>[] => {
    const earlier = known.get(draft);
    if (earlier) return earlier;
    const found = draft.recordsOf(definition.key).flatMap((sourced) => checkFields(definition, sourced, draft) ?? []);
    known.set(draft, found);
    return found;
  };
  return {
    isModelled: true,
    otherKeys: [],
    isSingle: false,
    isDocument: () => false,
    unwrap: (record) => [record],
    ...definition,
    entries,
    readAll: (draft) => {
      for (const entry of entries(draft)) definition.read(entry, draft);
    },
  };
}
