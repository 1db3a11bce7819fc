import type { FieldChange } from '../findings/comparison.ts';
import { resourceSchemas, type Resource, type ResourceKind } from '../model/resources/index.ts';
import { canonicalText } from './canonical-text.ts';
import { pairRows, type KeyedRow } from './compare-rows.ts';
import { describeTexts, describeValue, isObject, writeDocument, type NameOf, type Words } from './describe-value.ts';
import { nameOfField } from './field-names.ts';
import { rowTableOf } from './row-words.ts';

/** Two values of one property, and what each side calls what they name. */
export interface Sides {
  readonly before: unknown;
  readonly after: unknown;
  readonly nameOfBefore: NameOf;
  readonly nameOfAfter: NameOf;
}

type Place = { readonly kind: ResourceKind; readonly field: string; readonly label: string };

/** Properties that hold a document or a person's words, in which nothing is a name of something else. */
const TEXTS: ReadonlySet<string> = new Set(['name', 'note', 'description', 'userData', 'policy', 'tags', 'code']);
const DOCUMENTS: ReadonlySet<string> = new Set(['trustPolicy', 'document', 'data']);

/** What stands where nothing is set, when AWS has a word for it. */
const WITHOUT: Readonly<Record<string, string>> = { 'subnet routeTable': 'the main route table', 'subnet networkAcl': 'the default network ACL' };

/** A name and, where two things of the same name are told apart, the id. */
const withId = (nameOf: NameOf): NameOf => (id) => (nameOf(id) === id ? id : `${nameOf(id)} (${id})`);

/** Words for both sides; with ids, then with all that is written, when they would read the same. */
function tellApart(sides: Sides, describe: (value: unknown, nameOf: NameOf) => Words): readonly [Words, Words] {
  const { before, after, nameOfBefore, nameOfAfter } = sides;
  const plain = [describe(before, nameOfBefore), describe(after, nameOfAfter)] as const;
  if (plain[0] !== plain[1]) return plain;
  const named = [describe(before, withId(nameOfBefore)), describe(after, withId(nameOfAfter))] as const;
  return named[0] !== named[1] ? named : describeTexts(writeDocument(before), writeDocument(after));
}

const isOneOf = ({ before, after }: Sides, test: (value: unknown) => boolean): boolean => test(before) || test(after);

function compareRows(place: Place, sides: Sides): readonly FieldChange[] {
  const table = rowTableOf(place.kind, place.field);
  const describe = (row: unknown, nameOf: NameOf): Words => (row === undefined ? null : (table?.describe(row, nameOf) ?? describeValue(row, nameOf)));
  const valueOf = (row: KeyedRow | undefined): unknown => row?.value;
  const changes = pairRows(sides.before, sides.after, (row) => table?.keyOf(row)).map((pair) => {
    const [before, after] = tellApart({ ...sides, before: valueOf(pair.before), after: valueOf(pair.after) }, describe);
    return { label: place.label, before, after };
  });
  if (changes.length > 0 || isOneOf(sides, Array.isArray) || !isOneOf(sides, (value) => value === undefined)) return changes;
  // Nothing is in the table, yet that is said on one side only: what runs on a machine may be unknown, or known to be nothing.
  const say = (value: unknown): string => (value === undefined ? 'not said' : 'none');
  return [{ label: place.label, before: say(sides.before), after: say(sides.after) }];
}

function compareTags(sides: Sides): readonly FieldChange[] {
  const [before, after] = [isObject(sides.before) ? sides.before : {}, isObject(sides.after) ? sides.after : {}];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => before[key] !== after[key]);
  const word = (value: unknown): Words => (typeof value === 'string' ? value : null);
  return keys.sort().map((key) => {
    const [old, fresh] = describeTexts(word(before[key]), word(after[key]));
    return { label: `Tag ${key}`, before: old, after: fresh };
  });
}

function describeScalar({ kind, field }: Place, value: unknown, nameOf: NameOf): Words {
  if (value === undefined) return WITHOUT[`${kind} ${field}`] ?? null;
  if (DOCUMENTS.has(field)) return writeDocument(value);
  return describeValue(value, TEXTS.has(field) ? (text) => text : nameOf);
}

function compareScalars(place: Place, sides: Sides): readonly FieldChange[] {
  const [before, after] = describeTexts(...tellApart(sides, (value, nameOf) => describeScalar(place, value, nameOf)));
  return [{ label: place.label, before, after }];
}

function compareMembers(place: Place, sides: Sides): readonly FieldChange[] {
  const [before, after] = [isObject(sides.before) ? sides.before : {}, isObject(sides.after) ? sides.after : {}];
  const changes = [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((field) =>
    compareField({ kind: place.kind, field, label: `${place.label} › ${nameOfField(undefined, field)}` }, { ...sides, before: before[field], after: after[field] }),
  );
  return changes.length > 0 || !isOneOf(sides, (value) => value === undefined) ? changes : compareScalars(place, sides);
}

function compareField(place: Place, sides: Sides): readonly FieldChange[] {
  if (canonicalText(sides.before) === canonicalText(sides.after)) return [];
  if (place.field === 'tags') return compareTags(sides);
  if (DOCUMENTS.has(place.field)) return compareScalars(place, sides);
  if (rowTableOf(place.kind, place.field) || isOneOf(sides, Array.isArray)) return compareRows(place, sides);
  return isOneOf(sides, isObject) ? compareMembers(place, sides) : compareScalars(place, sides);
}

const fieldsOfKind = new Map(resourceSchemas.map((schema) => [schema.shape.kind.value, Object.keys(schema.shape)]));

/** The properties both versions of a resource may have: those of the model in its order, then those of other programs. */
function listFields(kind: ResourceKind, ...versions: readonly Resource[]): readonly string[] {
  const known = fieldsOfKind.get(kind) ?? [];
  const others = versions.flatMap((version) => Object.keys(version)).filter((field) => !known.includes(field));
  return [...new Set(['name', ...known, ...others.sort()])].filter((field) => field !== 'kind');
}

/** What is not the same in two versions of one resource, in AWS's words; both are of one kind. */
export function compareFields(before: Resource, after: Resource, names: Pick<Sides, 'nameOfBefore' | 'nameOfAfter'>): readonly FieldChange[] {
  const { kind } = after;
  return listFields(kind, before, after).flatMap((field) => {
    const [old, fresh] = [before as Readonly<Record<string, unknown>>, after as Readonly<Record<string, unknown>>];
    return compareField({ kind, field, label: nameOfField(kind, field) }, { ...names, before: old[field], after: fresh[field] });
  });
}
