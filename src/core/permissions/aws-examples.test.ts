import { expect, test } from 'vitest';
import { evaluatePolicies, type Decision, type Policies, type PolicySource } from './evaluate-policies.ts';
import { ABSENT, callerOf, circumstancesOf, only, type KeyValue } from './request.ts';

// Policies as the pages of AWS show them, with the outcome that the page tells for a request; users are played by a role.
const ACCOUNT = '111122223333';
const caller = callerOf({ name: 'carlossalazar', account: ACCOUNT }, 'i-1');
const document = (...statements: readonly object[]): unknown => ({ Version: '2012-10-17', Statement: statements });
const of = (sort: PolicySource['sort'], value: unknown): PolicySource => ({ sort, name: sort, document: value });

interface Example {
  readonly identity?: readonly object[];
  readonly boundary?: readonly object[];
  readonly resource?: readonly object[];
  readonly endpoint?: readonly object[];
  readonly keys?: Readonly<Record<string, KeyValue>>;
  readonly ask: readonly (readonly [action: string, resource: string, decision: Decision])[];
}

const all = { Effect: 'Allow', Action: '*', Resource: '*' };
const bucket = 'arn:aws:s3:::amzn-s3-demo-bucket';

const examples: Readonly<Record<string, Example>> = {
  // reference_policies_evaluation-logic_policy-eval-basics, "Example identity-based and resource-based policy evaluation"
  'an identity policy denies what the policy of the bucket allows': {
    identity: [
      { Sid: 'AllowS3ListRead', Effect: 'Allow', Action: ['s3:GetBucketLocation', 's3:GetAccountPublicAccessBlock', 's3:ListAccessPoints', 's3:ListAllMyBuckets'], Resource: 'arn:aws:s3:::*' },
      { Sid: 'AllowS3Self', Effect: 'Allow', Action: 's3:*', Resource: [`${bucket}-carlossalazar`, `${bucket}-carlossalazar/*`] },
      { Sid: 'DenyS3Logs', Effect: 'Deny', Action: 's3:*', Resource: 'arn:aws:s3:::*log*' },
    ],
    resource: [{ Effect: 'Allow', Principal: { AWS: caller.role }, Action: 's3:*', Resource: [`${bucket}-carlossalazar-logs/*`, `${bucket}-carlossalazar-logs`] }],
    ask: [
      ['s3:PutObject', `${bucket}-carlossalazar-logs/file`, 'explicit-deny'],
      ['s3:PutObject', `${bucket}-carlossalazar/file`, 'allowed'],
      ['s3:ListAllMyBuckets', 'arn:aws:s3:::*', 'allowed'],
      ['s3:PutObject', `${bucket}/file`, 'not-allowed'],
    ],
  },
  // access_policies_boundaries: the boundary limits, and gives nothing itself
  'a boundary of three services, and a policy that allows to make users': {
    boundary: [{ Effect: 'Allow', Action: ['s3:*', 'cloudwatch:*', 'ec2:*'], Resource: '*' }],
    identity: [{ Effect: 'Allow', Action: 'iam:CreateUser', Resource: '*' }],
    resource: [],
    ask: [
      ['iam:CreateUser', `arn:aws:iam::${ACCOUNT}:user/x`, 'outside-boundary'],
      ['s3:ListBucket', bucket, 'not-allowed'],
    ],
  },
  // reference_policies_elements_notaction: all but one service
  'everything except IAM': {
    identity: [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }],
    resource: [],
    ask: [
      ['s3:GetObject', `${bucket}/x`, 'allowed'],
      ['iam:CreateUser', `arn:aws:iam::${ACCOUNT}:user/x`, 'not-allowed'],
    ],
  },
  // reference_policies_elements_notresource: nothing but one bucket
  'a deny of all but the human resources bucket': {
    identity: [{ ...all, Action: 's3:*' }, { Effect: 'Deny', Action: 's3:*', NotResource: ['arn:aws:s3:::HRBucket/Payroll', 'arn:aws:s3:::HRBucket/Payroll/*'] }],
    resource: [],
    ask: [
      ['s3:GetObject', 'arn:aws:s3:::HRBucket/Payroll/a', 'allowed'],
      ['s3:GetObject', 'arn:aws:s3:::HRBucket/Other', 'explicit-deny'],
    ],
  },
  // reference_policies_examples_aws_deny-ip, from inside the ranges
  'a deny of all addresses but two ranges, from one of them': {
    identity: [all, { Effect: 'Deny', Action: '*', Resource: '*', Condition: { NotIpAddress: { 'aws:SourceIp': ['192.0.2.0/24', '203.0.113.0/24'] } } }],
    resource: [],
    keys: { 'aws:sourceip': only('203.0.113.7') },
    ask: [['s3:GetObject', `${bucket}/x`, 'allowed']],
  },
  'a deny of all addresses but two ranges, from another': {
    identity: [all, { Effect: 'Deny', Action: '*', Resource: '*', Condition: { NotIpAddress: { 'aws:SourceIp': ['192.0.2.0/24', '203.0.113.0/24'] } } }],
    resource: [],
    keys: { 'aws:sourceip': only('198.51.100.7') },
    ask: [['s3:GetObject', `${bucket}/x`, 'explicit-deny']],
  },
  // AmazonS3 userguide, example-bucket-policies-vpc-endpoint: one endpoint
  'a bucket for one VPC endpoint, through it': {
    identity: [all],
    resource: [{ Sid: 'Access-to-specific-VPCE-only', Principal: '*', Action: 's3:*', Effect: 'Deny', Resource: [bucket, `${bucket}/*`], Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0abcdef1234567890' } } }],
    keys: { 'aws:sourcevpce': only('vpce-0abcdef1234567890') },
    ask: [['s3:GetObject', `${bucket}/x`, 'allowed']],
  },
  'a bucket for one VPC endpoint, by the internet': {
    identity: [all],
    resource: [{ Sid: 'Access-to-specific-VPCE-only', Principal: '*', Action: 's3:*', Effect: 'Deny', Resource: [bucket, `${bucket}/*`], Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0abcdef1234567890' } } }],
    keys: { 'aws:sourcevpce': ABSENT },
    ask: [['s3:GetObject', `${bucket}/x`, 'explicit-deny']],
  },
  // vpc privatelink, vpc-endpoints-s3: an endpoint for one bucket
  'an endpoint policy for one bucket': {
    identity: [all],
    resource: [],
    endpoint: [{ Sid: 'Allow-access-to-specific-bucket', Effect: 'Allow', Principal: '*', Action: ['s3:ListBucket', 's3:GetObject', 's3:PutObject'], Resource: [bucket, `${bucket}/*`] }],
    ask: [
      ['s3:GetObject', `${bucket}/x`, 'allowed'],
      ['s3:GetObject', 'arn:aws:s3:::other/x', 'outside-endpoint-policy'],
      ['s3:DeleteObject', `${bucket}/x`, 'outside-endpoint-policy'],
    ],
  },
  // reference_policies_condition-keys, aws:EC2InstanceSourceVPC: credentials used where they were given
  'credentials of an instance used from its own VPC': {
    identity: [all, { Effect: 'Deny', Action: '*', Resource: '*', Condition: { StringNotEquals: { 'aws:EC2InstanceSourceVPC': '${aws:SourceVpc}' }, Null: { 'ec2:SourceInstanceARN': 'false' }, BoolIfExists: { 'aws:ViaAWSService': 'false' } } }],
    resource: [],
    keys: { 'aws:ec2instancesourcevpc': only('vpc-1'), 'aws:sourcevpc': only('vpc-1'), 'ec2:sourceinstancearn': only('arn:aws:ec2:us-east-1:111122223333:instance/i-1') },
    ask: [['s3:GetObject', `${bucket}/x`, 'allowed']],
  },
  'credentials of an instance used from another VPC': {
    identity: [all, { Effect: 'Deny', Action: '*', Resource: '*', Condition: { StringNotEquals: { 'aws:EC2InstanceSourceVPC': '${aws:SourceVpc}' }, Null: { 'ec2:SourceInstanceARN': 'false' }, BoolIfExists: { 'aws:ViaAWSService': 'false' } } }],
    resource: [],
    keys: { 'aws:ec2instancesourcevpc': only('vpc-1'), 'aws:sourcevpc': only('vpc-2'), 'ec2:sourceinstancearn': only('arn:aws:ec2:us-east-1:111122223333:instance/i-1') },
    ask: [['s3:GetObject', `${bucket}/x`, 'explicit-deny']],
  },
};

const asked = Object.entries(examples).flatMap(([title, example]) => example.ask.map(([action, resource, decision]) => ({ title, example, action, resource, decision })));

test.each(asked)('$title: $action on $resource is $decision', ({ example, action, resource, decision }) => {
  const { identity = [], boundary, resource: attached = [], endpoint, keys = {} } = example;
  const policies: Policies = {
    identity: identity.length === 0 ? [] : [of('identity', document(...identity))],
    boundary: boundary && of('boundary', document(...boundary)),
    resource: attached.length === 0 ? [] : [of('resource', document(...attached))],
    endpoint: endpoint && { ...of('endpoint', document(...endpoint)), isGateway: true },
    isSameAccount: true,
  };
  expect(evaluatePolicies(policies, { action, resource }, circumstancesOf(caller, new Map(Object.entries(keys)))).decision).toBe(decision);
});
