import { expect, test } from 'vitest';
import { buildLookup } from '../lookup/build-lookup.ts';
import { asResourceId } from '../model/ids.ts';
import { EdgeDesignBuilder } from '../testing/edge-design-builder.ts';
import { explainStep } from './explain-step.ts';
import type { TraceStep } from './flight.ts';

const lookup = buildLookup(
  new EdgeDesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .subnet('subnet-1', { vpc: 'vpc-1', cidr: '10.0.1.0/24' })
    .routeTable('rtb-1', 'vpc-1', ['0.0.0.0/0 -> igw-1'])
    .internetGateway('igw-1', 'vpc-1')
    .networkAcl('acl-1', 'vpc-1', { inbound: ['100 allow tcp 22'], outbound: ['200 deny all'] })
    .group('sg-1', 'vpc-1', { inbound: ['tcp 22'] })
    .machine('i-1', { subnet: 'subnet-1', address: '10.0.1.10', groups: ['sg-1'] })
    .build(),
);

const id = asResourceId;
const groupStep = { kind: 'security-group', interface: id('eni-i-1'), isReply: false } as const;
const aclStep = { kind: 'network-acl', subnet: id('subnet-1'), isDefault: false } as const;
const routeStep = { kind: 'route', subnet: id('subnet-1'), destination: '8.8.8.8' } as const;

const step = (resource: string, detail: TraceStep['detail'], given: Partial<TraceStep> = {}): TraceStep => ({ step: 'route', resource: id(resource), detail, passed: true, evidence: undefined, ...given });

test.each<[string, TraceStep]>([
  ['eni-i-1 sends from 10.0.1.10.', step('eni-i-1', { kind: 'leave', address: '10.0.1.10' })],
  ['sg-1 in 22 lets it in at i-1.', step('sg-1', { ...groupStep, direction: 'inbound' }, { evidence: { at: id('sg-1'), row: 'in-1' } })],
  ['sg-1 lets it out at i-1.', step('sg-1', { ...groupStep, direction: 'outbound' })],
  ['sg-1 has no inbound rule that lets this in at i-1.', step('sg-1', { ...groupStep, direction: 'inbound' }, { passed: false })],
  ['sg-1 is stateful and lets the reply out at i-1.', step('sg-1', { ...groupStep, direction: 'outbound', isReply: true })],
  ['acl-1 in 100 lets it into subnet-1.', step('acl-1', { ...aclStep, direction: 'inbound' }, { evidence: { at: id('acl-1'), row: 'in-100' } })],
  ['acl-1 denies it out of subnet-1.', step('acl-1', { ...aclStep, direction: 'outbound' }, { passed: false })],
  ['The default network ACL, which allows everything, lets it into subnet-1.', step('subnet-1', { ...aclStep, direction: 'inbound', isDefault: true })],
  ['rtb-1 has no route for 8.8.8.8.', step('rtb-1', { ...routeStep, target: '' }, { passed: false })],
  ['rtb-1 sends 8.8.8.8 to local.', step('rtb-1', { ...routeStep, target: 'local' })],
  ['rtb-1 sends 8.8.8.8 to igw-1.', step('rtb-1', { ...routeStep, target: id('igw-1') })],
  ['rtb-1 sends 8.8.8.8 to igw-1, which does not take it further.', step('rtb-1', { ...routeStep, target: id('igw-1') }, { passed: false })],
  ['It passes igw-1.', step('igw-1', { kind: 'gateway', word: 'internet gateway' })],
  ['igw-1 stops it.', step('igw-1', { kind: 'gateway', word: 'internet gateway' }, { passed: false })],
  ['igw-1 takes it by its listener HTTP 80.', step('igw-1', { kind: 'gateway', word: 'listener HTTP 80' })],
  ['igw-1 stops it.', step('igw-1', { kind: 'gateway', word: 'listener HTTP 80' }, { passed: false })],
  ['igw-1 translates 10.0.1.10 to 203.0.113.10.', step('igw-1', { kind: 'translate', from: '10.0.1.10', to: '203.0.113.10' })],
  ['It arrives at i-1 (10.0.1.10).', step('eni-i-1', { kind: 'arrive', address: '10.0.1.10' })],
  ['Nobody holds 10.0.1.99.', step('subnet-1', { kind: 'arrive', address: '10.0.1.99' }, { passed: false })],
])('%s', (sentence, given) => {
  expect(explainStep(lookup, given)).toBe(sentence);
});
