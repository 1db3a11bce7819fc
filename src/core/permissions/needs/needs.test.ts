import { describe, expect, test } from 'vitest';
import { UNKNOWN_PART } from '../match-pattern.ts';
import { needsOfCall } from './needs-of-call.ts';
import { needsOfVariables, readVariables, regionOfVariables } from './needs-of-variables.ts';
import { readAwsCalls } from '../../scripts/script-needs.ts';

const place = { partition: 'aws', region: 'us-east-1', account: '111122223333' };
const say = ({ action, resource, certainty }: ReturnType<typeof needsOfCall>[number]): string => `${certainty === 'certain' ? '' : `${certainty} `}${action} ${resource.replaceAll(UNKNOWN_PART, '…')}`;
const needsOf = (script: string): readonly string[] => readAwsCalls(script).flatMap((call) => needsOfCall(call, place)).map(say);

const objects = 'arn:aws:s3:::photos';
// https://docs.aws.amazon.com/cli/latest/reference/s3/ and the service authorization reference of each service.
test.each<[string, readonly string[]]>([
  ['aws s3 cp s3://photos/a.png a.png', [`s3:GetObject ${objects}/a.png`]],
  ['sudo aws s3 cp a.png s3://photos/in/a.png', [`s3:PutObject ${objects}/in/a.png`]],
  ['aws s3 cp a.png s3://photos', [`s3:PutObject ${objects}/a.png`]],
  ['aws s3 cp ./b/a.png s3://photos/in/', [`s3:PutObject ${objects}/in/a.png`]],
  ['aws s3 cp --storage-class STANDARD_IA a.png s3://photos/b', [`s3:PutObject ${objects}/b`]],
  ['aws s3 cp s3://photos/a s3://other/b', [`s3:GetObject ${objects}/a`, 's3:PutObject arn:aws:s3:::other/b']],
  ['aws s3 cp "s3://photos/a b.png" .', [`s3:GetObject ${objects}/a b.png`]],
  ['aws s3 cp --recursive s3://photos/a b', [`s3:ListBucket ${objects}`, `s3:GetObject ${objects}/a/…`]],
  ['aws s3 cp s3://$BUCKET/a.png a.png', ['s3:GetObject arn:aws:s3:::…/a.png']],
  ['aws s3 sync s3://photos /var/www', [`s3:ListBucket ${objects}`, `s3:GetObject ${objects}/…`]],
  ['aws s3 sync /var/www s3://photos --delete', [`s3:PutObject ${objects}/…`, `s3:ListBucket ${objects}`, `s3:ListBucket ${objects}`, `s3:DeleteObject ${objects}/…`]],
  ['aws s3 mv s3://photos/a b', [`s3:GetObject ${objects}/a`, `s3:DeleteObject ${objects}/a`]],
  ['aws s3 rm s3://photos/a', [`s3:DeleteObject ${objects}/a`]],
  ['aws s3 rm s3://photos/a --dryrun', []],
  ['aws s3 ls', ['s3:ListAllMyBuckets *']],
  ['aws s3 ls s3://photos/a/', [`s3:ListBucket ${objects}`]],
  ['aws s3 mb s3://photos', [`s3:CreateBucket ${objects}`]],
  ['aws s3 rb s3://photos --force', [`s3:DeleteBucket ${objects}`, `s3:ListBucket ${objects}`, `s3:DeleteObject ${objects}/…`]],
  ['aws s3 presign s3://photos/a', [`s3:GetObject ${objects}/a`]],
  ['aws s3api get-object --bucket photos --key a.png a.png', [`s3:GetObject ${objects}/a.png`]],
  ['aws s3api head-object --bucket=photos --key=a.png', [`s3:GetObject ${objects}/a.png`]],
  ['aws s3api list-objects-v2 --bucket photos', [`s3:ListBucket ${objects}`]],
  ['aws s3api put-bucket-versioning --bucket photos', ['guessed s3:PutBucketVersioning …']],
  ['aws dynamodb get-item --table-name Employees --key file://key.json', ['dynamodb:GetItem arn:aws:dynamodb:us-east-1:111122223333:table/Employees']],
  ['aws dynamodb scan --table-name Employees --region eu-west-1', ['dynamodb:Scan arn:aws:dynamodb:eu-west-1:111122223333:table/Employees']],
  ['aws dynamodb query --table-name T --index-name ByName', ['dynamodb:Query arn:aws:dynamodb:us-east-1:111122223333:table/T/index/ByName']],
  ['aws --region $REGION dynamodb scan --table-name T', ['dynamodb:Scan arn:aws:dynamodb:…:111122223333:table/T']],
  ['aws dynamodb list-tables', ['dynamodb:ListTables *']],
  ['PASSWORD=$(aws ssm get-parameter --name /app/password --with-decryption --query Parameter.Value)', ['ssm:GetParameter arn:aws:ssm:us-east-1:111122223333:parameter/app/password']],
  ['aws ssm get-parameters --names a /b/c --output text', ['ssm:GetParameters arn:aws:ssm:us-east-1:111122223333:parameter/a', 'ssm:GetParameters arn:aws:ssm:us-east-1:111122223333:parameter/b/c']],
  ['aws ssm get-parameter --name /aws/service/ami-amazon-linux-latest/al2023', ['ssm:GetParameter arn:aws:ssm:us-east-1::parameter/aws/service/ami-amazon-linux-latest/al2023']],
  ['aws secretsmanager get-secret-value --secret-id db', ['secretsmanager:GetSecretValue arn:aws:secretsmanager:us-east-1:111122223333:secret:db-…']],
  ['aws sts get-caller-identity', []],
  ['aws configure set region us-east-1', []],
  ['aws ec2 describe-instances', ['guessed ec2:DescribeInstances …']],
  ['aws ec2 wait instance-running', ['guessed ec2:Describe* …']],
  ['aws s3 cp s3://public/a b --no-sign-request', []],
  ['aws elbv2 register-targets --target-group-arn x', ['guessed elasticloadbalancing:RegisterTargets …']],
  ['cd /tmp && aws s3 ls && echo aws s3 ls', ['s3:ListAllMyBuckets *']],
  ['aws s3 cp \\\n  s3://photos/a \\\n  b', [`s3:GetObject ${objects}/a`]],
  ['# aws s3 ls', []],
  ['dnf -y install aws-cli', []],
])('%s', (line, expected) => {
  expect(needsOf(`#!/bin/bash\n${line}\n`)).toEqual(expected);
});

test('a need says its line', () => {
  expect(readAwsCalls('#!/bin/bash\n\naws s3 ls\n')[0]?.line).toBe(3);
});

describe('the variables of the employee directory', () => {
  const variables = readVariables('export PHOTOS_BUCKET=photos\nexport AWS_DEFAULT_REGION="eu-west-1"\nexport DYNAMO_MODE=on\n');
  test('its bucket and its table', () => {
    expect(needsOfVariables(variables, { ...place, region: 'eu-west-1' }).map(say)).toEqual([
      `inferred s3:GetObject ${objects}/…`,
      `inferred s3:PutObject ${objects}/…`,
      ...['Scan', 'GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'].map((action) => `inferred dynamodb:${action} arn:aws:dynamodb:eu-west-1:111122223333:table/Employees`),
    ]);
    expect(regionOfVariables(variables)).toBe('eu-west-1');
  });
  test('none of them, none of those', () => {
    expect(needsOfVariables(readVariables('echo PHOTOS_BUCKET=photos\n'), place)).toEqual([]);
    expect(regionOfVariables(readVariables('export AWS_DEFAULT_REGION=<INSERT REGION HERE>\n'))).toBeUndefined();
  });
});
