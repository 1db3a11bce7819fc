import { diagnose } from '@core/diagnosis/diagnose.ts';
import type { EditResult } from '@core/editing/edit-result.ts';
import { addAclRule, byNumber } from '@core/editing/network-acl-rules.ts';
import type { Diagnosis } from '@core/findings/diagnosis.ts';
import type { Design } from '@core/model/design.ts';
import { asResourceId } from '@core/model/ids.ts';
import type { ClientClass } from '@core/model/question.ts';
import { applyPatch } from '@core/patch/apply-patch.ts';
import { brokenNetworks } from '@core/templates/index.ts';
import { openThreeTiers } from '@core/templates/three-tiers.ts';
import { describe, expect, test } from 'vitest';
import { findOfKind } from '../inspector/parts/name-of.ts';
import { proposedRows } from '../inspector/rows/proposed-rows.ts';
import type { RuleDirection } from '../inspector/rows/row-key.ts';
import { keyOf } from '../testing/draw-design.ts';
import { listAclLines, positionOf } from './acl-lines.ts';
import { addAclRules, renumberRules } from './add-acl-rules.ts';
import { addGroupRules } from './add-group-rules.ts';
import { listGroupLines, peerSections, readPeers, readTypedPeer } from './group-lines.ts';
import { judgeReply, replyClients } from './judge-reply.ts';
import { lookOfRule } from './look-of-rule.ts';
import { probeQuestion } from './probe-question.ts';
import { nextColumn, ruleOfCell } from './use-acl-editing.ts';

const tiers = openThreeTiers();
/** acl-public lets 443 in and has no outbound rule for ephemeral ports. */
const stateless = brokenNetworks.find(({ id }) => id === 'broken-4')!.open();

const idIn = (design: Design, name: string) => asResourceId(keyOf(design, name));

function after(before: Design, result: EditResult): Design {
  if (!result.ok) throw new Error(result.refused);
  const applied = applyPatch(before, result.patch);
  if (!applied.ok) throw new Error(applied.problem);
  return applied.document;
}

function aclIn(design: Design, name: string) {
  const acl = findOfKind(design, keyOf(design, name), 'network-acl');
  if (!acl) throw new Error(`${name} is no network ACL.`);
  return acl;
}

function ask(design: Design, client: ClientClass = 'any', ends: readonly [string, string] = ['internet', 'web-1']): Diagnosis {
  const reply = diagnose(design, { from: keyOf(design, ends[0]), to: keyOf(design, ends[1]), protocol: 'tcp', port: 443, client });
  if (!reply.ok) throw new Error(reply.problem.message);
  return reply.value;
}

const numbersOf = (design: Design, name: string, direction: RuleDirection) =>
  byNumber(aclIn(design, name)[direction]).map(([, { number, cidr }]) => `${number} ${cidr}`);

describe('the lines of an ACL', () => {
  const acl = aclIn(stateless, 'acl-public');
  const source = { design: stateless, acl, direction: 'outbound', added: undefined } as const;
  const words = (lines: ReturnType<typeof listAclLines>) => lines.map(({ number, kind }) => `${number} ${kind}`);

  test('end with the closing rule', () => {
    expect(words(listAclLines({ ...source, proposed: [] }))).toEqual(['100 rule', '110 rule', '* closing']);
  });

  test('hold what a fix would add, and what is being added, in the order of their numbers', () => {
    const proposed = proposedRows(ask(stateless).blockers, idIn(stateless, 'acl-public'));
    const added = { row: 'new', kind: 'new', number: '105', traffic: { protocol: 'tcp' }, cidr: '', action: 'allow' } as const;
    expect(words(listAclLines({ ...source, proposed, added }))).toEqual(['100 rule', '105 new', '110 rule', '120 proposed', '* closing']);
  });

  test('the closing rule names IPv6 too where the VPC has it', () => {
    const wide = structuredClone(stateless);
    const vpc = findOfKind(wide, acl.vpc, 'vpc');
    Object.assign(vpc?.ipv6Cidrs ?? {}, { 'ipv6-1': { cidr: '2001:db8::/56' } });
    expect(listAclLines({ ...source, design: wide, proposed: [] }).at(-1)?.cidr).toBe('0.0.0.0/0, ::/0');
  });

  test('a line dropped among them gets a position among the rules alone', () => {
    const added = { row: 'new', kind: 'new', number: '105', traffic: { protocol: 'tcp' }, cidr: '', action: 'allow' } as const;
    const lines = listAclLines({ ...source, proposed: [], added });
    const last = lines[2]?.row ?? '';
    expect(positionOf(lines, last, 0)).toBe(0);
    expect(positionOf(lines, last, 2)).toBe(1);
  });
});

describe('adding rules to an ACL', () => {
  const networkAcl = idIn(tiers, 'acl-db');
  const add = (text: string, number?: number) =>
    addAclRules(tiers, { networkAcl, direction: 'inbound', rule: { protocol: 'tcp', fromPort: 22, toPort: 22, number, action: 'allow' }, text });

  test('several blocks are several rules, the first with the number asked for', () => {
    const result = add('203.0.113.7\n198.51.100.0/24, 192.0.2.0/24', 50);
    expect(result.ok && result.said).toBe('Add 3 inbound rules to acl-db');
    expect(numbersOf(after(tiers, result), 'acl-db', 'inbound')).toEqual(['50 203.0.113.7/32', '100 10.0.16.0/20', '110 198.51.100.0/24', '120 192.0.2.0/24']);
  });

  test.each([
    ['nothing', '', 'The rule needs a source, such as 10.0.0.0/16.'],
    ['a word', 'office', 'office is neither an IPv4 nor an IPv6 address; write a block such as 10.0.0.0/16 or 2001:db8::/56.'],
  ])('refuses %s', (_name, text, refused) => {
    expect(add(text)).toEqual({ ok: false, refused });
  });

  test.each([
    [10, ['100', '110', '120']],
    [100, ['100', '200', '300']],
  ])('renumbering in steps of %i keeps the order', (step, numbers) => {
    const moved = after(
      tiers,
      addAclRule(tiers, { networkAcl: idIn(tiers, 'acl-app'), direction: 'inbound', rule: { number: 7, cidr: '192.0.2.0/24', action: 'deny' } }),
    );
    const before = numbersOf(moved, 'acl-app', 'inbound').map((rule) => rule.split(' ')[1]);
    const renumbered = numbersOf(after(moved, renumberRules(moved, { networkAcl: idIn(moved, 'acl-app'), direction: 'inbound', step })), 'acl-app', 'inbound');
    expect(renumbered.map((rule) => rule.split(' ')[1])).toEqual(before);
    expect(renumbered.slice(0, 3).map((rule) => rule.split(' ')[0])).toEqual(numbers);
  });
});

describe('an edited cell', () => {
  const traffic = { protocol: 'tcp', fromPort: 443, toPort: 443 } as const;

  test.each([
    ['number', '90', { number: 90 }],
    ['type', 'preset:ssh', { protocol: 'tcp', fromPort: 22, toPort: 22, icmpType: undefined, icmpCode: undefined }],
    ['type', 'udp', { protocol: 'udp' }],
    ['ports', '1024-65535', { fromPort: 1024, toPort: 65535 }],
    ['ports', 'https', undefined],
    ['cidr', '203.0.113.7', { cidr: '203.0.113.7/32' }],
    ['action', 'deny', { action: 'deny' }],
  ])('%s %s', (columnId, text, expected) => {
    expect(ruleOfCell({ traffic }, { columnId, text })).toEqual(expected);
  });

  test.each([
    ['type', 'preset:https', 'peer'],
    ['type', 'tcp', 'ports'],
    ['type', 'all', 'peer'],
    ['ports', '443', 'peer'],
  ] as const)('after %s %s comes %s', (columnId, text, expected) => {
    expect(nextColumn({ columnId, text })).toBe(expected);
  });
});

describe('what a rule does', () => {
  const shadowed = {
    id: 'f',
    rule: 'acl-rule-never-reached',
    severity: 'warning',
    message: 'Rule 100 decides first.',
    why: '',
    learnMore: '',
    evidence: [],
    fixes: [],
  } as const;

  test.each([
    ['lets the request pass', { verdict: { passes: ['request'], stops: [] } }, { tone: 'pass', mark: { answer: 'pass', word: 'request passes' } }],
    ['drops the reply', { verdict: { passes: [], stops: ['reply'] } }, { tone: 'fail', mark: { answer: 'fail', word: 'reply dropped' } }],
    ['is never reached', { findings: [shadowed] }, { struck: true, mark: { answer: 'warn', word: 'never reached' }, sentence: 'Rule 100 decides first.' }],
    ['decides all the same for this question', { findings: [shadowed], verdict: { passes: ['reply'], stops: [] } }, { struck: false, tone: 'pass' }],
  ] as const)('%s', (_name, judgement, expected) => {
    expect(lookOfRule(judgement)).toMatchObject(expected);
  });
});

describe('replies of every client', () => {
  const acl = idIn(stateless, 'acl-public');
  const answersOf = (design: Design, direction: RuleDirection = 'outbound') =>
    replyClients.map((client) => judgeReply(ask(design, client), idIn(design, 'acl-public'), direction));

  test('none comes out where no rule lets ephemeral ports out', () => {
    expect(answersOf(stateless)).toEqual(['fail', 'fail', 'fail', 'fail', 'fail']);
  });

  test('all come out once 1024–65535 is open', () => {
    const open = after(
      stateless,
      addAclRule(stateless, {
        networkAcl: acl,
        direction: 'outbound',
        rule: { protocol: 'tcp', fromPort: 1024, toPort: 65535, cidr: '0.0.0.0/0', action: 'allow' },
      }),
    );
    expect(answersOf(open)).toEqual(['pass', 'pass', 'pass', 'pass', 'pass']);
  });

  test('with the ports of Linux alone, Linux gets all of its replies and others a part', () => {
    const partly = after(
      stateless,
      addAclRule(stateless, {
        networkAcl: acl,
        direction: 'outbound',
        rule: { protocol: 'tcp', fromPort: 32768, toPort: 60999, cidr: '0.0.0.0/0', action: 'allow' },
      }),
    );
    expect(answersOf(partly)).toEqual(['pass', 'ambiguous', 'ambiguous', 'ambiguous', 'ambiguous']);
  });

  test('the other direction is not on the way of the reply', () => {
    expect(judgeReply(ask(stateless), acl, 'inbound')).toBe('none');
  });
});

describe('a question to try an ACL with', () => {
  const publicNames = ['public-a', 'public-b'];
  const isPublic = (subnet: string) => publicNames.includes(findOfKind(tiers, subnet, 'subnet')?.name ?? '');
  const probe = (name: string) => probeQuestion(tiers, { id: idIn(tiers, name), acl: aclIn(tiers, name), isPublic });

  test.each([
    ['acl-public', { from: 'internet', to: idIn(tiers, 'web-1'), protocol: 'tcp', port: 443 }],
    ['acl-db', { protocol: 'tcp', port: 3306 }],
    ['acl-app-default', undefined],
  ])('%s', (name, expected) => {
    if (expected) expect(probe(name)).toMatchObject(expected);
    else expect(probe(name)).toBeUndefined();
  });

  test('private subnets are asked for from inside', () => {
    expect(probe('acl-db')?.from).not.toBe('internet');
  });
});

describe('the peers of a group', () => {
  const web = idIn(tiers, 'web-sg');
  const group = findOfKind(tiers, web, 'security-group')!;

  test.each([
    ['a block', '10.0.0.0/16', [{ cidr: '10.0.0.0/16' }]],
    ['an address', '203.0.113.7', [{ cidr: '203.0.113.7/32' }]],
    ['several', '10.0.0.0/16, 10.1.0.0/16', [{ cidr: '10.0.0.0/16' }, { cidr: '10.1.0.0/16' }]],
    ['a group', web, [{ group: web }]],
    ['a prefix list', 'pl-63a5400a', [{ prefixList: 'pl-63a5400a' }]],
  ])('%s', (_name, text, peers) => {
    expect(readPeers(tiers, text)).toEqual({ ok: true, peers });
  });

  test.each([
    ['10.0.0.1/33', { disabled: true, sentence: '/33 is not a prefix length of an IPv4 block; write 0–32, for example 10.0.0.0/24.' }],
    ['10.0.0.9/24', { value: '10.0.0.0/24', sentence: '10.0.0.9/24 has bits behind its prefix; AWS takes it as 10.0.0.0/24.' }],
    ['10.0.0.0/24 10.0.1.0/24', { label: '2 blocks' }],
  ])('typing %s', (typed, expected) => {
    expect(readTypedPeer(tiers, typed)).toMatchObject(expected);
  });

  test('a word is a search, not a block', () => {
    expect(readTypedPeer(tiers, 'web')).toBeUndefined();
  });

  test('every choice is one that a rule can name', () => {
    for (const { choices } of peerSections(tiers, web, group)) {
      for (const { value } of choices) {
        const result = addGroupRules(tiers, { securityGroup: web, direction: 'inbound', rule: { protocol: 'tcp', fromPort: 9, toPort: 9 }, text: value });
        expect(result).toMatchObject({ ok: true, said: 'Add an inbound rule to web-sg' });
      }
    }
  });

  test('its lines end with what is being added', () => {
    const added = { row: 'new', kind: 'new', traffic: { protocol: 'tcp' }, peer: '', description: '' } as const;
    expect(listGroupLines({ group, direction: 'inbound', proposed: [], added }).map(({ kind, peer }) => [kind, peer])).toEqual([
      ['rule', '0.0.0.0/0'],
      ['new', ''],
    ]);
  });
});
