import { describe, expect, test } from 'vitest';
import type { Comparison } from '../findings/comparison.ts';
import type { Finding } from '../findings/finding.ts';
import { asResourceId } from '../model/ids.ts';
import { writeComparisonMarkdown } from './comparison-markdown.ts';
import { writeComparisonText } from './comparison-text.ts';
import { tellField } from './comparison-words.ts';

const nothing: Comparison = { design: [], resources: [], opens: [], closes: [], findings: { appeared: [], resolved: [] }, expectations: [], notes: [] };
const finding: Finding = { id: 'x:y', rule: 'x', severity: 'warning', message: 'web is open.', why: '', learnMore: '', evidence: [], fixes: [] };
const everything: Comparison = {
  design: [{ label: 'Name of the design', before: 'a', after: 'b' }],
  resources: [
    { change: 'added', resource: asResourceId('subnet-2'), kind: 'subnet', name: 'app|b', fields: [] },
    { change: 'removed', resource: asResourceId('subnet-1'), kind: 'subnet', name: 'subnet-1', fields: [] },
    { change: 'changed', resource: asResourceId('eipalloc-1'), kind: 'elastic-ip', name: '', fields: [{ label: 'Note', before: null, after: '*new*' }] },
  ],
  opens: [{ resources: ['web'], from: ['internet'], traffic: 'TCP 22', sentence: 'web becomes reachable from the internet (TCP 22).' }],
  closes: [{ resources: ['db'], from: ['app'], traffic: 'TCP 3306', sentence: 'db is no longer reachable from app (TCP 3306).' }],
  findings: { appeared: [finding], resolved: [{ ...finding, message: 'db is closed.' }] },
  expectations: [{ title: 'shop', question: { from: 'internet', to: 'web' }, before: null, after: { expected: 'reachable', verdict: 'blocked' }, sentence: 'shop is a new question; it is blocked, and reachable is expected.' }],
  notes: ['With 30 subnets, only what the internet reaches was compared.'],
};
const names = { before: 'old.vpc.json', after: 'new.vpc.json' };

test.each([
  [{ label: 'Route', before: 'a', after: 'b' }, 'Route: a → b'],
  [{ label: 'Route', before: null, after: 'b' }, 'Route added: b'],
  [{ label: 'Route', before: 'a', after: null }, 'Route removed: a'],
])('%o reads %s', (field, words) => {
  expect(tellField(field)).toBe(words);
});

describe('as text', () => {
  test('nothing differs', () => {
    expect(writeComparisonText({ ...names, comparison: nothing })).toBe('The two designs are the same, places on the canvas aside.\n');
  });

  test('everything differs', () => {
    expect(writeComparisonText({ ...names, comparison: everything })).toBe(
      [
        'Design\n  - Name of the design: a → b',
        'Subnets\n  added    app|b (subnet-2)\n  removed  subnet-1',
        'Elastic IP addresses\n  changed  eipalloc-1\n           Note added: *new*',
        'Opens\n  - web becomes reachable from the internet (TCP 22).',
        'Closes\n  - db is no longer reachable from app (TCP 3306).',
        'New findings\n  - warning: web is open.',
        'Findings that are gone\n  - warning: db is closed.',
        'Expectations\n  - shop is a new question; it is blocked, and reachable is expected.',
        'With 30 subnets, only what the internet reaches was compared.\nold.vpc.json → new.vpc.json: 1 added, 1 removed, 1 changed.\n',
      ].join('\n\n'),
    );
  });

  test('without a resource that differs the rest is still said', () => {
    expect(writeComparisonText({ ...names, comparison: { ...nothing, opens: everything.opens } })).toMatch(/^Opens\n.*\n\n.*: no resource differs\.\n$/);
  });
});

describe('as Markdown', () => {
  test('nothing differs', () => {
    expect(writeComparisonMarkdown({ ...names, comparison: nothing })).toBe('## old.vpc.json → new.vpc.json: no difference\n\nThe two designs are the same, places on the canvas aside.\n');
  });

  test('names and notes cannot break out of their cell', () => {
    const written = writeComparisonMarkdown({ ...names, comparison: everything });
    expect(written).toContain('| added | subnet | app\\|b (subnet-2) |  |');
    expect(written).toContain('| changed | Elastic IP address | eipalloc-1 | Note added: \\*new\\* |');
    expect(written.indexOf('**Opens**')).toBeLessThan(written.indexOf('| Change |'));
  });

  test.each([
    [15, false],
    [16, true],
  ])('a table of %i rows is folded: %s', (count, isFolded) => {
    const [change] = everything.resources;
    const resources = Array.from({ length: count }, () => change).flatMap((one) => (one ? [one] : []));
    expect(writeComparisonMarkdown({ ...names, comparison: { ...nothing, resources } }).includes('<details>')).toBe(isFolded);
  });
});
