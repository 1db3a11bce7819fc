import { describe, expect, test } from 'vitest';
import { readUserData } from './read-user-data.ts';
import { readAwsCalls, scriptNeedsOf, type ScriptNeed } from './script-needs.ts';

const BASH = '#!/bin/bash\n';
const say = (need: ScriptNeed): string => {
  if (need.kind === 'repositories') return `${need.line} repositories`;
  return need.kind === 'internet' ? `${need.line} ${need.host ?? 'internet'}:${need.port}` : `${need.line} aws ${need.service}`;
};

describe('what a script has to reach', () => {
  const cases: readonly { readonly name: string; readonly script: string; readonly expected: readonly string[] }[] = [
    { name: 'nothing', script: 'systemctl restart httpd\necho "curl https://example.com"', expected: [] },
    { name: 'the repositories', script: 'dnf install -y httpd\ndnf clean all', expected: ['2 repositories'] },
    { name: 'registries of languages', script: 'pip3 install flask\nnpm ci', expected: ['2 internet:443', '3 internet:443'] },
    { name: 'downloads', script: 'curl -sL http://example.com/a | bash\nwget https://example.com:8443/b\ngit clone https://github.com/x/y', expected: ['2 example.com:80', '3 example.com:8443', '4 github.com:443'] },
    { name: 'a package by its URL', script: 'yum install -y https://example.com/x.rpm', expected: ['2 example.com:443'] },
    { name: 'downloads from S3', script: 'wget https://photos.s3.us-west-2.amazonaws.com/app.zip\ncurl -O https://s3.amazonaws.com/b/k', expected: ['2 aws s3', '3 aws s3'] },
    { name: 'the instance itself and its metadata', script: 'curl http://169.254.169.254/latest/meta-data/\ncurl localhost\ncurl http://localhost/', expected: [] },
    { name: 'services of AWS', script: 'aws s3 cp s3://b/k .\naws --region us-east-1 dynamodb scan --table-name t\naws s3api get-object --bucket b --key k f\naws configure set x y', expected: ['2 aws s3', '3 aws dynamodb', '4 aws s3'] },
    { name: 'a host that is not known', script: 'curl https://$HOST/a', expected: [] },
  ];
  test.each(cases)('$name', ({ script, expected }) => {
    expect(scriptNeedsOf(readUserData(BASH + script)).map(say)).toEqual(expected);
  });

  test('packages of a cloud-config come from the repositories', () => {
    expect(scriptNeedsOf(readUserData('#cloud-config\npackage_update: true\npackages:\n  - nginx\n  - [jq, 1.6]\nruncmd:\n  - curl https://example.com/x\n')).map(say)).toEqual(['2 repositories', '4 repositories', '7 example.com:443']);
  });
});

test('calls of the AWS command line', () => {
  expect(readAwsCalls(`${BASH}aws --region us-east-1 s3 cp s3://b/k . --recursive\nX=$(aws ssm get-parameter --name /p)\naws help`)).toEqual([
    { service: 's3', operation: 'cp', args: ['--region', 'us-east-1', 's3://b/k', '.', '--recursive'], line: 2 },
    { service: 'ssm', operation: 'get-parameter', args: ['--name', '/p'], line: 3 },
  ]);
});
