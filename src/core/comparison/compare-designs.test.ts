import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleDesign } from '../editing/designs-for-tests.ts';
import { anyEditStep, makeEdit } from '../editing/edits-for-tests.ts';
import { repeatableNumbers } from '../editing/repeatable-numbers.ts';
import { isSame, type Comparison, type FieldChange } from '../findings/comparison.ts';
import type { Design, Expectation } from '../model/design.ts';
import { asResourceId, asRowId } from '../model/ids.ts';
import type { Resource } from '../model/resources/index.ts';
import { applyPatch } from '../patch/apply-patch.ts';
import { openTemplate } from '../templates/index.ts';
import { arbitraryDesign } from '../testing/arbitraries.ts';
import { aclRules, DesignBuilder } from '../testing/design-builder.ts';
import { freezeDeeply } from '../testing/rule-tester.ts';
import { compareDesigns } from './compare-designs.ts';

/** Milliseconds; a machine that is busy with other things needs more than the usual five seconds. */
const LONG = 60_000;

const network = (inbound: string): Design =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .internetGateway('igw-1', 'vpc-1')
    .routeTable('rtb-1', 'vpc-1', ['0.0.0.0/0 -> igw-1'])
    .subnet('subnet-1', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-1' })
    .group('sg-1', 'vpc-1', { inbound: [inbound] })
    .instance('i-1', { subnet: 'subnet-1', address: '10.0.1.10', groups: ['sg-1'], public: '203.0.113.1' })
    .build();
const closed = network('tcp 443 from 10.0.0.0/16');
const open = network('tcp 443 from 0.0.0.0/0');

const https: Expectation = { question: { from: 'internet', to: 'i-1', protocol: 'tcp', port: 443 }, verdict: 'reachable' };
const expecting = (design: Design, ...expectations: readonly Expectation[]): Design => ({
  ...design,
  expectations: Object.fromEntries(expectations.map((expectation, index) => [asRowId(`expectation-${index + 1}`), expectation])),
});

describe('one group opened to the internet', () => {
  const compared = compareDesigns(freezeDeeply(expecting(closed, https)), freezeDeeply(expecting(open, https)));

  test('the rule is named before and after', () => {
    expect(compared.resources).toEqual([
      { change: 'changed', resource: 'sg-1', kind: 'security-group', name: 'sg-1', fields: [{ label: 'Inbound rule', before: 'TCP 443 from 10.0.0.0/16', after: 'TCP 443 from 0.0.0.0/0' }] },
    ]);
  });

  test('what opens is said, and nothing closes', () => {
    expect(compared.opens).toEqual([{ resources: ['i-1'], from: ['internet'], traffic: 'TCP 443', sentence: 'i-1 becomes reachable from the internet (TCP 443).' }]);
    expect(compared.closes).toEqual([]);
  });

  test('the saved question is answered otherwise', () => {
    expect(compared.expectations).toEqual([
      { title: 'internet → i-1, TCP 443', question: https.question, before: { expected: 'reachable', verdict: 'blocked' }, after: { expected: 'reachable', verdict: 'reachable' }, sentence: 'internet → i-1, TCP 443 is reachable, was blocked; reachable is expected.' },
    ]);
  });
});

test.each<[string, readonly string[], readonly string[]]>([
  ['one of two machines of a subnet is named', ['sg-1'], ['i-db becomes reachable from i-2 (TCP 3306).']],
  ['all machines of a subnet are the subnet', [], ['i-db becomes reachable from subnet-1 (TCP 3306).']],
])('%s', (_name, before, opens) => {
  const withDatabase = (firstIn: readonly string[], secondIn: readonly string[]): Design =>
    new DesignBuilder()
      .region()
      .vpc('vpc-1', '10.0.0.0/16')
      .subnet('subnet-1', { vpc: 'vpc-1', cidr: '10.0.1.0/24' })
      .subnet('subnet-2', { vpc: 'vpc-1', cidr: '10.0.2.0/24' })
      .group('sg-1', 'vpc-1', { inbound: [] })
      .group('sg-2', 'vpc-1', { inbound: [] })
      .group('sg-db', 'vpc-1', { inbound: ['tcp 3306 from sg-1'] })
      .instance('i-1', { subnet: 'subnet-1', address: '10.0.1.10', groups: ['sg-2', ...firstIn] })
      .instance('i-2', { subnet: 'subnet-1', address: '10.0.1.20', groups: ['sg-2', ...secondIn] })
      .instance('i-db', { subnet: 'subnet-2', address: '10.0.2.10', groups: ['sg-db'] })
      .build();
  const compared = compareDesigns(withDatabase(before, []), withDatabase(['sg-1'], ['sg-1']));
  expect(compared.opens.map(({ sentence }) => sentence)).toEqual(opens);
});

const withNat = (routes: readonly string[], allowed: string): Design =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .internetGateway('igw-1', 'vpc-1')
    .routeTable('rtb-public', 'vpc-1', ['0.0.0.0/0 -> igw-1'])
    .routeTable('rtb-app', 'vpc-1', routes)
    .subnet('subnet-nat', { vpc: 'vpc-1', cidr: '10.0.0.0/24', table: 'rtb-public' })
    .subnet('subnet-app', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-app' })
    .natGateway('nat-1', { subnet: 'subnet-nat', address: '10.0.0.5', public: '203.0.113.50' })
    .group('sg-1', 'vpc-1', { inbound: [], outbound: [allowed] })
    .instance('i-1', { subnet: 'subnet-app', address: '10.0.1.10', groups: ['sg-1'] })
    .build();
const natRoute = ['0.0.0.0/0 -> nat-1'];

test.each<[string, Design, Design, readonly string[], readonly string[]]>([
  ['a way out that is gone', withNat(natRoute, 'tcp 443 to 0.0.0.0/0'), withNat([], 'tcp 443 to 0.0.0.0/0'), [], ['The internet is no longer reachable from subnet-app (TCP 443).']],
  ['a way out to one block more', withNat(natRoute, 'tcp 443 to 10.0.0.0/8'), withNat(natRoute, 'tcp 443 to 198.51.100.0/24'), ['198.51.100.0/24 becomes reachable from subnet-app (TCP 443).'], []],
  ['none, whatever the group lets out', withNat([], 'tcp 443 to 10.0.0.0/8'), withNat([], 'tcp 443 to 0.0.0.0/0'), [], []],
])('what a subnet reaches in the internet: %s', (_name, before, after, opens, closes) => {
  const compared = compareDesigns(before, after);
  expect([compared.opens.map(({ sentence }) => sentence), compared.closes.map(({ sentence }) => sentence)]).toEqual([opens, closes]);
});

test.each<[string, Design, Design, Comparison['expectations']]>([
  ['new', closed, expecting(closed, https), [{ title: 'internet → i-1, TCP 443', question: https.question, before: null, after: { expected: 'reachable', verdict: 'blocked' }, sentence: 'internet → i-1, TCP 443 is a new question; it is blocked, and reachable is expected.' }]],
  ['gone', expecting(closed, { ...https, title: 'shop' }), closed, [{ title: 'shop', question: https.question, before: { expected: 'reachable', verdict: 'blocked' }, after: null, sentence: 'shop is not asked any more; it was blocked.' }]],
  ['of another verdict', expecting(closed, https), expecting(closed, { ...https, verdict: 'blocked' }), [{ title: 'internet → i-1, TCP 443', question: https.question, before: { expected: 'reachable', verdict: 'blocked' }, after: { expected: 'blocked', verdict: 'blocked' }, sentence: 'internet → i-1, TCP 443 is blocked as before; blocked is expected, no longer reachable.' }]],
  ['in another row', expecting(open, https), expecting(open, { ...https, verdict: 'reachable' }), []],
])('a saved question that is %s', (_name, before, after, expected) => {
  expect(compareDesigns(before, after).expectations).toEqual(expected);
});

test('a question that cannot be asked any more has no verdict', () => {
  const { ['i-1']: _instance, ['eni-i-1']: _interface, ...resources } = open.resources as Record<string, Resource>;
  const { expectations } = compareDesigns(expecting(open, https), expecting({ ...open, resources }, https));
  expect(expectations.map(({ before, after, sentence }) => [before?.verdict, after?.verdict, sentence])).toEqual([['reachable', null, 'internet → i-1, TCP 443 cannot be asked, was reachable; reachable is expected.']]);
});

test('findings that appear and that are resolved', () => {
  const opened = openTemplate({ id: 'three-tiers' });
  if (!opened.ok) throw new Error(opened.problem.message);
  const [subnet = ''] = Object.entries(opened.value.resources).flatMap(([id, { kind }]) => (kind === 'subnet' ? [id] : []));
  const id = asResourceId(subnet);
  const broken: Design = { ...opened.value, resources: { ...opened.value.resources, [id]: { ...opened.value.resources[id], routeTable: asResourceId('rtb-gone') } as Resource } };
  const { appeared, resolved } = compareDesigns(opened.value, broken).findings;
  expect(appeared.map(({ rule }) => rule)).toContain('dangling-reference');
  expect(resolved).toEqual([]);
  expect(compareDesigns(broken, opened.value).findings).toEqual({ appeared: [], resolved: appeared });
});

test.each<[string, Partial<Design>, readonly FieldChange[]]>([
  ['its name', { name: 'plan' }, [{ label: 'Name of the design', before: 'test', after: 'plan' }]],
  ['what the snapshot lacks', { snapshot: { missing: ['network-acls'] } }, [{ label: 'Missing from the snapshot', before: null, after: 'network-acls' }]],
  ['an answer', { answers: { [asRowId('a')]: { question: https.question, step: 'personal-network', answer: 'yes' } } }, [{ label: 'Answer to a step', before: null, after: 'internet → i-1, personal-network: yes' }]],
])('of the design itself: %s', (_name, change, expected) => {
  expect(compareDesigns(open, { ...open, ...change }).design).toEqual(expected);
});

test('other names open and close nothing', () => {
  const id = asResourceId('i-1');
  const renamed: Design = { ...open, resources: { ...open.resources, [id]: { ...open.resources[id], name: 'shop', note: 'ours', tags: { env: 'prod' } } as Resource } };
  const { resources, opens, closes } = compareDesigns(open, renamed);
  expect([resources[0]?.fields.map(({ label }) => label), opens, closes]).toEqual([['Name', 'Tag env', 'Note'], [], []]);
});

test('two designs that have nothing in common are said to', () => {
  const other = new DesignBuilder().region('eu-west-1').prefixList('pl-9', ['10.0.0.0/8']).build();
  const { notes, resources } = compareDesigns(other, open);
  expect(notes[0]).toBe(`The two designs have no resource in common, as two accounts have: 2 resources count as removed and ${Object.keys(open.resources).length} resources as added.`);
  expect(resources).toHaveLength(2 + Object.keys(open.resources).length);
  expect(compareDesigns({ ...other, resources: {} }, open).notes).toEqual([]);
});

const rowsReordered = (design: Design): Design => ({
  ...design,
  resources: Object.fromEntries(
    Object.entries(design.resources).reverse().map(([id, resource]) => [id, resource.kind === 'network-acl' ? { ...resource, inbound: Object.fromEntries(Object.values(resource.inbound).reverse().map((rule, index) => [`moved-${index}`, rule])) } : resource]),
  ),
});

const turned = ({ label, before, after }: FieldChange): FieldChange => ({ label, before: after, after: before });
const sorted = (values: readonly unknown[]): readonly string[] => values.map((value) => JSON.stringify(value)).sort();
const OTHER_WAY = { added: 'removed', removed: 'added', changed: 'changed' } as const;

describe('laws', () => {
  test('a design is the same as itself, and as itself written in another order', () => {
    fc.assert(
      fc.property(arbitraryDesign, (design) => {
        expect(isSame(compareDesigns(design, structuredClone(design)))).toBe(true);
        expect(compareDesigns(design, rowsReordered(design)).resources).toEqual([]);
      }),
      { numRuns: 30 },
    );
  }, LONG);

  test('the other way round, added is removed, opened is closed, and before is after', () => {
    fc.assert(
      fc.property(arbitraryDesign, arbitraryDesign, (before, after) => {
        const [there, back] = [compareDesigns(before, after), compareDesigns(after, before)];
        const flat = ({ resources }: Comparison, turn: boolean): readonly string[] =>
          sorted(resources.flatMap(({ change, resource, fields }) => [[turn ? OTHER_WAY[change] : change, resource], ...fields.map((field) => [resource, turn ? turned(field) : field])]));
        expect(flat(there, true)).toEqual(flat(back, false));
        expect(there.opens.length).toBe(back.closes.length);
        expect(there.closes.length).toBe(back.opens.length);
        expect(there.findings.appeared).toEqual(back.findings.resolved);
      }),
      { numRuns: 15 },
    );
  }, LONG);
});

/** A second opinion on whether two versions say the same: rows without ids, lists without order, no places. */
function essence(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return value.length === 0 ? '' : `[${value.map(essence).sort().join()}]`;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  const areRows = entries.length > 0 && entries.every(([key, part]) => /-\d+$|^main$|^[a-z]+$/.test(key) && typeof part === 'object' && part !== null && !Array.isArray(part) && !('kind' in part));
  const written = entries.map(([key, part]) => `${areRows ? '' : key}:${essence(part)}`).filter((text) => !text.endsWith(':'));
  return `{${written.sort().join()}}`;
}

const essenceOf = ({ resources, name, expectations, answers }: Design): string => essence([name, Object.entries(resources).map(([id, resource]) => ({ id, resource })), Object.values(expectations ?? {}), Object.values(answers ?? {})]);

test('law: every edit that changes more than places shows up', () => {
  fc.assert(
    fc.property(fc.array(anyEditStep, { minLength: 1, maxLength: 12 }), (steps) => {
      const random = repeatableNumbers(7);
      let design = sampleDesign();
      for (const step of steps) {
        const result = makeEdit(step, design, random);
        const applied = result.ok ? applyPatch(design, result.patch) : undefined;
        if (!applied?.ok) continue;
        const { resources, design: own, expectations } = compareDesigns(design, applied.document, 0);
        const shown = resources.length + own.length + expectations.length > 0;
        expect({ said: result.ok ? result.said : '', shown }).toEqual({ said: result.ok ? result.said : '', shown: essenceOf(design) !== essenceOf(applied.document) });
        const silent = resources.filter(({ change, fields }) => (change === 'changed') !== fields.length > 0 || fields.some(({ before, after }) => before === after));
        expect(silent).toEqual([]);
        design = applied.document;
      }
    }),
    { numRuns: 30 },
  );
}, LONG);

test('the second opinion sees a rule that moved to another number', () => {
  const [hundred, hundredTen] = [100, 110].map((number) => essence(aclRules('in', [`${number} allow all from 0.0.0.0/0`])));
  expect(hundred).not.toBe(hundredTen);
});
