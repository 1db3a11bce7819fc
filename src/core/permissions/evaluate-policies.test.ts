import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluatePolicies, type Decision } from './evaluate-policies.ts';

const request = { action: 's3:GetObject', resource: 'arn:aws:s3:::photos/a.png' };
const policy = (...statements: readonly object[]): unknown => ({ Version: '2012-10-17', Statement: statements });
const allow = { Effect: 'Allow', Action: 's3:*', Resource: '*' };
const deny = { Effect: 'Deny', Action: 's3:Get*', Resource: 'arn:aws:s3:::photos/*' };
const condition = { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } };

const cases: readonly (readonly [string, readonly unknown[], Decision])[] = [
  ['no policy', [], 'not-allowed'],
  ['an allow', [policy(allow)], 'allowed'],
  ['an action in other case', [policy({ ...allow, Action: 'S3:getobject' })], 'allowed'],
  ['another bucket', [policy({ ...allow, Resource: 'arn:aws:s3:::other/*' })], 'not-allowed'],
  ['a resource in other case', [policy({ ...allow, Resource: 'arn:aws:s3:::Photos/*' })], 'not-allowed'],
  ['a question mark', [policy({ ...allow, Resource: 'arn:aws:s3:::photos/?.png' })], 'allowed'],
  ['a deny beside an allow', [policy(allow), policy(deny)], 'explicit-deny'],
  ['NotAction', [policy({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' })], 'allowed'],
  ['NotResource', [policy({ Effect: 'Allow', Action: '*', NotResource: 'arn:aws:s3:::photos/*' })], 'not-allowed'],
  ['an allow with a condition', [policy({ ...allow, Condition: condition })], 'unknown'],
  ['a deny with a condition', [policy(allow, { ...deny, Condition: condition })], 'unknown'],
  ['a policy variable', [policy({ ...allow, Resource: 'arn:aws:s3:::${aws:username}/*' })], 'unknown'],
  ['a policy known by name alone', [undefined], 'unknown'],
];

test.each(cases)('%s', (_title, identity, decision) => {
  expect(evaluatePolicies({ identity }, request)).toBe(decision);
});

test('a boundary and an endpoint policy have to allow too', () => {
  const other = { document: policy({ ...allow, Action: 'dynamodb:*' }) };
  expect(evaluatePolicies({ identity: [policy(allow)], boundary: other }, request)).toBe('outside-boundary');
  expect(evaluatePolicies({ identity: [policy(allow)], endpoint: other }, request)).toBe('outside-endpoint-policy');
});

test('a matching deny without a condition always denies, and no JSON makes it throw', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { maxLength: 4 }), (others) => {
      expect(evaluatePolicies({ identity: [...others, policy(deny)] }, request)).toBe('explicit-deny');
      expect(typeof evaluatePolicies({ identity: [{ Statement: others }], boundary: { document: others[0] } }, request)).toBe('string');
    }),
  );
});
