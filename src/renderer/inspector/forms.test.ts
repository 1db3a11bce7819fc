import { setInstanceState } from '@core/editing/set-instance-state.ts';
import { addVpcIpv6Cidr } from '@core/editing/secondary-cidrs.ts';
import { setSubnetIpv6Cidr } from '@core/editing/set-subnet-cidr.ts';
import { judgeIpv6, nextIpv6 } from '@core/editing/ipv6-addresses.ts';
import { associateElasticIp } from '@core/editing/elastic-ip.ts';
import type { EditResult } from '@core/editing/edit-result.ts';
import type { Finding } from '@core/findings/finding.ts';
import type { Design } from '@core/model/design.ts';
import { asResourceId } from '@core/model/ids.ts';
import { applyPatch } from '@core/patch/apply-patch.ts';
import { openThreeTiers } from '@core/templates/three-tiers.ts';
import { describe, expect, test } from 'vitest';
import { drawDesign, keyOf, repeatableRandom } from '../testing/draw-design.ts';
import { sayPower } from './instance/say-power.ts';
import { countKinds } from './nothing-selected.tsx';
import { judgeAsn } from './parts/asn-field.tsx';
import { findOfKind, findResource } from './parts/name-of.ts';
import { explainPublic } from './route-table-form.tsx';
import { findingsOfRows, lookOfFindings } from './rows/findings-of-rows.ts';
import { setEngine } from './set-engine.ts';
import { setRegionCode } from './set-region-code.ts';
import { setTagOfAll } from './set-tag-of-all.ts';
import { describeSelection } from './several-selected.tsx';
import { suggestIpv6Block } from './subnet-ipv6-section.tsx';
import { withTag } from './tag-table.tsx';
import { listNeighbours } from './vpc-neighbours.tsx';

const tiers = openThreeTiers();
const idIn = (design: Design, name: string) => asResourceId(keyOf(design, name));
const random = repeatableRandom();

function after(before: Design, result: EditResult): Design {
  if (!result.ok) throw new Error(result.refused);
  const applied = applyPatch(before, result.patch);
  if (!applied.ok) throw new Error(applied.problem);
  return applied.document;
}

function need<Kind extends 'instance' | 'route-table' | 'vpc'>(design: Design, name: string, kind: Kind) {
  const value = findOfKind(design, keyOf(design, name), kind);
  if (!value) throw new Error(`${name} is no ${kind}.`);
  return value;
}

describe('what a stop releases', () => {
  const say = (design: Design, name: string) => sayPower(design, idIn(design, name), need(design, name, 'instance'));
  const web = idIn(tiers, 'web-1');

  test('an auto-assigned address goes', () => {
    expect(say(tiers, 'web-1')).toBe('A stop releases 203.0.113.1; a start gives another.');
  });

  test('an instance without a public address loses none', () => {
    expect(say(tiers, 'app-1')).toBe('A stop releases no public address.');
  });

  test('an Elastic IP address stays', () => {
    const elastic = after(tiers, associateElasticIp(tiers, { target: web, random }));
    expect(say(elastic, 'web-1')).toMatch(/^A stop releases no public address\. [\d.]+ is an Elastic IP address and stays\.$/);
  });

  test('a terminated one is gone', () => {
    const gone = after(tiers, setInstanceState(tiers, { instance: web, state: 'terminated', random }));
    expect(say(gone, 'web-1')).toBe('It is terminated, which is final; launch another instance.');
  });
});

describe('why subnets are public', () => {
  test.each([
    ['rtb-public', 'rtb-public does, so public-a and public-b are public.'],
    ['rtb-db', 'rtb-db does not, so db-a and db-b are private.'],
    ['rtb-app-main', 'No subnet uses rtb-app-main.'],
  ])('%s', (name, ending) => {
    expect(explainPublic(tiers, idIn(tiers, name), need(tiers, name, 'route-table'))).toBe(
      `A subnet is public when its route table sends traffic to an attached internet gateway. ${ending}`,
    );
  });
});

describe('IPv6', () => {
  const vpc = idIn(tiers, 'app');
  const subnet = idIn(tiers, 'public-a');
  const wide = after(tiers, addVpcIpv6Cidr(tiers, { vpc, cidr: '2001:db8:1234::/56' }));
  const dual = after(wide, setSubnetIpv6Cidr(wide, { subnet, cidr: '2001:db8:1234::/64' }));

  test('a subnet is offered a block only where its VPC has one', () => {
    expect(suggestIpv6Block(tiers, vpc)).toBeUndefined();
    expect(suggestIpv6Block(wide, vpc)).toBe('2001:db8:1234::/64');
    expect(suggestIpv6Block(dual, vpc)).toBe('2001:db8:1234:1::/64');
  });

  test('the first free address is behind the four that AWS keeps', () => {
    expect(nextIpv6(dual, subnet)).toBe('2001:db8:1234::4');
    expect(nextIpv6(tiers, subnet)).toBeUndefined();
  });

  test.each([
    ['2001:db8:1234::4', undefined],
    ['2001:db8:1234::1', '2001:db8:1234::1 lies outside of public-a, or is one of the five addresses AWS keeps.'],
    ['2001:db8:9999::4', '2001:db8:9999::4 lies outside of public-a, or is one of the five addresses AWS keeps.'],
    ['10.0.0.4', '10.0.0.4 is not an IPv6 address.'],
  ])('%s', (text, expected) => {
    expect(judgeIpv6(dual, subnet, text)).toBe(expected);
  });
});

describe('edits of several things at once', () => {
  test('a tag is put on all, and taken back in one step', () => {
    const resources = [idIn(tiers, 'web-1'), idIn(tiers, 'web-2')];
    const result = setTagOfAll(tiers, { resources, tag: ' Tier ', value: 'web' });
    expect(result.ok && result.said).toBe('Tag 2 resources with Tier');
    const tagged = after(tiers, result);
    expect(resources.map((id) => findResource(tagged, id)?.tags)).toEqual([{ Tier: 'web' }, { Tier: 'web' }]);
    expect(setTagOfAll(tiers, { resources, tag: ' ', value: '' })).toEqual({ ok: false, refused: 'A tag needs a key.' });
  });

  test('the port of a database follows its engine while it is the usual one', () => {
    const dbInstance = idIn(tiers, 'orders');
    const postgres = after(tiers, setEngine(tiers, { dbInstance, engine: 'postgres' }));
    expect(findResource(postgres, dbInstance)).toMatchObject({ engine: 'postgres', port: 5432 });
    const own = structuredClone(tiers);
    Object.assign(findResource(own, dbInstance) ?? {}, { port: 13306 });
    expect(findResource(after(own, setEngine(own, { dbInstance, engine: 'postgres' })), dbInstance)).toMatchObject({ port: 13306 });
  });

  test('a Region changes its code while it is empty', () => {
    const empty = drawDesign([['region', 'us-east-1']]);
    const region = idIn(empty, 'us-east-1');
    expect(findResource(after(empty, setRegionCode(empty, { region, code: 'eu-west-1' })), region)).toMatchObject({ code: 'eu-west-1', name: 'eu-west-1' });
    expect(setRegionCode(tiers, { region: idIn(tiers, 'us-east-1'), code: 'eu-west-1' })).toMatchObject({ ok: false });
  });

  test('a tag renamed keeps its place', () => {
    expect(Object.entries(withTag({ a: '1', b: '2', c: '3' }, 'b', { key: 'z', value: '2' }))).toEqual([
      ['a', '1'],
      ['z', '2'],
      ['c', '3'],
    ]);
    expect(withTag({}, '#new', { key: 'a', value: '' })).toEqual({ a: '' });
  });
});

describe('counting and comparing', () => {
  test('what is selected, the most frequent kind first', () => {
    const keys = ['app-1', 'app-2', 'public-a'].map((name) => keyOf(tiers, name));
    expect(describeSelection(tiers, [...keys, `zone:${keyOf(tiers, 'app')}:us-east-1a`])).toBe('2 instances, 1 subnet, 1 Availability Zone');
  });

  test('how many of each kind the design holds', () => {
    expect(countKinds(tiers)).toContainEqual({ key: 'Subnets', value: '6' });
    expect(countKinds({ resources: {} })).toEqual([]);
  });

  test('networks that overlap a VPC', () => {
    const vpc = need(tiers, 'app', 'vpc');
    const overlapping = (cidr: string) => listNeighbours(tiers, idIn(tiers, 'app'), { ...vpc, cidr }).map(({ name, meets }) => [name, meets !== undefined]);
    expect(overlapping(vpc.cidr)).toEqual([['office', false]]);
    expect(overlapping('192.168.8.0/21')).toEqual([['office', true]]);
    expect(overlapping('172.17.8.0/21')).toEqual([['office', false], ['Docker default', true]]);
  });

  test.each([
    ['65000', undefined],
    ['', undefined],
    ['0', '0 is no autonomous system number; write 1 to 4294967294.'],
    ['asn', 'asn is no autonomous system number; write 1 to 4294967294.'],
  ])('the autonomous system number %j', (text, expected) => {
    expect(judgeAsn(text)).toBe(expected);
  });
});

describe('findings of rows', () => {
  const acl = asResourceId('acl-1');
  const finding = (given: Partial<Finding>): Finding => ({
    id: 'f',
    rule: 'acl-rule-never-reached',
    severity: 'warning',
    message: 'Never.',
    why: '',
    learnMore: '',
    evidence: [{ at: acl, row: 'rule-1' }],
    fixes: [],
    ...given,
  });
  const both = () => true;
  const keysOf = (found: Finding, hasRow = both) => [...findingsOfRows([found], acl, hasRow).keys()];

  test('the direction is what the evidence says', () => {
    expect(keysOf(finding({ evidence: [{ at: acl, row: 'rule-1', direction: 'outbound' }] }))).toEqual(['outbound rule-1']);
  });

  test('else the only one that has the row, else the one its fix works on', () => {
    expect(findingsOfRows([finding({})], acl, (_row, direction) => direction === 'inbound').has('inbound rule-1')).toBe(true);
    expect(keysOf(finding({ fixes: [{ title: 'Remove it', patch: [{ op: 'remove', path: '/resources/acl-1/outbound/rule-1' }] }] }))).toEqual([
      'outbound rule-1',
    ]);
  });

  test('a finding that could mean two rows marks none of them', () => {
    expect(keysOf(finding({}))).toEqual([]);
    expect(keysOf(finding({ fixes: [{ title: 'Add another', patch: [{ op: 'add', path: '/resources/acl-1/outbound/rule-9', value: {} }] }] }))).toEqual([]);
  });

  test('the worst finding gives mark and sentence', () => {
    const dull = finding({ rule: 'acl-number-twice', severity: 'error', message: 'Twice.' });
    expect(lookOfFindings([finding({}), dull])).toMatchObject({ struck: true, sentence: 'Twice.' });
    expect(lookOfFindings([dull])).toEqual({ struck: false, mark: { answer: 'fail', word: 'error' }, sentence: 'Twice.' });
    expect(lookOfFindings([])).toEqual({});
  });
});
