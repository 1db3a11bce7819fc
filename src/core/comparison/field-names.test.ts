import { expect, test } from 'vitest';
import { rowIdSchema } from '../model/ids.ts';
import { resourceSchemas } from '../model/resources/index.ts';
import { isNamedField, nameOfField } from './field-names.ts';
import { rowTableOf } from './row-words.ts';

/** What is read of a schema here: whether it is a record, and by what its keys are told. */
interface Shape {
  readonly def: { readonly innerType?: Shape; readonly keyType?: unknown };
}

const isTable = ({ def }: Shape): boolean => (def.innerType ? isTable(def.innerType) : def.keyType === rowIdSchema);
const fields = resourceSchemas.flatMap((schema) => Object.entries(schema.shape as unknown as Readonly<Record<string, Shape>>).map(([field, shape]) => ({ kind: schema.shape.kind.value, field, shape })));

test('every property of every kind has words of its own', () => {
  expect(fields.filter(({ field }) => field !== 'kind' && !isNamedField(field)).map(({ kind, field }) => `${kind}.${field}`)).toEqual([]);
});

test('every table of every kind has words for its rows', () => {
  const tables = fields.filter(({ shape }) => isTable(shape));
  expect(tables.length).toBeGreaterThan(20);
  expect(tables.filter(({ kind, field }) => !rowTableOf(kind, field)).map(({ kind, field }) => `${kind}.${field}`)).toEqual([]);
});

test.each([
  ['vpc', 'cidr', 'Primary IPv4 CIDR block'],
  ['subnet', 'cidr', 'IPv4 CIDR block'],
  ['instance', 'role', 'IAM role'],
  ['subnet', 'someNewField', 'Some new field'],
] as const)('%s %s is called %s', (kind, field, words) => {
  expect(nameOfField(kind, field)).toBe(words);
});
