import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Instance } from '../model/resources/index.ts';
import { findScriptFaults } from './find-script-faults.ts';
import { mendableFaults } from './mend-script.ts';

type System = Instance['operatingSystem'];
const BASH = '#!/bin/bash\n';
const mends = (userData: string, operatingSystem: System = 'amazon-linux-2023', region?: string): readonly (readonly [string, string] | undefined)[] =>
  mendableFaults({ userData, operatingSystem, region }).map(([, mended]) => mended && ([mended.title, mended.script] as const));

describe('mends one fault and nothing else', () => {
  const cases: readonly { readonly name: string; readonly script: string; readonly on?: System; readonly region?: string; readonly title: string; readonly after: string }[] = [
    { name: 'no first line', script: 'ls\n', title: 'Start with #!/bin/bash', after: `${BASH}ls\n` },
    { name: 'an empty line before #!', script: `\n\n${BASH}ls`, title: 'Remove what stands before #!', after: `${BASH}ls` },
    { name: 'a byte order mark before #!', script: `\uFEFF${BASH}ls`, title: 'Remove what stands before #!', after: `${BASH}ls` },
    { name: 'nobody answers', script: `${BASH}dnf install httpd php`, title: 'Add -y in line 2', after: `${BASH}dnf install -y httpd php` },
    { name: 'several on one line, one answered', script: `${BASH}yum update && yum -q install httpd; yum install -y jq`, title: 'Add -y in line 2', after: `${BASH}yum update -y && yum -q install -y httpd; yum install -y jq` },
    { name: 'enabled only', script: `${BASH}dnf install -y httpd\nsystemctl enable httpd`, title: 'Add --now in line 3', after: `${BASH}dnf install -y httpd\nsystemctl enable --now httpd` },
    { name: 'dnf on Amazon Linux 2', script: `${BASH}dnf install -y httpd`, on: 'amazon-linux-2', title: 'Use yum in line 2', after: `${BASH}yum install -y httpd` },
    { name: 'a topic of Amazon Linux 2', script: `${BASH}sudo amazon-linux-extras install -y nginx1`, title: 'Install nginx by dnf in line 2', after: `${BASH}sudo dnf install -y nginx` },
    { name: 'the place of the Region', script: `${BASH}export AWS_DEFAULT_REGION=<INSERT REGION HERE>`, region: 'us-west-2', title: 'Put us-west-2 in line 2', after: `${BASH}export AWS_DEFAULT_REGION=us-west-2` },
    { name: 'another Region', script: `${BASH}aws s3 ls --region eu-west-1`, region: 'us-west-2', title: 'Set us-west-2 in line 2', after: `${BASH}aws s3 ls --region us-west-2` },
  ];
  test.each(cases)('$name', ({ script, on, region, title, after }) => {
    expect(mends(script, on, region)).toEqual([[title, after]]);
  });
});

test.each([
  ['a topic that has no package', `${BASH}amazon-linux-extras install -y epel`, 'amazon-linux-2023'],
  ['apt on Amazon Linux: packages have other names', `${BASH}apt-get install -y apache2`, 'amazon-linux-2023'],
  ['a placeholder that only the author knows', `${BASH}export BUCKET=\${SUB_PHOTOS_BUCKET}`, 'amazon-linux-2023'],
  ['the Region of nowhere', `${BASH}export AWS_DEFAULT_REGION=<INSERT REGION HERE>`, 'amazon-linux-2023'],
  ['a quote that is never closed', `${BASH}echo "a`, 'amazon-linux-2023'],
] as const)('leaves to its author: %s', (_, script, system) => {
  expect(mends(script, system)).toEqual([undefined]);
});

test('a mended script has one fault fewer, whatever it holds', () => {
  const word = fc.constantFrom('yum', 'dnf', 'apt-get', 'install', 'update', '-y', 'httpd', '&&', ';', '\n', 'systemctl', 'enable', 'start', '"', "'", '#', '<<E', 'E', 'amazon-linux-extras', 'nginx1', '--region', 'eu-west-1', '<INSERT REGION HERE>');
  fc.assert(
    fc.property(fc.array(word, { maxLength: 25 }), fc.constantFrom<System>('amazon-linux-2023', 'amazon-linux-2', 'ubuntu'), (words, operatingSystem) => {
      const setting = { userData: `${BASH}${words.join(' ')}`, operatingSystem, region: 'us-east-1' };
      const count = findScriptFaults(setting).length;
      for (const [, mended] of mendableFaults(setting)) if (mended) expect(findScriptFaults({ ...setting, userData: mended.script }).length).toBeLessThan(count);
    }),
    { numRuns: 500 },
  );
});

test('after twenty faults, changes are left to the author', () => {
  const mended = mends(BASH + 'yum install httpd\n'.repeat(30), 'amazon-linux-2');
  expect(mended.map((one) => one !== undefined)).toEqual([...Array.from({ length: 20 }, () => true), ...Array.from({ length: 10 }, () => false)]);
});
