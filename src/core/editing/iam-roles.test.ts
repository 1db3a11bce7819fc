import { expect, test } from 'vitest';
import { asResourceId, asRowId } from '../model/ids.ts';
import type { IamRole } from '../model/resources/iam-role.ts';
import { applyPatch } from '../patch/apply-patch.ts';
import { DesignBuilder } from '../testing/design-builder.ts';
import type { EditResult } from './edit-result.ts';
import { addInlinePolicy, attachManagedPolicy, drawRole, readPolicyArn, removePolicy, setBoundary } from './iam-roles.ts';

const role = asResourceId('role-1');
const S3 = 'arn:aws:iam::aws:policy/AmazonS3FullAccess';
const design = new DesignBuilder().add(role, { kind: 'iam-role', name: 'web', policies: { [asRowId('policy-1')]: { name: 'AmazonS3FullAccess', arn: S3 } }, permissionsBoundary: { arn: S3 } }).build();

function after(result: EditResult): IamRole | string {
  if (!result.ok) return result.refused;
  const applied = applyPatch(design, result.patch);
  const value = applied.ok ? applied.document.resources[role] : undefined;
  if (value?.kind !== 'iam-role') throw new Error('the edit does not apply');
  return value;
}

test.each<[string, string | undefined]>([
  ['AmazonS3FullAccess', S3],
  [' arn:aws:iam::111122223333:policy/team/photos ', 'arn:aws:iam::111122223333:policy/team/photos'],
  ['arn:aws:iam::aws:policy/service-role/AmazonEC2RoleforSSM', 'arn:aws:iam::aws:policy/service-role/AmazonEC2RoleforSSM'],
  ['arn:aws:iam::111122223333:role/web', undefined],
  ['SomeOtherPolicy', undefined],
])('%s', (typed, arn) => {
  expect(readPolicyArn(typed)).toBe(arn);
});

test('a managed policy is attached once', () => {
  expect(after(attachManagedPolicy(design, { role, policy: 'AmazonSSMManagedInstanceCore' }))).toMatchObject({ policies: { 'policy-2': { name: 'AmazonSSMManagedInstanceCore' } } });
  expect(after(attachManagedPolicy(design, { role, policy: S3 }))).toBe('AmazonS3FullAccess is attached to web already.');
  expect(after(attachManagedPolicy(design, { role, policy: 'nonsense' }))).toBe('nonsense is neither the ARN of a policy nor the name of a managed one that is known here; write its ARN.');
});

test('an inline policy is made, and a policy taken away', () => {
  expect(after(addInlinePolicy(design, { role }))).toMatchObject({ policies: { 'policy-2': { name: 'inline-1', document: { Statement: [] } } } });
  expect(after(removePolicy(design, { role, row: asRowId('policy-1') }))).toMatchObject({ policies: {} });
  expect(after(removePolicy(design, { role, row: asRowId('policy-9') }))).toBe('web has no policy policy-9.');
});

test('a boundary is set and taken away', () => {
  expect(after(setBoundary(design, { role, policy: 'AdministratorAccess' }))).toMatchObject({ permissionsBoundary: { arn: 'arn:aws:iam::aws:policy/AdministratorAccess' } });
  expect(after(setBoundary(design, { role, policy: ' ' }))).not.toHaveProperty('permissionsBoundary');
});

test('a role that an instance names is put into the design', () => {
  const named = new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .routeTable('rtb-1', 'vpc-1', [])
    .subnet('subnet-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-1' })
    .instance('i-web', { subnet: 'subnet-a', address: '10.0.1.10', groups: [], more: { role: 'app' } })
    .build();
  const result = drawRole(named, { instance: asResourceId('i-web'), random: () => 0.5 });
  const applied = result.ok ? applyPatch(named, result.patch) : undefined;
  const drawn = applied?.ok ? Object.values(applied.document.resources).find(({ kind }) => kind === 'iam-role') : undefined;
  expect(drawn).toMatchObject({ name: 'app', instanceProfiles: ['app'], policies: {}, trustPolicy: { Statement: [{ Principal: { Service: 'ec2.amazonaws.com' } }] } });
});
