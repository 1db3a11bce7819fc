import { expect, test } from 'vitest';
import type { Design } from '../../../model/design.ts';
import type { IamRole } from '../../../model/resources/iam-role.ts';
import { findResource, importFiles, sentencesOf } from '../import-for-tests.ts';

const ACCOUNT = '111122223333';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/servers/web`;
const POLICY = `arn:aws:iam::${ACCOUNT}:policy/read-photos`;
const S3 = 'arn:aws:iam::aws:policy/AmazonS3FullAccess';
const trust = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }] };
const photos = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::photos/*' }] };
const bare = { RoleName: 'web', Path: '/servers/', RoleId: 'AROA1', Arn: ROLE, AssumeRolePolicyDocument: trust };

const roleOf = (design: Design): IamRole => findResource(design, ROLE, 'iam-role');
const policiesOf = (design: Design): readonly unknown[] => Object.values(roleOf(design).policies);
const files = (...answers: readonly (readonly [path: string, document: unknown])[]) => answers.map(([path, document]) => ({ path: `shop/${path}`, document }));

// The shapes of the answers: https://docs.aws.amazon.com/cli/latest/reference/iam/
const details = {
  RoleDetailList: [
    {
      ...bare,
      InstanceProfileList: [{ InstanceProfileName: 'web-profile', Arn: `arn:aws:iam::${ACCOUNT}:instance-profile/web-profile`, Roles: [bare] }],
      RolePolicyList: [{ PolicyName: 'photos', PolicyDocument: encodeURIComponent(JSON.stringify(photos)) }],
      AttachedManagedPolicies: [{ PolicyName: 'AmazonS3FullAccess', PolicyArn: S3 }, { PolicyName: 'read-photos', PolicyArn: POLICY }],
      PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: POLICY },
      Tags: [{ Key: 'Name', Value: 'not its name' }],
    },
  ],
  Policies: [{ PolicyName: 'read-photos', Arn: POLICY, DefaultVersionId: 'v2', PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: false, Document: {} }, { VersionId: 'v2', IsDefaultVersion: true, Document: photos }] }],
};

test('get-account-authorization-details tells a role whole', () => {
  const { design, report } = importFiles(files(['details.json', details]));
  expect(roleOf(design)).toMatchObject({ name: 'web', arn: ROLE, account: ACCOUNT, trustPolicy: trust, instanceProfiles: ['web-profile'], permissionsBoundary: { arn: POLICY, document: photos } });
  expect(roleOf(design).policiesKnown).toBeUndefined();
  expect(policiesOf(design)).toEqual([{ name: 'photos', document: photos }, { name: 'AmazonS3FullAccess', arn: S3 }, { name: 'read-photos', arn: POLICY, document: photos }]);
  expect(sentencesOf(report, 'skipped')).toEqual([]);
});

test('the single answers tell the same', () => {
  const { design } = importFiles(
    files(
      ['list-roles.json', { Roles: [{ ...bare, AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(trust)) }] }],
      ['profiles.json', { InstanceProfiles: [{ InstanceProfileName: 'web-profile', Arn: 'arn:aws:iam::1:instance-profile/web-profile', Roles: [bare] }] }],
      ['list-attached-role-policies-web.json', { AttachedPolicies: [{ PolicyName: 'read-photos', PolicyArn: POLICY }] }],
      ['list-role-policies/web.json', { PolicyNames: ['photos'], IsTruncated: false }],
      ['inline.json', { RoleName: 'web', PolicyName: 'photos', PolicyDocument: photos }],
      ['get-policy-version/read-photos.json', { PolicyVersion: { VersionId: 'v2', IsDefaultVersion: true, Document: photos } }],
    ),
  );
  expect(roleOf(design)).toMatchObject({ name: 'web', trustPolicy: trust, instanceProfiles: ['web-profile'] });
  expect(roleOf(design).policiesKnown).toBeUndefined();
  expect(policiesOf(design)).toEqual([{ name: 'read-photos', arn: POLICY, document: photos }, { name: 'photos', document: photos }]);
});

test('a role without an answer about its policies may have some', () => {
  expect(roleOf(importFiles(files(['role.json', { Role: bare }])).design)).toMatchObject({ policies: {}, policiesKnown: false });
});

test('a document that cannot be read is said, and its policy stays by name', () => {
  const answer = { ...bare, RolePolicyList: [{ PolicyName: 'photos', PolicyDocument: '%7B%22Version' }, { PolicyName: 'other', PolicyDocument: 7 }], AttachedManagedPolicies: [] };
  const { design, report } = importFiles(files(['details.json', { RoleDetailList: [answer] }]));
  expect(policiesOf(design)).toEqual([{ name: 'photos' }, { name: 'other' }]);
  expect(sentencesOf(report, 'skipped')).toEqual([
    'The document of policy photos of role web is no JSON object (at line 1, column 10); what it allows is not known.',
    'The document of policy other of role web is no JSON object; what it allows is not known.',
  ]);
});

test('answers that name no role and no policy are said', () => {
  const { report } = importFiles(files(['roles.json', { Roles: [bare] }], ['attached.json', { AttachedPolicies: [] }], ['version.json', { PolicyVersion: { Document: photos } }]));
  expect(sentencesOf(report, 'broken-reference').map((sentence) => sentence.split(';')[0])).toEqual([
    '"AttachedPolicies" in shop/attached.json does not say which role it is of, or the files lack that role',
    '"PolicyVersion" in shop/version.json belongs to no policy of a role in the files',
  ]);
});

const bucketPolicy = (...resources: readonly string[]): string => JSON.stringify({ Version: '2012-10-17', Statement: resources.map((Resource) => ({ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource })) });

test('the policy of a bucket stands beside the roles that instances may have', () => {
  const { design, report } = importFiles(files(['details.json', details], ['bucket.json', { Policy: bucketPolicy('arn:aws:s3:::photos', 'arn:aws:s3:::photos/*') }]));
  expect(Object.values(roleOf(design).resourcePolicies ?? {})).toMatchObject([{ resource: 'arn:aws:s3:::photos', document: { Statement: [{ Resource: 'arn:aws:s3:::photos' }, { Resource: 'arn:aws:s3:::photos/*' }] } }]);
  expect(sentencesOf(report, 'skipped')).toEqual([]);
});

test.each([
  ['of any resource', bucketPolicy('*'), 'The policy in shop/bucket.json does not name one resource; it was left out.'],
  ['that is no JSON', '{', 'The document of the policy in shop/bucket.json is no JSON object (at line 1, column 2); what it allows is not known.'],
])('a policy %s is said', (_title, text, sentence) => {
  expect(sentencesOf(importFiles(files(['details.json', details], ['bucket.json', { Policy: text }])).report, 'skipped')).toEqual([sentence]);
});

test('the description of a managed policy is no policy of a resource', () => {
  const { design, report } = importFiles(files(['details.json', details], ['get-policy.json', { Policy: { PolicyName: 'read-photos', Arn: POLICY, DefaultVersionId: 'v2' } }]));
  expect(roleOf(design).resourcePolicies).toBeUndefined();
  expect(sentencesOf(report, 'skipped')).toEqual([]);
});
