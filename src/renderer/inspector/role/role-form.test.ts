import type { RoleNeed } from '@core/findings/report.ts';
import { asResourceId } from '@core/model/ids.ts';
import { expect, test } from 'vitest';
import { joinNeeds } from './join-needs.ts';
import { readTypedPolicy, sayPolicy } from './policies-section.tsx';

const need = (given: Partial<RoleNeed>): RoleNeed => ({ instance: asResourceId('i-1'), action: 's3:GetObject', resource: 'arn:aws:s3:::photos/*', answer: 'allowed', because: 'statement 1 of photos', ...given });

test('actions on one resource with one answer stand together, each once', () => {
  const joined = joinNeeds([need({}), need({ action: 's3:PutObject' }), need({ instance: asResourceId('i-2') }), need({ answer: 'denied', because: 'no policy allows it' })]);
  expect(joined.map(({ actions, answer }) => [actions, answer])).toEqual([[['s3:GetObject', 's3:PutObject'], 'allowed'], [['s3:GetObject'], 'denied']]);
});

test.each([
  [{ name: 'photos', document: {} }, 'inline'],
  [{ name: 'photos' }, 'inline, not known'],
  [{ name: 'AmazonS3FullAccess', arn: 'arn:aws:iam::aws:policy/AmazonS3FullAccess' }, 'managed, v2'],
  [{ name: 'photos', arn: 'arn:aws:iam::111122223333:policy/photos' }, 'managed, not known'],
  [{ name: 'photos', arn: 'arn:aws:iam::111122223333:policy/photos', document: {} }, 'managed'],
])('%j is %s', (policy, words) => {
  expect(sayPolicy(policy)).toBe(words);
});

test('an ARN can be typed, and what is none is no choice', () => {
  expect(readTypedPolicy('arn:aws:iam::111122223333:policy/photos')).toMatchObject({ label: 'photos', sentence: 'Its statements are not known here.' });
  expect(readTypedPolicy('photos')).toBeUndefined();
});
