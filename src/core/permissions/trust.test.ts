import { expect, test } from 'vitest';
import { trustsEc2 } from './trust.ts';
import type { Truth } from './truth.ts';

const assume = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ec2.amazonaws.com' } };
const document = (...statements: readonly unknown[]): unknown => ({ Version: '2012-10-17', Statement: statements });

test.each<[string, unknown, Truth]>([
  ['the console’s own', document(assume), 'yes'],
  ['one of several services', document({ ...assume, Principal: { Service: ['lambda.amazonaws.com', 'ec2.amazonaws.com'] } }), 'yes'],
  ['another service', document({ ...assume, Principal: { Service: 'lambda.amazonaws.com' } }), 'no'],
  ['an account', document({ ...assume, Principal: { AWS: '111122223333' } }), 'no'],
  ['another action', document({ ...assume, Action: 'sts:TagSession' }), 'no'],
  ['denied', document(assume, { ...assume, Effect: 'Deny' }), 'no'],
  ['with a condition that nobody knows', document({ ...assume, Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } } }), 'unknown'],
  ['no document', undefined, 'unknown'],
])('%s', (_title, policy, truth) => {
  expect(trustsEc2(policy)).toBe(truth);
});
