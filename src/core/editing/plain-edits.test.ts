import { describe, expect, test } from 'vitest';
import { asResourceId, asRowId } from '../model/ids.ts';
import { applyPatch } from '../patch/apply-patch.ts';
import { attachGateway, detachGateway } from './attach-gateway.ts';
import { addBlockedPorts, removeBlockedPorts } from './blocked-ports.ts';
import { parseZoneKey, zoneKey } from './container.ts';
import { after, idOf, named, sampleDesign, wordsOf } from './designs-for-tests.ts';
import { edit } from './edit.ts';
import { addExpectation, changeExpectation, removeExpectation, setAnswer } from './expectations.ts';
import { moveBoxes, resizeBox, setLayout } from './layout.ts';
import { addOnPremisesCidr, changeOnPremisesCidr } from './on-premises.ts';
import { renameDesign, renameResource } from './rename-resource.ts';
import { repeatableNumbers } from './repeatable-numbers.ts';
import { setField } from './set-field.ts';

const design = sampleDesign();
const random = repeatableNumbers(19);
const web = idOf(design, 'web-1');

describe('patches', () => {
  test('open with a test for each value they replace or remove', () => {
    const renamed = renameResource(design, { resource: web, name: 'front' });
    expect(renamed.ok && renamed.patch).toEqual([
      { op: 'test', path: `/resources/${web}/name`, value: 'web-1' },
      { op: 'replace', path: `/resources/${web}/name`, value: 'front' },
    ]);
  });

  test('refuse a design that has changed since', () => {
    const renamed = renameResource(design, { resource: web, name: 'front' });
    const other = after(design, renameResource(design, { resource: web, name: 'back' }));
    expect(renamed.ok && applyPatch(other, renamed.patch).ok).toBe(false);
  });

  test('hold nothing that stayed as it was', () => {
    const same = edit(design, (draft) => {
      draft.change(web, 'instance', { name: 'web-1' });
      return { said: 'Nothing' };
    });
    expect(same).toEqual({ ok: true, patch: [], select: [], said: 'Nothing' });
  });

  test('a fault that is no refusal is not hidden', () => {
    expect(() =>
      edit(design, () => {
        throw new Error('a bug');
      }),
    ).toThrow('a bug');
  });
});

describe('names', () => {
  test.each([
    [renameResource(design, { resource: web, name: ' front ' }), 'Rename web-1 to front'],
    [renameResource(design, { resource: web, name: '  ' }), 'web-1 needs a name.'],
    [renameResource(design, { resource: web, name: 'x'.repeat(256) }), 'A name has at most 255 characters; this one has 256.'],
    [renameResource(design, { resource: idOf(design, 'web-sg'), name: 'sg-web' }), 'A security group\'s name may not start with "sg-"; sg-web does.'],
    [renameResource(design, { resource: idOf(design, 'web-sg'), name: 'default-app' }), 'app has a security group named default-app already; names of groups are unique in a VPC.'],
    [renameResource(design, { resource: asResourceId('i-0'), name: 'x' }), 'i-0 is not in the design.'],
    [renameDesign(design, { name: 'shop' }), 'Rename the design to shop'],
    [renameDesign(design, { name: '' }), 'The design needs a name.'],
  ])('%#', (result, words) => {
    expect(wordsOf(result)).toBe(words);
  });
});

describe('single fields', () => {
  const subnet = idOf(design, 'public-a');
  test.each([
    [setField(design, { resource: subnet, path: ['autoAssignPublicIp'], value: true }), 'Set auto assign public ip of public-a to true'],
    [setField(design, { resource: web, path: ['services', 'service-1', 'running'], value: false }), 'Set running of web-1 to false'],
    [setField(design, { resource: web, path: ['services'], value: undefined }), 'Clear services of web-1'],
    [setField(design, { resource: web, path: ['instanceType'], value: 'm6i.large' }), 'Set instance type of web-1 to m6i.large'],
    [setField(design, { resource: subnet, path: ['autoAssignPublicIp'], value: 'yes' }), /^autoAssignPublicIp of public-a cannot be set: /],
    [setField(design, { resource: web, path: ['operatingSystem'], value: 'dos' }), /^operatingSystem of web-1 cannot be set: /],
    [setField(design, { resource: web, path: ['instanceType'], value: undefined }), /^instanceType of web-1 cannot be set: /],
    [setField(design, { resource: subnet, path: ['cidr'], value: '10.0.9.0/24' }), 'The CIDR block of public-a is changed together with what lies in it.'],
    [setField(design, { resource: subnet, path: ['vpc'], value: idOf(design, 'other') }), 'A resource changes its VPC by being moved.'],
    [setField(design, { resource: web, path: ['state'], value: 'stopped' }), 'web-1 is started, stopped and terminated by an edit that knows its addresses.'],
    [setField(design, { resource: idOf(design, 'desk-1'), path: ['network'], value: 'onprem-0' }), 'onprem-0 is not in the design.'],
    [setField(design, { resource: web, path: ['note', 'deeper'], value: 1 }), 'deeper cannot be set: what should hold it is not there.'],
  ])('%#', (result, words) => {
    if (typeof words === 'string') expect(wordsOf(result)).toBe(words);
    else expect(wordsOf(result)).toMatch(words);
  });
});

describe('gateways', () => {
  test.each([
    [detachGateway(design, { gateway: idOf(design, 'igw-app') }), 'Detach igw-app from app'],
    [detachGateway(design, { gateway: idOf(design, 'nat-a') }), 'nat-a is a NAT gateway; internet gateways and virtual private gateways attach to a VPC.'],
    [attachGateway(design, { gateway: idOf(design, 'igw-app'), vpc: idOf(design, 'app'), random }), 'igw-app is attached to app already.'],
    [attachGateway(design, { gateway: idOf(design, 'igw-app'), vpc: idOf(design, 'other'), random }), 'Attach igw-app to other'],
  ])('%#', (result, words) => {
    expect(wordsOf(result)).toBe(words);
  });
});

describe('saved questions', () => {
  const question = { from: 'internet', to: web, protocol: 'tcp', port: 80 } as const;
  const saved = after(design, addExpectation(design, { expectation: { question, verdict: 'reachable' } }));
  const row = asRowId('expectation-1');
  test.each([
    [addExpectation(design, { expectation: { question, verdict: 'blocked' } }), 'Expect the internet to web-1 to be blocked'],
    [addExpectation(saved, { expectation: { question, verdict: 'blocked' } }), 'This question is saved already, with the verdict reachable.'],
    [addExpectation(design, { expectation: { question: { ...question, port: -1 }, verdict: 'blocked' } }), /^This question cannot be saved: /],
    [changeExpectation(saved, { row, expectation: { title: 'The page', question, verdict: 'blocked' } }), 'Expect The page to be blocked'],
    [removeExpectation(saved, { row }), 'Stop expecting the internet to web-1 to be reachable'],
    [removeExpectation(design, { row }), 'No saved question expectation-1 is in the design.'],
    [setAnswer(design, { question, step: 'application', answer: 'yes' }), 'Answer step application with yes'],
    [setAnswer(design, { question, step: 'application', answer: undefined }), 'That step has no answer to take back.'],
  ])('%#', (result, words) => {
    if (typeof words === 'string') expect(wordsOf(result)).toBe(words);
    else expect(wordsOf(result)).toMatch(words);
  });

  test('leave nothing behind when the last one goes', () => {
    expect(after(saved, removeExpectation(saved, { row }))).not.toHaveProperty('expectations');
    const answered = after(design, setAnswer(design, { question, step: 'application', answer: 'yes' }));
    const changed = after(answered, setAnswer(answered, { question, step: 'application', answer: 'no' }));
    expect(Object.values(changed.answers ?? {})).toEqual([{ question, step: 'application', answer: 'no' }]);
    expect(after(changed, setAnswer(changed, { question, step: 'application', answer: undefined }))).not.toHaveProperty('answers');
  });
});

describe('places', () => {
  const zone = zoneKey(idOf(design, 'app'), 'us-east-1a');
  test.each([
    [moveBoxes(design, { boxes: { [web]: { x: 1, y: 2 } } }), 'Move web-1'],
    [moveBoxes(design, { boxes: { [zone]: { x: 1, y: 2 } } }), 'Move us-east-1a'],
    [moveBoxes(design, { boxes: { [web]: { x: 1, y: 2 }, [zone]: { x: 1, y: 2 }, [`standby:${idOf(design, 'orders')}`]: { x: 0, y: 0 } } }), 'Move 3 nodes'],
    [moveBoxes(design, { boxes: {} }), 'Nothing is selected; select what to move first.'],
    [moveBoxes(design, { boxes: { 'i-0': { x: 1, y: 2 } } }), 'i-0 is not in the design.'],
    [moveBoxes(design, { boxes: { [web]: { x: NaN, y: 2 } } }), `${web} cannot be placed at NaN, 2.`],
    [resizeBox(design, { key: zone, box: { x: 0, y: 0, width: 300, height: 200 } }), 'Resize us-east-1a'],
    [resizeBox(design, { key: zone, box: { x: 0, y: 0, width: 0, height: 200 } }), `${zone} needs a width and a height above 0.`],
  ])('%#', (result, words) => {
    expect(wordsOf(result)).toBe(words);
  });
  test('change no resource', () => {
    const moved = after(design, setLayout(design, { layout: { [web]: { x: 5, y: 5 } } }));
    expect(moved.resources).toBe(design.resources);
  });
  test('zone keys are read back, also with colons in the id of the VPC', () => {
    expect(parseZoneKey(zoneKey(asResourceId('a:b'), 'us-east-1a'))).toEqual({ vpc: 'a:b', zone: 'us-east-1a' });
    expect(parseZoneKey('vpc-1')).toBeUndefined();
  });
});

describe('outside', () => {
  const client = idOf(design, 'desk-1');
  const network = idOf(design, 'office');
  const row = asRowId('cidr-1');
  const blocked = after(design, addBlockedPorts(design, { client, ports: { protocol: 'tcp', fromPort: 22 } }));
  test.each([
    [addBlockedPorts(design, { client, ports: { protocol: 'udp', fromPort: 1, toPort: 9 } }), 'Block UDP 1–9 in the network of desk-1'],
    [removeBlockedPorts(blocked, { client, row: asRowId('port-1') }), 'Let TCP 22 out of the network of desk-1'],
    [addOnPremisesCidr(design, { network, cidr: '172.16.0.0/12' }), 'Add 172.16.0.0/12 to office'],
    [addOnPremisesCidr(design, { network, cidr: '192.168.5.0/24' }), '192.168.5.0/24 overlaps 192.168.0.0/16, another block of office.'],
    [changeOnPremisesCidr(design, { network, row, cidr: '192.168.0.0/20' }), 'Change 192.168.0.0/16 of office to 192.168.0.0/20'],
    [changeOnPremisesCidr(design, { network, row, cidr: 'x' }), /neither an IPv4 nor an IPv6 address/],
  ])('%#', (result, words) => {
    if (typeof words === 'string') expect(wordsOf(result)).toBe(words);
    else expect(wordsOf(result)).toMatch(words);
  });
  test('static routes that named the old block follow', () => {
    const changed = after(design, changeOnPremisesCidr(design, { network, row, cidr: '192.168.0.0/20' }));
    expect(Object.values(named(changed, 'vpn-office', 'vpn-connection').staticRoutes)).toEqual([{ cidr: '192.168.0.0/20' }]);
  });
});
