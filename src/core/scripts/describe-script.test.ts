import { expect, test } from 'vitest';
import type { Instance } from '../model/resources/index.ts';
import { describeScript } from './describe-script.ts';
import { readUserData } from './read-user-data.ts';

const BASH = '#!/bin/bash\n';

test.each<[name: string, script: string, system: Instance['operatingSystem'], expected: readonly string[]]>([
  ['nothing', `${BASH}# dnf install httpd\necho "systemctl start httpd"`, 'amazon-linux-2023', []],
  ['a web server', `${BASH}dnf update -y\ndnf install -y httpd php\nsystemctl enable --now httpd`, 'amazon-linux-2023', ['Updates every package.', 'Installs httpd and php.', 'Starts httpd in line 4: it listens on TCP 80.']],
  ['what Ubuntu starts by itself', `${BASH}apt-get update\napt-get install -y nginx`, 'ubuntu', ['Installs nginx.', 'Starts nginx in line 3: it listens on TCP 80.']],
  ['many packages', `${BASH}dnf install -y a b c d e f`, 'amazon-linux-2023', ['Installs a, b, c, d and 2 more.']],
  ['the loopback address', `${BASH}flask run --port 80 &`, 'amazon-linux-2023', ['Starts flask in line 2: it listens on TCP 80 of 127.0.0.1 alone.']],
  ['downloads and calls', `${BASH}set -e\ncurl -sO https://example.com/a\naws s3 cp s3://b/c .\naws dynamodb scan --table-name t`, 'amazon-linux-2023', ['Downloads from example.com.', 'Calls S3 and DynamoDB.', 'Ends at the first command that fails (set -e).']],
  ['a cloud-config', '#cloud-config\npackages: [nginx]\nruncmd:\n  - systemctl start nginx\n', 'amazon-linux-2023', ['Installs nginx.', 'Starts nginx in line 4: it listens on TCP 80.']],
])('%s', (_, script, system, expected) => {
  expect(describeScript(readUserData(script), system)).toEqual(expected);
});
