import { describe, expect, test } from 'vitest';
import type { Design } from '../model/design.ts';
import { asRowId, type RowId } from '../model/ids.ts';
import { after, idOf, named, sampleDesign, wordsOf } from './designs-for-tests.ts';
import { addAclRule, byNumber, changeAclRule, moveAclRule, removeAclRule, renumberAclRules, type GivenAclRule } from './network-acl-rules.ts';
import { readCidrList } from './read-cidr-list.ts';
import { addSecurityGroupTo, setSecurityGroups } from './security-groups-of.ts';
import { addGroupRule, changeGroupRule, pasteCidrs, removeGroupRule } from './security-group-rules.ts';

const start = sampleDesign();
const networkAcl = idOf(start, 'acl-public');
const ANY = '0.0.0.0/0';

const withRules = (...numbers: readonly number[]): Design =>
  numbers.reduce((design, number) => after(design, addAclRule(design, { networkAcl, direction: 'inbound', rule: { protocol: 'tcp', fromPort: number, cidr: ANY, action: 'allow', number } })), start);
const numbersOf = (design: Design): readonly number[] => byNumber(named(design, 'acl-public', 'network-acl').inbound).map(([, { number }]) => number);
/** Ports stand for who a rule is: they stay when numbers change. */
const portsOf = (design: Design): readonly (number | undefined)[] => byNumber(named(design, 'acl-public', 'network-acl').inbound).map(([, { fromPort }]) => fromPort);
const rowOf = (design: Design, number: number): RowId => byNumber(named(design, 'acl-public', 'network-acl').inbound).find(([, rule]) => rule.number === number)?.[0] ?? asRowId('none');

describe('a new ACL rule', () => {
  const rule: GivenAclRule = { protocol: 'tcp', fromPort: 443, cidr: ANY, action: 'allow' };
  test.each([
    [[], undefined, [100]],
    [[100], undefined, [100, 110]],
    [[100, 120], undefined, [100, 120, 130]],
    [[100, 105], undefined, [100, 105, 110]],
    [[100, 120], 120, [100, 110, 120]],
    [[100, 110], 110, [100, 105, 110]],
    [[100], 100, [10, 100]],
    [[32_766], 32_766, [10, 32_766]],
  ])('beside %j, in front of %s: %j', (numbers, before, expected) => {
    const design = withRules(...numbers);
    const added = after(design, addAclRule(design, { networkAcl, direction: 'inbound', rule, before: before === undefined ? undefined : rowOf(design, before) }));
    expect(numbersOf(added)).toEqual(expected);
  });

  test.each([
    [{ ...rule, number: 100 }, 'acl-public has a rule 100 in that direction already; choose another number.'],
    [{ ...rule, number: 0 }, '0 is no rule number; rules are numbered 1 to 32,766.'],
    [{ ...rule, number: 32_767 }, '32767 is no rule number; rules are numbered 1 to 32,766.'],
    [{ ...rule, cidr: 'all' }, /neither an IPv4 nor an IPv6 address/],
    [{ ...rule, fromPort: 70_000 }, '70000 is not a port; ports are 0 to 65535.'],
    [{ ...rule, fromPort: 90, toPort: 80 }, 'The port range 90–80 ends before it begins.'],
    [{ ...rule, number: 90, toPort: 444 }, 'Add inbound rule 90 (allow TCP 443–444 from 0.0.0.0/0) to acl-public'],
    [{ protocol: 'icmp' as const, icmpType: 8, cidr: '10.0.0.5/8', action: 'deny' as const }, 'Add inbound rule 110 (deny ICMP type 8 from 10.0.0.0/8) to acl-public'],
    [{ protocol: 6, fromPort: 22, cidr: ANY, action: 'deny' as const }, 'Add inbound rule 110 (deny TCP 22 from 0.0.0.0/0) to acl-public'],
  ])('%j', (given, words) => {
    const said = wordsOf(addAclRule(withRules(100), { networkAcl, direction: 'inbound', rule: given }));
    if (typeof words === 'string') expect(said).toBe(words);
    else expect(said).toMatch(words);
  });

  test('is refused where no number is free in front', () => {
    const design = withRules(100, 101);
    expect(wordsOf(addAclRule(design, { networkAcl, direction: 'inbound', rule, before: rowOf(design, 101) }))).toBe('No rule number is free in front of rule 101; renumber the rules first.');
    const last = withRules(32_766);
    expect(wordsOf(addAclRule(last, { networkAcl, direction: 'inbound', rule }))).toBe('No rule number is free behind the last rule; renumber the rules first.');
  });

  test('is refused beyond what AWS allows', () => {
    const full = withRules(...Array.from({ length: 39 }, (_, index) => index + 1));
    expect(wordsOf(addAclRule(full, { networkAcl, direction: 'inbound', rule }))).toBe('acl-public has 40 inbound rules with the closing one; AWS allows no more.');
  });
});

describe('ACL rules that are there', () => {
  const design = withRules(100, 110, 111, 200);
  test.each([
    [200, 0, [200, 100, 110, 111]],
    [100, 3, [110, 111, 200, 100]],
    [200, 1, [100, 200, 110, 111]],
    [200, 2, [100, 110, 200, 111]],
    [110, 99, [100, 111, 200, 110]],
  ])('rule %s moved to position %s', (number, position, ports) => {
    const moved = after(design, moveAclRule(design, { networkAcl, direction: 'inbound', row: rowOf(design, number), position }));
    expect(portsOf(moved)).toEqual(ports);
    expect(new Set(numbersOf(moved)).size).toBe(4);
  });
  test('are numbered anew in the order they have', () => {
    const anew = after(design, renumberAclRules(design, { networkAcl, direction: 'inbound' }));
    expect([numbersOf(anew), portsOf(anew)]).toEqual([[100, 110, 120, 130], [100, 110, 111, 200]]);
  });
  test('change field by field', () => {
    const changed = after(design, changeAclRule(design, { networkAcl, direction: 'inbound', row: rowOf(design, 200), rule: { number: 90, action: 'deny', fromPort: undefined, toPort: undefined } }));
    expect(byNumber(named(changed, 'acl-public', 'network-acl').inbound)[0]?.[1]).toEqual({ number: 90, protocol: 'tcp', cidr: ANY, action: 'deny' });
    expect(wordsOf(changeAclRule(design, { networkAcl, direction: 'inbound', row: rowOf(design, 200), rule: { number: 100 } }))).toMatch(/has a rule 100/);
  });
  test('are removed', () => {
    expect(numbersOf(after(design, removeAclRule(design, { networkAcl, direction: 'inbound', row: rowOf(design, 110) })))).toEqual([100, 111, 200]);
    expect(wordsOf(removeAclRule(design, { networkAcl, direction: 'outbound', row: asRowId('rule-1') }))).toBe('acl-public has no outbound rule rule-1.');
  });
});

describe('group rules', () => {
  const securityGroup = idOf(start, 'web-sg');
  const https = { protocol: 'tcp', fromPort: 443, peer: { cidr: ANY } } as const;
  const open = after(start, addGroupRule(start, { securityGroup, direction: 'inbound', rule: https }));
  const row = asRowId('rule-1');
  const inbound = (design: Design): readonly unknown[] => Object.values(named(design, 'web-sg', 'security-group').inbound);

  test.each([
    [https, 'web-sg lets TCP 443 in from 0.0.0.0/0 already.'],
    [{ ...https, description: 'again' }, 'web-sg lets TCP 443 in from 0.0.0.0/0 already.'],
    [{ ...https, fromPort: 80 }, 'Let TCP 80 in from 0.0.0.0/0 in web-sg'],
    [{ protocol: 'all' as const, peer: { group: securityGroup } }, 'Let all traffic in from web-sg in web-sg'],
    [{ protocol: 'all' as const, peer: { group: idOf(start, 'default-other') } }, 'default-other belongs to other and web-sg to app; a rule names a group of its own VPC, or of one peered with it in the same Region.'],
    [{ protocol: 'all' as const, peer: { group: idOf(start, 'web-1') } }, 'web-1 is an instance, not a security group.'],
    [{ protocol: 'udp' as const, fromPort: 1, toPort: 9, peer: { prefixList: 'pl-1' as never } }, 'Let UDP 1–9 in from pl-1 in web-sg'],
  ])('%j', (rule, words) => {
    expect(wordsOf(addGroupRule(open, { securityGroup, direction: 'inbound', rule }))).toBe(words);
  });

  test('change and go', () => {
    const changed = after(open, changeGroupRule(open, { securityGroup, direction: 'inbound', row, rule: { peer: { cidr: '203.0.113.7/32' }, description: ' my IP ' } }));
    expect(inbound(changed)).toEqual([{ protocol: 'tcp', fromPort: 443, toPort: 443, peer: { cidr: '203.0.113.7/32' }, description: 'my IP' }]);
    expect(inbound(after(open, removeGroupRule(open, { securityGroup, direction: 'inbound', row })))).toEqual([]);
    expect(wordsOf(removeGroupRule(open, { securityGroup, direction: 'outbound', row: asRowId('rule-9') }))).toBe('web-sg has no outbound rule rule-9.');
  });

  test.each([
    ['198.51.100.0/24\n203.0.113.7, 10.1.2.3/8', 'Add 3 rules to web-sg'],
    ['198.51.100.0/24; 0.0.0.0/0', 'Add 1 rule to web-sg. 0.0.0.0/0 was there already.'],
    ['198.51.100.0/24 10.0.0.300', 'Add 1 rule to web-sg. 10.0.0.300 is neither an IPv4 nor an IPv6 address; write a block such as 10.0.0.0/16 or 2001:db8::/56.'],
    ['0.0.0.0/0', 'web-sg has rules for 0.0.0.0/0 already.'],
    ['none', 'none is neither an IPv4 nor an IPv6 address; write a block such as 10.0.0.0/16 or 2001:db8::/56.'],
    ['  ', 'No CIDR block is in the text; write blocks such as 203.0.113.0/24, one a line.'],
  ])('pasted %j', (text, words) => {
    expect(wordsOf(pasteCidrs(open, { securityGroup, direction: 'inbound', traffic: { protocol: 'tcp', fromPort: 443 }, text }))).toBe(words);
  });
});

test('a list of blocks is read with each piece once', () => {
  expect(readCidrList('10.0.0.0/8,10.1.0.0/8 "203.0.113.7"\n\n;x')).toMatchObject({ cidrs: ['10.0.0.0/8', '203.0.113.7/32'], problems: [expect.stringMatching(/^x is neither/) as string] });
});

describe('the groups of a machine', () => {
  const [web, sg, other] = [idOf(start, 'web-1'), idOf(start, 'web-sg'), idOf(start, 'default-other')];
  test.each([
    [setSecurityGroups(start, { target: web, groups: [sg] }), 'Guard web-1 by web-sg'],
    [setSecurityGroups(start, { target: idOf(start, 'orders'), groups: [sg] }), 'Guard orders by web-sg'],
    [setSecurityGroups(start, { target: web, groups: [] }), 'web-1 needs at least one security group.'],
    [setSecurityGroups(start, { target: web, groups: [other] }), 'default-other belongs to other, not to the VPC of web-1.'],
    [addSecurityGroupTo(start, { target: idOf(start, 'web-2'), group: sg }), 'Give web-sg to web-2'],
    [addSecurityGroupTo(start, { target: web, group: sg }), 'web-1 has web-sg already.'],
    [addSecurityGroupTo(start, { target: web, group: other }), 'default-other belongs to other, not to the VPC of web-1.'],
  ])('%#', (result, words) => {
    expect(wordsOf(result)).toBe(words);
  });
  test('of a database are those of its interfaces too', () => {
    const guarded = after(start, setSecurityGroups(start, { target: idOf(start, 'orders'), groups: [sg] }));
    expect([named(guarded, 'orders', 'db-instance'), named(guarded, 'eni-orders-primary', 'network-interface'), named(guarded, 'eni-orders-standby', 'network-interface')].map(({ securityGroups }) => securityGroups)).toEqual([[sg], [sg], [sg]]);
  });
});
