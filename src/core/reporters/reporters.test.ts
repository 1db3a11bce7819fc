import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnosis } from '../findings/diagnosis.ts';
import type { Finding } from '../findings/finding.ts';
import type { ImportReport } from '../findings/import-report.ts';
import { emptyDesign, type Design } from '../model/design.ts';
import { asResourceId, asRowId } from '../model/ids.ts';
import { writeCheckMarkdown } from './check-markdown.ts';
import { writeCheckSarif } from './check-sarif.ts';
import { writeCheckText } from './check-text.ts';
import { writeDiagnosisText } from './diagnosis-text.ts';
import { writeExpectationsText } from './expectations-text.ts';
import { writeExposureText } from './exposure-text.ts';
import { writeFixText } from './fix-text.ts';
import { hasImportWarnings, writeImportText } from './import-text.ts';
import { columns, hang, wrap } from './text-layout.ts';

const acl = asResourceId('acl-1');
const design: Design = {
  ...emptyDesign('plan'),
  resources: {
    [acl]: { kind: 'network-acl', name: 'acl-public', vpc: asResourceId('vpc-1'), inbound: {}, outbound: {} },
    [asResourceId('vpc-1')]: { kind: 'internet', name: '' },
  },
};

const finding: Finding = {
  id: 'reply-blocked:acl-1',
  rule: 'reply-blocked',
  severity: 'error',
  message: 'acl-public lets 443 in, but no rule lets the reply out.',
  why: 'Network ACLs are stateless.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html',
  evidence: [{ at: acl, row: 'rule-1', direction: 'outbound' }],
  fixes: [{ title: 'Add outbound rule 120 to acl-public', patch: [{ op: 'add', path: '/resources/acl-1/outbound/rule-2', value: {} }] }],
};
const advice: Finding = { ...finding, id: 'one-zone:vpc-1', rule: 'one-zone', severity: 'advice', message: 'All subnets are in one zone.', evidence: [], fixes: [] };
const context = { source: 'plan.vpc.json', design, report: { findings: [finding, advice], facts: {} } };

describe('text layout', () => {
  test('wrapped text keeps its words, and no line is longer than the width unless one word is', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zü→]{1,30}$/), { maxLength: 40 }), fc.integer({ min: 1, max: 100 }), (words, width) => {
        const lines = wrap(words.join(' '), width);
        expect(lines.join(' ')).toBe(words.join(' '));
        for (const line of lines) expect(line.length <= Math.max(width, 24) || !line.includes(' ')).toBe(true);
      }),
    );
  });
  test('later lines hang under the first one’s text', () => {
    expect(hang('1.  ', 'a text that is too long for one line', { width: 30 })).toBe('1.  a text that is too long\n    for one line');
  });
  test('columns are as wide as their widest cell', () => {
    expect(columns([['a', 'bbb', 'c'], ['aaaa', 'b', '']])).toBe('a     bbb  c\naaaa  b');
  });
});

describe('a check', () => {
  test('as text', () => {
    expect(writeCheckText(context)).toBe(
      `error    acl-public lets 443 in, but no rule lets the reply out.
         reply-blocked:acl-1  (acl-public outbound rule-1)
         fix: Add outbound rule 120 to acl-public

advice   All subnets are in one zone.
         one-zone:vpc-1

1 error, 1 piece of advice.
Show a fix and what it opens: reachable fix plan.vpc.json --finding ID
`,
    );
  });
  test('without findings', () => {
    expect(writeCheckText({ ...context, report: { findings: [], facts: {} } })).toBe('No problems in 0 subnets.\n');
    expect(writeCheckMarkdown({ ...context, report: { findings: [], facts: {} } })).toBe('## plan.vpc.json: No problems in 0 subnets\n');
  });
  test('painted, it holds the same words', () => {
    const painted = writeCheckText(context, { paint: (tone, text) => `<${tone}>${text}</>` });
    expect(painted).toContain('<fail>error    </>');
    expect(painted.replaceAll(/<[^>]*>/g, '')).toBe(writeCheckText(context));
  });
  test('as Markdown, with the signs of the text made harmless', () => {
    const hostile = { ...finding, message: 'a | b <img src=x> [x](javascript:y) `c` *d*\ne \\| f' };
    const out = writeCheckMarkdown({ ...context, report: { findings: [hostile], facts: {} } });
    expect(out).toContain('| error | a \\| b &lt;img src=x> \\[x\\](javascript:y) \\`c\\` \\*d\\* e \\\\\\| f [reply-blocked](https://docs');
    expect(out.split('\n').filter((line) => line.startsWith('|'))).toHaveLength(3);
  });
  test('as SARIF: a path with spaces is an address, and the line is the resource’s', () => {
    const text = '{\n  "resources": {\n    "acl-1": {}\n  }\n}\n';
    const log = JSON.parse(writeCheckSarif({ ...context, source: 'my plans\\Büro.vpc.json', text }, { rules: [finding, advice].map(({ rule, severity, why, learnMore }) => ({ id: rule, severity, why, learnMore })), version: '1.2.3' })) as unknown;
    expect(log).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { version: '1.2.3', rules: [{ id: 'reply-blocked', defaultConfiguration: { level: 'error' } }, { id: 'one-zone', defaultConfiguration: { level: 'note' } }] } },
          results: [
            {
              ruleIndex: 0,
              level: 'error',
              partialFingerprints: { 'findingId/v1': 'reply-blocked:acl-1' },
              locations: [{ physicalLocation: { artifactLocation: { uri: 'my%20plans/B%C3%BCro.vpc.json' }, region: { startLine: 3 } }, logicalLocations: [{ name: 'acl-1', fullyQualifiedName: 'acl-1/outbound/rule-1' }] }],
            },
            { ruleIndex: 1, level: 'note', locations: [{ physicalLocation: { region: { startLine: 1 } } }] },
          ],
        },
      ],
    });
  });
});

const diagnosis: Diagnosis = {
  verdict: 'blocked',
  sentence: 'Blocked: the reply is dropped by acl-public.',
  question: { from: 'internet', to: 'acl-1', protocol: 'udp', port: 53, client: 'windows', sourcePort: 5000 },
  paths: [
    {
      leg: 'request',
      hops: [
        { resource: 'acl-1', step: 'network-acl', passed: true, because: null, sentence: 'acl-public lets it in.' },
        { resource: 'acl-1', step: 'network-acl', passed: false, because: null, sentence: 'acl-public drops it.' },
        { resource: 'x', step: 'arrive', passed: null, because: null, sentence: 'It comes back.' },
      ],
    },
    { leg: 'reply', hops: [] },
  ],
  blockers: [{ leg: 'reply', component: 'network-acl', resource: 'acl-1', row: 'outbound:*', code: 'ENI_ACL', sentence: 'No rule lets the reply out.', evidence: [], fixes: [{ title: 'Add rule 120', effect: 'It opens 1024–65535.', patch: [] }] }],
  steps: [{ id: 'personal-network', number: 9, title: 'Personal network', status: 'your-turn', sentence: 'The client is not drawn.', evidence: [], code: null, fixes: [], likely: 'it timed out', instructions: ['curl -v x'] }],
  assumptions: ['The tunnel is up.'],
};

test('an answer as text: verdict, question, path, blockers, steps, assumptions', () => {
  expect(writeDiagnosisText(design, diagnosis)).toBe(
    `BLOCKED
Blocked: the reply is dropped by acl-public.
internet → acl-public, UDP 53, from port 5000, client windows

Request
  ✓ acl-public lets it in.
  ✗ acl-public drops it.
  · It comes back. (never arrives)

1 blocker
  1  No rule lets the reply out.
     reply, network-acl acl-1 outbound:*, ENI_ACL
     fix: Add rule 120. It opens 1024–65535.

The ten steps
  9  your turn   Personal network: The client is not drawn.
                 Likely: it timed out
                 $ curl -v x

Assumed
  - The tunnel is up.
`,
  );
});

test('advice is a sentence, and only what is typed has a prompt', () => {
  const [step] = diagnosis.steps;
  const text = writeDiagnosisText(design, { ...diagnosis, steps: step ? [{ ...step, instructions: ['Look at tgw-1 in the AWS console.', 'curl -v x'] }] : [] });
  expect(text).toContain('                 Look at tgw-1 in the AWS console.\n                 $ curl -v x\n');
});

test.each([
  [{ protocol: 'icmp' as const, icmpType: 3, icmpCode: 1 }, 'ICMP, type 3 code 1'],
  [{ protocol: 'icmp' as const, icmpType: 8 }, 'ICMP, type 8'],
  [{ protocol: 50 }, 'protocol 50'],
  [{ port: 80, client: 'any' as const }, 'TCP 80'],
])('the question %o is called %s', (traffic, words) => {
  expect(writeDiagnosisText(design, { ...diagnosis, question: { from: 'a', to: 'b', ...traffic } })).toContain(`a → b, ${words}\n`);
});

test('an exposure list is a table; many sources are counted', () => {
  const rows = [
    { resource: acl, addresses: ['203.0.113.1'], from: ['1.0.0.0/8', '2.0.0.0/8', '3.0.0.0/8', '4.0.0.0/8', '5.0.0.0/8'], protocol: 'tcp', ports: [[80, 80] as const, [8000, 8080] as const], path: ['igw-1'] },
    { resource: acl, addresses: [], from: ['0.0.0.0/0'], protocol: '47', ports: [], path: [] },
  ];
  expect(writeExposureText(design, rows, { from: 'internet' })).toBe(
    `RESOURCE    ADDRESSES    TRAFFIC            FROM                                                   BY WAY OF
acl-public  203.0.113.1  TCP 80, 8000–8080  1.0.0.0/8, 2.0.0.0/8, 3.0.0.0/8, 4.0.0.0/8 and 1 more  igw-1
acl-public               47                 0.0.0.0/0
`,
  );
  expect(writeExposureText(design, [], { from: 'acl-1' })).toBe('Nothing is reached from acl-public.\n');
});

test('an import names what was read, kept, broken, skipped and missing; only losses are warnings', () => {
  const report: ImportReport = {
    lines: [
      { type: 'Vpcs', count: 2, outcome: 'read', sentence: 'x' },
      { type: 'Hosts', count: 0, outcome: 'skipped', sentence: 'Hosts.json is empty.' },
    ],
    missing: ['network-acls'],
  };
  expect(writeImportText(report)).toBe("Read\n  2  Vpcs\n\nSkipped\n  - Hosts.json is empty.\n\nNot in the snapshot, AWS's defaults stand in: network-acls.\n");
  expect(hasImportWarnings(report)).toBe(false);
  expect(hasImportWarnings({ ...report, lines: [{ type: 'DhcpOptions', count: 1, outcome: 'skipped', sentence: 'x' }] })).toBe(true);
});

test('a fix says what it opens, closes, resolves and brings up', () => {
  const [fix] = finding.fixes;
  if (fix === undefined) throw new Error('The finding has no fix.');
  const none = { resolved: [], introduced: [], opens: [], closes: [] };
  expect(writeFixText(1, fix, { effects: none })).toBe('1. Add outbound rule 120 to acl-public\n   Nothing else opens or closes.\n   add /resources/acl-1/outbound/rule-2 {}\n');
  expect(writeFixText(2, fix, { effects: { ...none, opens: ['a opens.'], closes: ['b closes.'], introduced: [advice] } })).toBe(
    '2. Add outbound rule 120 to acl-public\n   Opens\n   - a opens.\n   Closes\n   - b closes.\n   Brings up\n   - All subnets are in one zone.\n   add /resources/acl-1/outbound/rule-2 {}\n',
  );
});

test('expectations say which hold', () => {
  const expectation = { title: 'Shop', question: { from: 'internet', to: 'acl-1', port: 80 }, verdict: 'reachable' as const };
  const result = { id: asRowId('e'), expectation, verdict: 'reachable' as const, sentence: '' };
  expect(writeExpectationsText(design, [result])).toBe('holds  Shop: reachable\n\nThe expectation holds.\n');
});
