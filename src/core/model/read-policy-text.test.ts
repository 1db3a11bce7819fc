import { expect, test } from 'vitest';
import { readPolicyText, type PolicyUse } from './read-policy-text.ts';

const allow = '{ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }';

test.each<[string, PolicyUse, string | undefined]>([
  [`{ "Version": "2012-10-17", "Statement": ${allow} }`, 'identity', undefined],
  [`{ "Statement": [${allow}] }`, 'identity', undefined],
  ['', 'identity', 'The policy is empty.'],
  ['[]', 'identity', 'A policy is an object { … }.'],
  ['{\n  "Version": "2012-10-17"\n  "Statement": []\n}', 'identity', 'Line 3, column 3: "," or "}" must come here.'],
  ['{ "Statement": [', 'identity', 'The text breaks off in line 1, column 17, where a value or "]" must come.'],
  ['{}', 'identity', 'The policy has no Statement.'],
  ['{ "Version": "2020-01-01", "Statement": [] }', 'identity', 'Version has to be "2012-10-17".'],
  [`{ "Statement": [\n${allow},\n{ "Effect": "allow", "Action": "}", "Resource": "*" }] }`, 'identity', 'Line 3: statement 2 needs an Effect, "Allow" or "Deny".'],
  ['{ "Statement": [{ "Effect": "Allow", "Resource": "*" }] }', 'identity', 'Line 1: statement 1 needs an Action or NotAction.'],
  ['{ "Statement": [{ "Effect": "Allow", "Action": "*" }] }', 'identity', 'Line 1: statement 1 needs a Resource or NotResource.'],
  ['{ "Statement": [{ "Effect": "Allow", "NotAction": "*", "NotResource": "*" }] }', 'identity', undefined],
  ['{ "Statement": [{ "Effect": "Allow", "Action": "*", "Resource": "*", "Principal": "*" }] }', 'identity', 'Line 1: statement 1 names a Principal, which only policies of resources do.'],
  [`{ "Statement": ${allow} }`, 'resource', 'Line 1: statement 1 needs a Principal.'],
  ['{ "Statement": { "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "Service": "ec2.amazonaws.com" } } }', 'trust', undefined],
  ['{ "Statement": [1] }', 'identity', 'Statement 1 has to be an object { … }.'],
])('%s as %s', (text, use, problem) => {
  const read = readPolicyText(text, use);
  expect(read.ok ? undefined : read.problem).toBe(problem);
});
