import type { ImportLine } from '../../findings/import-report.ts';
import { quote, shorten } from '../../model/quote.ts';
import { fail, succeed, type Reply } from '../../model/reply.ts';
import type { Reader } from './define-reader.ts';
import { countOf, listNames } from './list-names.ts';
import { contradictions, mergeSourced } from './merge-records.ts';
import { isRecord, textIn, type Answer, type AwsRecord, type Source, type SourcedRecord } from './record.ts';
import type { Snapshot } from './snapshot.ts';
import { isPlaceName, sourceWithin } from './source.ts';
import { keyOfRecord } from './unkeyed-records.ts';

/** A document with its place, as it came. `document` is `undefined` where a call printed nothing. */
export interface SourcedDocument {
  readonly source: Source;
  readonly document: unknown;
}

/** Keys that say there is more than was printed. https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-pagination.html */
const PAGE_KEYS = ['NextToken', 'NextMarker', 'Marker'];
const DEEPEST_FOLDER = 3;

interface Collecting {
  readonly readerOf: ReadonlyMap<string, Reader>;
  readonly readers: readonly Reader[];
  readonly records: Map<string, Map<string, SourcedRecord>>;
  readonly answers: Map<string, Answer[]>;
  /** The keys that say there is more, with what they stand in. */
  readonly pages: Holder[];
  readonly unknown: Map<string, { readonly names: string[]; readonly paths: Set<string>; count: number }>;
  readonly lines: ImportLine[];
}

function keep(collecting: Collecting, reader: Reader, sourced: SourcedRecord): void {
  const { records, lines } = collecting;
  const ofReader = records.get(reader.key) ?? new Map<string, SourcedRecord>();
  records.set(reader.key, ofReader);
  const id = reader.idOf(sourced) ?? `${sourced.source.path}#${ofReader.size}`;
  const earlier = ofReader.get(id);
  if (!earlier) {
    ofReader.set(id, sourced);
    return;
  }
  const keys = contradictions(earlier.record, sourced.record);
  const merged = mergeSourced(earlier, sourced);
  ofReader.set(id, merged);
  if (keys.length === 0) return;
  const sentence = `${shorten(id)} is in ${shorten(earlier.source.path)} and in ${shorten(sourced.source.path)} with different ${listNames(keys)}; ${shorten(merged.source.path)} was used.`;
  lines.push({ type: reader.key, count: 1, outcome: 'skipped', sentence });
}

/** A top-level key with the document it stands in. */
interface Holder {
  readonly key: string;
  readonly document: AwsRecord;
  readonly source: Source;
}

function collectList(collecting: Collecting, reader: Reader, holder: Holder): Reply<undefined> {
  const { key, document, source } = holder;
  const value = document[key];
  const list = reader.isSingle && isRecord(value) ? [value] : value;
  if (!Array.isArray(list)) {
    const form = reader.isSingle ? 'an object { … }' : 'a list [ … ]';
    return fail(`${shorten(source.path)} › ${key}: this must be ${form} as "aws ${reader.call}" prints it, not ${quote(value)}.`, `${source.path} › ${key}`);
  }
  if (!collecting.records.has(reader.key)) collecting.records.set(reader.key, new Map());
  const answers = collecting.answers.get(reader.key) ?? [];
  answers.push({ document, source });
  collecting.answers.set(reader.key, answers);
  list.forEach((item: unknown, index) => {
    if (isRecord(item)) for (const record of reader.unwrap(item, key)) keep(collecting, reader, { record, document, source });
    else if (item !== null) {
      const sentence = `${shorten(source.path)} › ${key} › ${index}: this must be an object { … }, not ${quote(item)}. It was left out.`;
      collecting.lines.push({ type: key, count: 1, outcome: 'skipped', sentence });
    }
  });
  return succeed(undefined);
}

/** A name for a thing of an unknown kind: the first field that is called like an id. */
function nameOf(item: unknown): string | undefined {
  if (typeof item === 'string') return item;
  if (!isRecord(item)) return undefined;
  const key = Object.keys(item).find((name) => /(?:Id|ID|Arn|ARN|Identifier|Name)$/.test(name) && textIn(item, name) !== undefined);
  return key === undefined ? undefined : textIn(item, key);
}

function collectUnknown(collecting: Collecting, { key, source: { path } }: Holder, list: readonly unknown[]): void {
  const found = collecting.unknown.get(key) ?? { names: [], paths: new Set<string>(), count: 0 };
  collecting.unknown.set(key, found);
  found.count += list.length;
  found.paths.add(path);
  for (const item of list) found.names.push(nameOf(item) ?? 'one without an id');
}

/** What SDKs print beside the answer. */
const SIDE_KEYS = ['ResponseMetadata'];

/** Whether an object under a key is a document of its own: by call, or by account, Region and call. */
const holdsDocuments = (key: string, value: unknown, collecting: Collecting): value is AwsRecord =>
  isRecord(value) && Object.entries(value).some(([inner, held]) => collecting.readerOf.has(inner) || ((isPlaceName(key) || isPlaceName(inner)) && holdsDocuments(inner, held, collecting)));

/** An answer under the name of its own list, as in `{ "Vpcs": { "Vpcs": […] } }`. */
const isWholeAnswer = (value: unknown, reader: Reader): boolean => isRecord(value) && [reader.key, ...reader.otherKeys].some((key) => Array.isArray(value[key]) || (reader.isSingle && isRecord(value[key])));

/** Keys of calls for one thing at a time, whose answers programs gather in one list with the thing's id beside each. */
const KEYS_OF_ONE = ['Listeners', 'TargetHealthDescriptions', 'Attributes', 'Rules', 'Entries', 'LoadBalancerAttributes'];
const ID = /(?:Arn|Id|Name)$/;

/** Whether an element of a list is an answer for one thing: its list, and beside it ids alone. */
const isWrapped = (item: unknown): item is AwsRecord =>
  isRecord(item) && KEYS_OF_ONE.some((key) => key in item) && Object.keys(item).every((key) => KEYS_OF_ONE.includes(key) || SIDE_KEYS.includes(key) || (ID.test(key) && typeof item[key] === 'string'));

const isWrappedList = (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.every(isWrapped);

function collectWrapped(collecting: Collecting, holder: Holder, { list, depth }: { readonly list: readonly unknown[]; readonly depth: number }): Reply<undefined> {
  const others = list.filter((item) => !isWrapped(item));
  if (others.length > 0 || list.length === 0) collectUnknown(collecting, holder, others);
  return forEachOf(list.filter(isWrapped), (document) => collectDocument(collecting, { document, source: holder.source }, depth + 1));
}

const goesOn = ({ document }: Answer): boolean => PAGE_KEYS.some((key) => textIn(document, key) !== undefined);

/** Whether the last page of an answer is there too: one of the same list, in the same folder, after which nothing comes. */
function isContinued({ answers }: Collecting, { document, source }: Holder): boolean {
  const lists = [...answers.values()].filter((pages) => pages.some((page) => page.document === document));
  return lists.length > 0 && lists.every((pages) => pages.some((page) => page.source.folder === source.folder && !goesOn(page)));
}

/** The readers of which a page says there is more, and no other has it. */
function findCut(collecting: Collecting): ReadonlySet<string> {
  const open = collecting.pages.filter((page) => !isContinued(collecting, page));
  return new Set(open.flatMap(({ document }) => [...collecting.answers].flatMap(([key, pages]) => (pages.some((page) => page.document === document) ? [key] : []))));
}

function describePages(collecting: Collecting): readonly ImportLine[] {
  return collecting.pages
    .filter((page) => !isContinued(collecting, page))
    .map(({ key, source }) => {
      const sentence = `${shorten(source.path)} ends with a ${key}: AWS has more to list; run the call without --max-items and import again.`;
      return { type: key, count: 1, outcome: 'skipped', sentence };
    });
}

function collectKey(collecting: Collecting, holder: Holder, depth: number): Reply<undefined> {
  const { key, document } = holder;
  const value = document[key];
  const reader = collecting.readerOf.get(key);
  if (reader && !isWrappedList(value) && !isWholeAnswer(value, reader)) return collectList(collecting, reader, holder);
  if (PAGE_KEYS.includes(key) && textIn(document, key) !== undefined) collecting.pages.push(holder);
  else if (Array.isArray(value)) return collectWrapped(collecting, holder, { list: value, depth });
  else if (isRecord(value)) return collectInner(collecting, { ...holder, document: value }, depth);
  return succeed(undefined);
}

/** An object under a key that nothing reads: a document of its own, or a thing that is not read. */
function collectInner(collecting: Collecting, { key, document: value, source }: Holder, depth: number): Reply<undefined> {
  if (depth < DEEPEST_FOLDER && holdsDocuments(key, value, collecting)) {
    return collectDocument(collecting, { document: value, source: sourceWithin(source, key) }, depth + 1);
  }
  if (!SIDE_KEYS.includes(key)) collectUnknown(collecting, { key, document: value, source }, [value]);
  return succeed(undefined);
}

const NOTHING_READ = { type: 'other file', what: 'holds none of the lists that "aws … describe-…" prints under a top-level key; it was left out.', count: 1 };

function noteFile(collecting: Collecting, { path }: Source, { type, what, count = 0 }: { readonly type: string; readonly what: string; readonly count?: number }): Reply<undefined> {
  collecting.lines.push({ type, count, outcome: 'skipped', sentence: `${shorten(path)} ${what}` });
  return succeed(undefined);
}

function collectObject(collecting: Collecting, document: AwsRecord, { source, depth }: { readonly source: Source; readonly depth: number }): Reply<undefined> {
  const whole = collecting.readers.find((reader) => reader.isDocument(document));
  if (whole) {
    keep(collecting, whole, { record: document, document, source });
    return succeed(undefined);
  }
  const key = keyOfRecord(document);
  const unkeyed = key === undefined ? undefined : collecting.readerOf.get(key);
  if (key !== undefined && unkeyed) return collectList(collecting, unkeyed, { key, document: { [key]: [document] }, source });
  const keys = Object.keys(document);
  const holdsSomething = keys.some((key) => typeof document[key] === 'object' && document[key] !== null);
  if (!holdsSomething) return noteFile(collecting, source, NOTHING_READ);
  return forEachOf(keys, (key) => collectKey(collecting, { key, document, source }, depth));
}

/** Does the same with each, up to the first that fails. */
function forEachOf<Item>(items: readonly Item[], collect: (item: Item) => Reply<undefined>): Reply<undefined> {
  for (const item of items) {
    const reply = collect(item);
    if (!reply.ok) return reply;
  }
  return succeed(undefined);
}

function collectDocument(collecting: Collecting, { document, source }: SourcedDocument, depth = 0): Reply<undefined> {
  if (document === undefined) return noteFile(collecting, source, { type: 'empty file', what: 'is empty: the call printed nothing.' });
  if (isRecord(document)) return collectObject(collecting, document, { source, depth });
  const parts = depth === 0 && Array.isArray(document) ? document.flat() : [];
  if (parts.length > 0 && parts.every(isRecord)) {
    return forEachOf(parts, (part) => collectDocument(collecting, { document: part, source }, 1));
  }
  return noteFile(collecting, source, NOTHING_READ);
}

function describeUnknown(collecting: Collecting): readonly ImportLine[] {
  return [...collecting.unknown].map(([key, { names, paths, count }]) => {
    const where = `in ${listNames([...paths])}`;
    const sentence =
      count === 0
        ? `"${shorten(key)}" ${where} is empty, and Reachable does not read it.`
        : `"${shorten(key)}" ${where} is not read by Reachable; ${countOf(count, { one: 'entry was', many: 'entries were' })} left out: ${listNames(names)}.`;
    return { type: shorten(key), count, outcome: 'skipped', sentence };
  });
}

/** Sorts what the documents hold by the readers' top-level keys, whatever the files are called, and merges what is there twice. */
export function collectRecords(documents: readonly SourcedDocument[], readers: readonly Reader[]): Reply<Snapshot> {
  const readerOf = new Map(readers.flatMap((reader) => [reader.key, ...reader.otherKeys].map((key): [string, Reader] => [key, reader])));
  const collecting: Collecting = { readerOf, readers, records: new Map(), answers: new Map(), pages: [], unknown: new Map(), lines: [] };
  for (const document of documents) {
    const reply = collectDocument(collecting, document);
    if (!reply.ok) return reply;
  }
  const records = new Map([...collecting.records].map(([key, ofReader]) => [key, [...ofReader.values()]]));
  return succeed({ records, cut: findCut(collecting), answers: collecting.answers, lines: [...collecting.lines, ...describePages(collecting), ...describeUnknown(collecting)] });
}
