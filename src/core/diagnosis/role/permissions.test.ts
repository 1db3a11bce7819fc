import { describe, expect, test } from 'vitest';
import type { Diagnosis, StepResult } from '../../findings/diagnosis.ts';
import type { Design } from '../../model/design.ts';
import { asResourceId, asRowId } from '../../model/ids.ts';
import type { IamRole, Instance } from '../../model/resources/index.ts';
import { applyPatch } from '../../patch/apply-patch.ts';
import { answerOf } from '../../testing/ask.ts';
import { DesignBuilder } from '../../testing/design-builder.ts';

const ACCOUNT = '111122223333';
const allow = { Effect: 'Allow', Action: 's3:*', Resource: '*' };
const document = (...statements: readonly object[]): Record<string, unknown> => ({ Version: '2012-10-17', Statement: statements });
const ec2 = document({ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' });
const inline = (...documents: readonly (Record<string, unknown> | undefined)[]): IamRole['policies'] =>
  Object.fromEntries(documents.map((value, index) => [asRowId(`policy-${index + 1}`), { name: `policy ${index + 1}`, ...(value && { document: value }) }]));
const managed = (...names: readonly string[]): IamRole['policies'] => Object.fromEntries(names.map((name) => [asRowId(name), { name, arn: `arn:aws:iam::aws:policy/${name}` }]));

interface Given {
  readonly script?: string;
  readonly role?: Partial<IamRole> | null;
  readonly instance?: Partial<Instance>;
  /** The policy of a gateway endpoint for S3, or `true` for one without a policy. */
  readonly endpoint?: string | true;
  readonly isPrivate?: boolean;
}

/** A web server with a role at 203.0.113.10, or behind a NAT gateway at 203.0.113.20. */
function designOf({ script = 'aws s3 cp s3://photos/a.png a.png', role, instance, endpoint, isPrivate = false }: Given): Design {
  const builder = new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .internetGateway('igw-1', 'vpc-1')
    .routeTable('rtb-public', 'vpc-1', ['0.0.0.0/0 -> igw-1'])
    .routeTable('rtb-private', 'vpc-1', ['0.0.0.0/0 -> nat-1'])
    .subnet('subnet-public', { vpc: 'vpc-1', cidr: '10.0.0.0/24', table: 'rtb-public' })
    .subnet('subnet-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: isPrivate ? 'rtb-private' : 'rtb-public' })
    .natGateway('nat-1', { subnet: 'subnet-public', address: '10.0.0.20', public: '203.0.113.20' })
    .group('sg-web', 'vpc-1', { inbound: ['tcp 80'] })
    .instance('i-web', {
      subnet: 'subnet-a',
      address: '10.0.1.10',
      groups: ['sg-web'],
      ...(!isPrivate && { public: '203.0.113.10', isElastic: true }),
      more: { services: { [asRowId('service-1')]: { name: 'web', protocol: 'tcp', port: 80, scheme: 'http', bindAddress: '0.0.0.0', running: true } }, userData: `#!/bin/bash\n${script}\n`, role: 'web', ...instance },
    });
  if (role !== null) builder.add('role-web', { kind: 'iam-role', name: 'web', account: ACCOUNT, trustPolicy: ec2, policies: inline(document(allow)), ...role });
  if (endpoint !== undefined) builder.vpcEndpoint('vpce-s3', { type: 'gateway', vpc: 'vpc-1', service: 'com.amazonaws.us-east-1.s3', tables: ['rtb-public', 'rtb-private'], ...(endpoint !== true && { more: { policy: endpoint } }) } as never);
  return builder.build();
}

const ask = (design: Design, given: Given): Diagnosis => answerOf(design, { from: given.isPrivate ? 'subnet-public' : 'internet', to: 'i-web', protocol: 'tcp', port: 80 });
function stepOf(given: Given): StepResult {
  const step = ask(designOf(given), given).steps[7];
  if (!step) throw new Error('no step');
  return step;
}

const office = { IpAddress: { 'aws:SourceIp': '203.0.113.10/32' } };
const fromNat = { IpAddress: { 'aws:SourceIp': '203.0.113.20' } };
const byVpc = { StringEquals: { 'aws:SourceVpc': 'vpc-1' } };
const byEndpoint = { StringEquals: { 'aws:SourceVpce': 'vpce-s3' } };
const bucket = (value: Record<string, unknown>, resource = 'arn:aws:s3:::photos'): NonNullable<IamRole['resourcePolicies']> => ({ [asRowId('bucket-1')]: { resource, document: value } });

describe('step 8', () => {
  const cases: readonly (readonly [string, Given, readonly [status: string, code: string | null]])[] = [
    ['a script that calls nothing', { script: 'echo hello' }, ['not-needed', null]],
    ['one that only asks who it is', { script: 'aws sts get-caller-identity' }, ['not-needed', null]],
    ['no role', { instance: { role: undefined }, role: null }, ['fail', 'X_IAM_NO_INSTANCE_PROFILE']],
    ['a role that is not in the design', { role: null }, ['your-turn', null]],
    ['an inline policy', {}, ['pass', null]],
    ['a managed policy by its ARN', { role: { policies: managed('AmazonS3ReadOnlyAccess') } }, ['pass', null]],
    ['a managed policy that is not known here', { role: { policies: managed('AmazonEKSClusterPolicy') } }, ['your-turn', null]],
    ['a profile of another name than its role', { instance: { role: 'profile' }, role: { instanceProfiles: ['profile'] } }, ['pass', null]],
    ['EC2 is not trusted', { role: { trustPolicy: document({ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }) } }, ['fail', 'X_IAM_NOT_TRUSTED']],
    ['nothing allows it, and the bucket’s policy is not known', { role: { policies: {} } }, ['your-turn', 'X_IAM_NOT_ALLOWED']],
    ['nothing allows it, and no bucket has a policy', { role: { policies: {}, resourcePolicies: {} } }, ['fail', 'X_IAM_NOT_ALLOWED']],
    ['nothing allows it, and a parameter has no policy', { script: 'aws ssm get-parameter --name p' }, ['fail', 'X_IAM_NOT_ALLOWED']],
    ['the bucket’s policy allows the role', { role: { policies: {}, resourcePolicies: bucket(document({ ...allow, Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/web` } })) } }, ['pass', null]],
    ['the bucket’s policy denies the role', { role: { resourcePolicies: bucket(document({ ...allow, Effect: 'Deny', Principal: '*' })) } }, ['fail', 'X_IAM_EXPLICIT_DENY']],
    ['the policy of another bucket says nothing', { role: { policies: {}, resourcePolicies: bucket(document({ ...allow, Principal: '*' }), 'arn:aws:s3:::other') } }, ['your-turn', 'X_IAM_NOT_ALLOWED']],
    ['a bucket of another account that does not let it in', { role: { resourcePolicies: { [asRowId('b')]: { resource: 'arn:aws:s3:::photos', account: '444455556666', document: document({ ...allow, Principal: { AWS: '777788889999' } }) } } } }, ['fail', 'X_IAM_NOT_ALLOWED']],
    ['a deny', { role: { policies: inline(document(allow, { Effect: 'Deny', Action: 's3:GetObject', Resource: 'arn:aws:s3:::photos/*' })) } }, ['fail', 'X_IAM_EXPLICIT_DENY']],
    ['a deny of a later call, after one that nobody allows', { script: 'aws s3 cp s3://other/a b\naws s3 cp s3://photos/a b', role: { policies: inline(document({ Effect: 'Deny', Action: 's3:*', Resource: 'arn:aws:s3:::photos/*' })) } }, ['fail', 'X_IAM_EXPLICIT_DENY']],
    ['outside the boundary', { role: { permissionsBoundary: { arn: 'arn:aws:iam::aws:policy/AmazonDynamoDBReadOnlyAccess' } } }, ['fail', 'X_IAM_BOUNDARY']],
    ['a boundary known by name alone', { role: { permissionsBoundary: { arn: `arn:aws:iam::${ACCOUNT}:policy/limits` } } }, ['your-turn', null]],
    ['from the address it leaves with', { role: { policies: inline(document({ ...allow, Condition: office })) } }, ['pass', null]],
    ['from the NAT gateway’s address', { isPrivate: true, role: { policies: inline(document({ ...allow, Condition: fromNat })) } }, ['pass', null]],
    ['from another address than the NAT gateway’s', { isPrivate: true, role: { policies: inline(document({ ...allow, Condition: office })), resourcePolicies: {} } }, ['fail', 'X_IAM_NOT_ALLOWED']],
    ['through an endpoint there is no public address', { endpoint: true, role: { policies: inline(document({ ...allow, Condition: office })), resourcePolicies: {} } }, ['fail', 'X_IAM_NOT_ALLOWED']],
    ['a deny of all other addresses denies what goes through an endpoint', { endpoint: true, role: { policies: inline(document(allow, { ...allow, Effect: 'Deny', Condition: { NotIpAddress: { 'aws:SourceIp': '203.0.113.10' } } })) } }, ['fail', 'X_IAM_EXPLICIT_DENY']],
    ['from this VPC, through its endpoint', { endpoint: true, role: { policies: inline(document({ ...allow, Condition: byVpc })) } }, ['pass', null]],
    ['from this VPC, by the internet', { role: { policies: inline(document({ ...allow, Condition: byVpc })), resourcePolicies: {} } }, ['fail', 'X_IAM_NOT_ALLOWED']],
    ['through this endpoint', { endpoint: true, isPrivate: true, role: { policies: inline(document({ ...allow, Condition: byEndpoint })) } }, ['pass', null]],
    ['a condition that no design tells', { role: { policies: inline(document({ ...allow, Condition: { StringEquals: { 'aws:PrincipalTag/team': 'web' } } })) } }, ['your-turn', null]],
    ['an endpoint policy about another bucket', { endpoint: JSON.stringify(document({ ...allow, Principal: '*', Resource: 'arn:aws:s3:::other/*' })) }, ['fail', 'X_IAM_ENDPOINT_POLICY']],
    ['an endpoint policy that is no JSON', { endpoint: '{' }, ['your-turn', null]],
    ['an action that only its name suggests', { script: 'aws ec2 describe-instances', role: { policies: inline(document({ ...allow, Action: 'ec2:DescribeInstances' })) } }, ['your-turn', null]],
    ['an action of a service of which all is allowed', { script: 'aws ec2 describe-instances', role: { policies: inline(document({ ...allow, Action: 'ec2:*' })) } }, ['pass', null]],
    ['the employee directory', { script: 'export PHOTOS_BUCKET=photos\nexport DYNAMO_MODE=on', role: { policies: managed('AmazonS3FullAccess', 'AmazonDynamoDBFullAccess') } }, ['pass', null]],
    ['the employee directory without its table', { script: 'export PHOTOS_BUCKET=photos\nexport DYNAMO_MODE=on', role: { policies: managed('AmazonS3FullAccess') } }, ['your-turn', 'X_IAM_NOT_ALLOWED']],
  ];
  test.each(cases)('%s', (_title, given, expected) => {
    const { status, code } = stepOf(given);
    expect([status, code]).toEqual(expected);
  });

  test('a step that fails is a blocker, with the statement that decides as its evidence', () => {
    const given: Given = { role: { policies: inline(document(allow), document({ Sid: 'NoPhotos', Effect: 'Deny', Action: 's3:Get*', Resource: 'arn:aws:s3:::photos/*' })) } };
    const { verdict, blockers } = ask(designOf(given), given);
    expect(verdict).toBe('blocked');
    expect(blockers).toMatchObject([{ component: 'permissions', code: 'X_IAM_EXPLICIT_DENY', resource: 'role-web', row: 'policy-2', evidence: [{ at: 'role-web', row: 'policy-2', label: 'web policy 2' }, { at: 'i-web' }], fixes: [] }]);
    expect(blockers[0]?.sentence).toBe('Statement 1 (NoPhotos) of policy 2 denies s3:GetObject on arn:aws:s3:::photos/a.png, which no other policy outweighs: narrow that statement or take it away.');
  });

  test('the story names the services that deny, and not those that allow', () => {
    const given: Given = { script: 'aws s3 cp s3://photos/a b\naws dynamodb scan --table-name T', role: { policies: managed('AmazonS3FullAccess'), resourcePolicies: {} } };
    expect(ask(designOf(given), given).story?.map(({ step, sentence }) => `${step}: ${sentence}`)).toEqual([
      'permissions: Role web has no policy that allows dynamodb:Scan on arn:aws:dynamodb:us-east-1:*:table/T.',
      'application: So DynamoDB answers AccessDenied to the application on i-web.',
      'http-or-https: The page loads, and what comes from DynamoDB is missing: pictures, or the entries of a list.',
    ]);
  });

  test('what has to be assumed is said', () => {
    const given: Given = { role: { trustPolicy: undefined } };
    expect(ask(designOf(given), given).assumptions.filter((line) => /trust|organization|buckets/.test(line))).toHaveLength(3);
  });

  test('what passes says who allows it', () => {
    expect(stepOf({ script: 'aws s3 sync s3://photos .', role: { policies: managed('AmazonS3ReadOnlyAccess') } }).sentence).toBe('Role web may do what the script calls: AmazonS3ReadOnlyAccess allows s3:ListBucket on arn:aws:s3:::photos and s3:GetObject on arn:aws:s3:::photos/*.');
  });
});

describe('an instance that asks a service', () => {
  const script = 'aws s3 cp s3://photos/a b\naws ssm get-parameter --name p';
  const asking = (given: Given, to: string): StepResult | undefined => answerOf(designOf({ script, ...given }), { from: 'i-web', to, protocol: 'tcp', port: 443 }).steps[7];
  test.each<[string, Given, string, readonly [string, string | null]]>([
    ['is allowed its calls of that one', {}, 's3', ['pass', null]],
    ['is denied them', { role: { policies: {} } }, 'com.amazonaws.us-east-1.ssm', ['fail', 'X_IAM_NOT_ALLOWED']],
    ['lacks a role', { instance: { role: undefined }, role: null }, 's3', ['fail', 'X_IAM_NO_INSTANCE_PROFILE']],
    ['calls another one', {}, 'dynamodb', ['not-needed', null]],
    ['goes through an endpoint that does not allow it', { endpoint: JSON.stringify(document()) }, 's3', ['fail', 'X_IAM_ENDPOINT_POLICY']],
  ])('%s', (_title, given, to, expected) => {
    const step = asking(given, to);
    expect([step?.status, step?.code]).toEqual(expected);
  });

  test('the packets arrive all the same', () => {
    expect(answerOf(designOf({ script, role: { policies: {} } }), { from: 'i-web', to: 's3', protocol: 'tcp', port: 443 }).verdict).toBe('reachable');
    expect(asking({ role: { policies: {} } }, 'com.amazonaws.us-east-1.ssm')?.fixes[0]?.title).toBe('Add a statement that allows ssm:GetParameter on arn:aws:ssm:us-east-1:*:parameter/p to role web');
  });
});

test('many calls are counted', () => {
  const given: Given = { script: 'export PHOTOS_BUCKET=photos\nexport DYNAMO_MODE=on', role: { policies: managed('AmazonS3FullAccess', 'AmazonDynamoDBFullAccess') } };
  expect(stepOf(given).sentence).toBe('Role web may do what the script calls: AmazonS3FullAccess allows 2 calls of S3; AmazonDynamoDBFullAccess allows 5 calls of DynamoDB.');
});

describe('fixes', () => {
  const apply = (given: Given, title: string): StepResult => {
    const design = designOf(given);
    const fix = ask(design, given).steps[7]?.fixes[0];
    expect(fix?.title).toBe(title);
    const applied = applyPatch(design, fix?.patch ?? []);
    const step = applied.ok ? ask(applied.document, given).steps[7] : undefined;
    if (!step) throw new Error('the fix does not apply');
    return step;
  };

  test.each<[string, Given, string]>([
    ['what nothing allows', { role: { policies: {}, resourcePolicies: {} } }, 'Add a statement that allows s3:GetObject on arn:aws:s3:::photos/a.png to role web'],
    ['what only the bucket could allow', { role: { policies: {} } }, 'Add a statement that allows s3:GetObject on arn:aws:s3:::photos/a.png to role web'],
    ['two calls at once', { script: 'aws ssm get-parameter --name p\naws s3 ls', role: { policies: {} } }, 'Add a statement that allows ssm:GetParameter on arn:aws:ssm:us-east-1:*:parameter/p and s3:ListAllMyBuckets on all resources to role web'],
    ['a role that is missing', { instance: { role: undefined }, role: null }, 'Attach a new role to i-web'],
    ['a role of the design that fits', { instance: { role: undefined } }, 'Attach role web to i-web'],
    ['a role that EC2 cannot hand out', { role: { trustPolicy: document() } }, 'Let ec2.amazonaws.com assume role web'],
  ])('%s', (_title, given, title) => {
    expect(apply(given, title).status).toBe('pass');
  });

  test('it allows what is asked and nothing else', () => {
    const given: Given = { role: { policies: {}, resourcePolicies: {} } };
    const design = designOf(given);
    const applied = applyPatch(design, ask(design, given).steps[7]?.fixes[0]?.patch ?? []);
    const role = applied.ok ? (applied.document).resources[asResourceId('role-web')] : undefined;
    expect(role?.kind === 'iam-role' && Object.values(role.policies)).toEqual([{ name: 'allow-s3', document: document({ Effect: 'Allow', Action: ['s3:GetObject'], Resource: 'arn:aws:s3:::photos/a.png' }) }]);
  });

  test('none where the boundary would refuse it all the same', () => {
    expect(stepOf({ role: { policies: {}, resourcePolicies: {}, permissionsBoundary: { arn: 'arn:aws:iam::aws:policy/AmazonDynamoDBReadOnlyAccess' } } }).fixes).toEqual([]);
  });
});
