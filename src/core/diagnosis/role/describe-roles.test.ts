import { expect, test } from 'vitest';
import { openEmployeeDirectory } from '../../templates/employee-directory.ts';
import { describeRoles } from './describe-roles.ts';

test('the role of the employee directory says what its instance asks for', () => {
  const [facts] = Object.values(describeRoles(openEmployeeDirectory()));
  expect(facts).toMatchObject({ kind: 'iam-role', trust: 'yes', instances: [expect.stringMatching(/^i-/)] });
  expect(facts?.needs.slice(0, 2)).toMatchObject([
    { action: 's3:GetObject', resource: 'arn:aws:s3:::employee-directory-release/application.zip', answer: 'allowed', because: 'statement 1 of AmazonS3FullAccess' },
    { action: 's3:GetObject', resource: 'arn:aws:s3:::employee-directory-photos/*', answer: 'allowed' },
  ]);
  expect(facts?.needs.map(({ action }) => action)).toContain('dynamodb:Scan');
});
