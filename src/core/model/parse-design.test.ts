import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DESIGN_VERSION, emptyDesign } from './design.ts';
import { migrations } from './migrations/index.ts';
import { parseDesign, parseDesignText } from './parse-design.ts';
import { writeDesign } from './write-design.ts';

const subnet = { kind: 'subnet', name: 's', vpc: 'vpc-1', availabilityZone: 'us-east-1a', cidr: '10.0.0.0/24', autoAssignPublicIp: true };
const group = {
  kind: 'security-group',
  name: 'g',
  vpc: 'vpc-1',
  inbound: { 'rule-1': { protocol: 'tcp', fromPort: 80, toPort: 80, peer: { cidr: '10.0.0.0/8' } }, 'rule-2': { protocol: 'all', peer: { group: 'sg-2' } } },
  outbound: {},
};
const whole = { version: 1, name: 'x', resources: { 'subnet-1': subnet, 'sg-1': group }, layout: { 'subnet-1': { x: 1, y: 2.5 } }, snapshot: { missing: ['network-acls'] } };

/** The same value with a key of another program in every object at every depth. */
function withForeignKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withForeignKeys);
  if (typeof value !== 'object' || value === null) return value;
  return { ...Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withForeignKeys(member)])), 'x-foreign': { kept: [1, null] } };
}

describe('what is kept', () => {
  test('keys of other programs, in every object that is not a table of rows', () => {
    const foreign = {
      ...whole,
      'x-top': 1,
      resources: { 'subnet-1': withForeignKeys(subnet), 'sg-1': { ...group, 'x-g': 1, inbound: { 'rule-1': withForeignKeys(group.inbound['rule-1']) } } },
      layout: { 'subnet-1': { x: 1, y: 2, 'x-l': [] } },
      snapshot: { missing: [], 'x-s': {} },
      expectations: { e: { question: { from: 'a', to: 'b', 'x-q': 1 }, verdict: 'blocked', 'x-e': 2 } },
      answers: { a: { question: { from: 'a', to: 'b' }, step: 'route', answer: 'yes', 'x-a': 3 } },
    };
    expect(parseDesign(foreign)).toEqual({ ok: true, value: foreign });
  });

  test('nothing of what was given is changed', () => {
    const frozen = Object.freeze({ ...whole, resources: Object.freeze({ 'subnet-1': Object.freeze({ ...subnet, cidr: '10.0.0.7/24' }) }) });
    const parsed = parseDesign(frozen);
    expect(parsed).toMatchObject({ ok: true, value: { resources: { 'subnet-1': { cidr: '10.0.0.0/24' } } } });
    expect(frozen.resources['subnet-1'].cidr).toBe('10.0.0.7/24');
  });
});

describe('hostile values', () => {
  const circular: Record<string, unknown> = { version: 1, name: 'x', resources: {}, layout: {} };
  circular['self'] = circular;
  test.each<[string, unknown, string]>([
    ['undefined', undefined, 'This is not a Reachable design: a JSON object { … } is expected.'],
    ['a list', [], 'This is not a Reachable design: a JSON object { … } is expected.'],
    ['a value that contains itself', circular, 'self › self › self: this is nested more than 100 levels deep; flatten it.'],
    ['a function', { ...whole, f: () => 1 }, 'f: this is a function, which JSON cannot hold; leave it out.'],
    ['a bigint', { ...whole, f: 1n }, 'f: this is a bigint, which JSON cannot hold; leave it out.'],
    ['NaN in a foreign key', { ...whole, f: { g: [Number.NaN] } }, 'f › g › 0: this number is larger than a JSON number can be; write a smaller one.'],
    ['a version that is an object', { ...whole, version: {} }, 'version: this must be a whole number, 1 or less, not an object.'],
    ['an id with a line break', { ...whole, resources: { 'a\nb': { kind: 'vpc' } } }, 'resources › a b › name: this is missing; it must be text.'],
    ['an id that is too long', { ...whole, resources: { ['x'.repeat(600)]: subnet } }, `resources › ${'x'.repeat(29)}…${'x'.repeat(29)}: "${'x'.repeat(60)}…" is not usable as an id; write 1–512 characters that are not a word of JavaScript's own.`],
  ])('%s', (_, value, message) => {
    expect(parseDesign(value)).toMatchObject({ ok: false, problem: { message } });
  });

  test('never throw', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withNullPrototype: true, withSparseArray: true }), (value) => {
        expect(typeof parseDesign(value).ok).toBe('boolean');
        expect(typeof parseDesign({ ...whole, extra: value }).ok).toBe('boolean');
        expect(typeof parseDesign({ ...whole, resources: value }).ok).toBe('boolean');
      }),
    );
  });

  test('no text makes it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof parseDesignText(text).ok).toBe('boolean');
      }),
    );
  });

  test('a prototype is never changed', () => {
    parseDesignText('{"version":1,"name":"x","layout":{},"resources":{},"__proto__":{"polluted":true}}');
    expect('polluted' in {}).toBe(false);
  });
});

describe('writing and reading', () => {
  const extra = fc.dictionary(fc.string().filter((key) => key !== '__proto__' && !(key in whole)), fc.jsonValue({ maxDepth: 3 }));
  const negativeZero = (value: unknown): boolean => JSON.stringify(value).includes('-0') || Object.is(value, -0);
  /** Such a key is refused wherever it stands, and JSON.parse, unlike a literal, makes it a key of its own. */
  const hasPrototypeKey = (value: unknown): boolean => JSON.stringify(value).includes('"__proto__"');
  const ids = fc.string({ minLength: 1, maxLength: 20 }).filter((id) => !['__proto__', 'constructor', 'prototype'].includes(id));

  test('gives back the same design', () => {
    fc.assert(
      fc.property(extra, fc.dictionary(ids, fc.constantFrom(subnet, group)), (foreign, resources) => {
        fc.pre(!negativeZero(foreign) && !hasPrototypeKey(foreign));
        const design = { ...foreign, version: 1, name: 'x', resources, layout: {} };
        const parsed = parseDesign(design);
        if (!parsed.ok) throw new Error(parsed.problem.message);
        const again = parseDesignText(writeDesign(parsed.value));
        expect(JSON.stringify(again.ok && writeDesign(again.value))).toBe(JSON.stringify(writeDesign(parsed.value)));
        expect(again).toEqual({ ok: true, value: JSON.parse(JSON.stringify(parsed.value)) as unknown });
      }),
    );
  });

  test('refuses a key __proto__ in a value that it does not know', () => {
    const parsed = parseDesignText('{"version":1,"name":"x","layout":{},"resources":{},"other":{"deep":{"__proto__":""}}}');
    expect(parsed).toMatchObject({ ok: false, problem: { message: expect.stringContaining('__proto__') as string } });
  });
});

test('migrations lead from version 1 to the present one without a gap', () => {
  const steps = migrations.map(({ from, to }) => [from, to]);
  expect(steps).toEqual(Array.from({ length: DESIGN_VERSION - 1 }, (_, index) => [index + 1, index + 2]));
});

test('an empty design is one', () => {
  expect(parseDesign(emptyDesign())).toEqual({ ok: true, value: { version: 1, name: 'untitled', resources: {}, layout: {} } });
});
