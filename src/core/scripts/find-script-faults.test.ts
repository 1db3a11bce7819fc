import { describe, expect, test } from 'vitest';
import type { Instance } from '../model/resources/index.ts';
import { awsServicesIn } from './aws-services.ts';
import { findScriptFaults } from './find-script-faults.ts';
import { readUserData } from './read-user-data.ts';
import { scriptNeedsOf } from './script-needs.ts';
import { startedServices } from './started-services.ts';

type System = Instance['operatingSystem'];
const BASH = '#!/bin/bash\n';
const faults = (userData: string, operatingSystem: System = 'amazon-linux-2023', region?: string): readonly string[] =>
  findScriptFaults({ userData, operatingSystem, region }).map(({ code, line }) => `${code.replace('X_USERDATA_', '')} ${line ?? '-'}`);

// EC2 User Guide, user-data; cloud-init, user data formats; AL2023 User Guide, comparison with AL2.
describe('faults', () => {
  const cases: readonly { readonly name: string; readonly script: string; readonly on?: System; readonly region?: string; readonly expected: readonly string[] }[] = [
    { name: 'nothing to run', script: '  \n', expected: [] },
    { name: 'a sound script', script: `${BASH}dnf update -y\ndnf -y install httpd\nsystemctl enable --now httpd`, expected: [] },
    { name: 'no first line', script: 'dnf install -y httpd', expected: ['NO_SHEBANG 1'] },
    { name: 'an empty line before #!', script: `\n${BASH}ls`, expected: ['NO_SHEBANG 1'] },
    { name: 'another interpreter is not judged', script: '#!/usr/bin/env python3\nprint("yum install x")', expected: [] },
    { name: 'lines that end as on Windows are mended by cloud-init', script: '#!/bin/bash\r\ndnf install -y httpd\r\n', expected: [] },
    { name: 'larger than 16 KB', script: BASH + '#'.repeat(16 * 1024), expected: ['TOO_LARGE -'] },
    { name: 'amazon-linux-extras on Amazon Linux 2023', script: `${BASH}amazon-linux-extras install -y nginx1`, expected: ['WRONG_IMAGE 2'] },
    { name: 'amazon-linux-extras where it is at home', script: `${BASH}amazon-linux-extras install -y nginx1\nsystemctl start nginx`, on: 'amazon-linux-2', expected: [] },
    { name: 'apt on Amazon Linux', script: `${BASH}apt-get update\napt-get install -y nginx`, expected: ['WRONG_IMAGE 2', 'WRONG_IMAGE 3'] },
    { name: 'yum on Ubuntu', script: `${BASH}yum install -y httpd`, on: 'ubuntu', expected: ['WRONG_IMAGE 2'] },
    { name: 'dnf on Amazon Linux 2', script: `${BASH}dnf install -y httpd`, on: 'amazon-linux-2', expected: ['WRONG_IMAGE 2'] },
    { name: 'yum on Amazon Linux 2023 is dnf', script: `${BASH}yum install -y httpd`, expected: [] },
    { name: 'EPEL on Amazon Linux 2023', script: `${BASH}dnf install -y https://dl.fedoraproject.org/pub/epel/epel-release-latest-9.noarch.rpm`, expected: ['WRONG_IMAGE 2'] },
    { name: 'the name that the other distribution uses', script: `${BASH}apt-get -y install httpd`, on: 'ubuntu', expected: ['WRONG_IMAGE 2'] },
    { name: 'asked for both, whichever is there', script: `${BASH}if command -v apt-get; then apt-get install -y apache2; else dnf install -y httpd; fi`, expected: [] },
    { name: 'what is only written to a file or said', script: `${BASH}cat > /x <<EOF\napt-get install nginx\nEOF\necho "apt install nginx"\n# apt install nginx`, expected: [] },
    { name: 'mysql on Amazon Linux 2023', script: `${BASH}dnf install -y mysql`, expected: ['WRONG_IMAGE 2'] },
    { name: 'mysql on Amazon Linux 2', script: `${BASH}yum install -y mysql`, on: 'amazon-linux-2', expected: [] },
    { name: 'MariaDB by its name there', script: `${BASH}dnf install -y mariadb105-server redis6\nsystemctl start mariadb`, expected: [] },
    { name: 'redis in a cloud-config', script: '#cloud-config\npackages: [redis]\n', expected: ['WRONG_IMAGE 2'] },
    { name: 'redis of another registry', script: `${BASH}pip3 install redis`, expected: [] },
    { name: 'Apache by the name that the other distribution uses', script: `${BASH}apt-get install -y apache2\nservice httpd restart`, on: 'ubuntu', expected: ['WRONG_IMAGE 3', 'NOT_INSTALLED 3'] },
    { name: 'crontab without cron', script: `${BASH}crontab /root/jobs`, expected: ['WRONG_IMAGE 2'] },
    { name: 'crontab with cron', script: `${BASH}dnf install -y cronie\ncrontab /root/jobs`, expected: [] },
    { name: 'crontab where it is at home', script: `${BASH}crontab /root/jobs`, on: 'amazon-linux-2', expected: [] },
    { name: 'metadata without a token', script: `${BASH}ZONE=$(curl -s http://169.254.169.254/latest/meta-data/placement/availability-zone)`, expected: ['NO_TOKEN 2'] },
    { name: 'metadata with a token', script: `${BASH}TOKEN=$(curl -sX PUT http://169.254.169.254/latest/api/token -H "X-aws-ec2-metadata-token-ttl-seconds: 60")\ncurl -H "X-aws-ec2-metadata-token: $TOKEN" http://169.254.169.254/latest/meta-data/`, expected: [] },
    { name: 'metadata where a token is not required', script: `${BASH}curl http://169.254.169.254/latest/meta-data/`, on: 'amazon-linux-2', expected: [] },
    { name: 'the address of metadata in a text', script: `${BASH}echo "curl http://169.254.169.254/latest/meta-data/" # curl http://169.254.169.254/`, expected: [] },
    { name: 'started and never installed', script: `${BASH}dnf install -y jq\nsystemctl start nginx`, expected: ['NOT_INSTALLED 3'] },
    { name: 'installed by a script from elsewhere', script: `${BASH}curl -fsSL https://get.example.com | bash\nsystemctl start nginx`, expected: [] },
    { name: 'installed under a name that is not known', script: `${BASH}dnf install -y $SERVER\nsystemctl start nginx`, expected: [] },
    { name: 'a unit of its own', script: `${BASH}systemctl start myapp`, expected: [] },
    { name: 'nobody answers yes', script: `${BASH}dnf install httpd`, expected: ['INTERACTIVE 2'] },
    { name: 'updates ask too', script: `${BASH}yum update`, expected: ['INTERACTIVE 2'] },
    { name: 'apt update only reads lists', script: `${BASH}apt-get update\napt-get upgrade -yq`, on: 'ubuntu', expected: [] },
    { name: 'answers in other words', script: `${BASH}apt-get -qq install curl\napt install --assume-yes jq\n`, on: 'ubuntu', expected: [] },
    { name: 'a no elsewhere is no yes', script: `${BASH}dnf install python3-yaml`, expected: ['INTERACTIVE 2'] },
    { name: 'a placeholder that is left', script: `${BASH}export AWS_DEFAULT_REGION=<INSERT REGION HERE>\nexport BUCKET=\${SUB_PHOTOS_BUCKET}`, expected: ['PLACEHOLDER 2', 'PLACEHOLDER 3'] },
    { name: 'enabled and not started', script: `${BASH}dnf install -y httpd\nsystemctl enable httpd`, expected: ['NOT_STARTED 3'] },
    { name: 'started before it is enabled', script: `${BASH}dnf install -y httpd\nservice httpd start\nchkconfig httpd on`, expected: [] },
    { name: 'Ubuntu starts what it installs', script: `${BASH}apt-get install -y nginx\nsystemctl enable nginx`, on: 'ubuntu', expected: [] },
    { name: 'the Region of another place', script: `${BASH}export AWS_DEFAULT_REGION=eu-west-1\naws s3 ls --region=us-west-2`, region: 'us-east-1', expected: ['OTHER_REGION 2', 'OTHER_REGION 3'] },
    { name: 'its own Region', script: `${BASH}export AWS_REGION=us-east-1`, region: 'us-east-1', expected: [] },
    { name: 'a Region that is not known', script: `${BASH}aws s3 ls --region eu-west-1`, expected: [] },
    { name: 'a quote that is never closed', script: `${BASH}dnf install -y "httpd\nsystemctl start httpd`, expected: ['SYNTAX 2'] },
    { name: 'a branch that is never closed', script: `${BASH}if true; then\n ls\n`, expected: ['SYNTAX 4'] },
    { name: 'a cloud-config', script: '#cloud-config\npackages:\n  - httpd\nruncmd:\n  - systemctl enable --now httpd\n', expected: [] },
    { name: 'a cloud-config that installs by hand, and asks', script: '#cloud-config\nruncmd:\n  - [ dnf, install, httpd ]\n', expected: ['INTERACTIVE 3'] },
    { name: 'YAML that is none', script: '#cloud-config\npackages: [httpd\nruncmd: }\n', expected: ['SYNTAX 3'] },
    { name: 'the parts of a whole', script: 'Content-Type: multipart/mixed; boundary="//"\nMIME-Version: 1.0\n\n--//\nContent-Type: text/x-shellscript\n\n#!/bin/bash\ndnf install httpd\n--//--\n', expected: ['INTERACTIVE 8'] },
    { name: 'PowerShell is not read', script: '<powershell>\nInstall-WindowsFeature Web-Server\n</powershell>', on: 'windows', expected: [] },
  ];
  test.each(cases)('$name', ({ script, on, region, expected }) => {
    expect(faults(script, on, region)).toEqual(expected);
  });

  test('say the line and what to do', () => {
    expect(findScriptFaults({ userData: `${BASH}dnf install httpd\nsystemctl enable httpd`, operatingSystem: 'amazon-linux-2023' }).map(({ sentence }) => sentence)).toEqual([
      'Line 2 installs without -y, so the installer waits for an answer that nobody gives.',
      'Line 3 enables httpd for the next start and nothing starts it now; add --now.',
    ]);
  });
});

describe('an application as courses start it', () => {
  const script = (bucket: string, region: string): string =>
    `#!/bin/bash -ex\nwget https://courses.s3.us-west-2.amazonaws.com/shop.zip\nunzip shop.zip\nyum -y install python3 mysql\npip3 install -r requirements.txt\namazon-linux-extras install epel\nyum -y install stress\nexport PHOTOS_BUCKET=${bucket}\nexport AWS_DEFAULT_REGION=${region}\nexport DYNAMO_MODE=on\nFLASK_APP=application.py /usr/local/bin/flask run --host=0.0.0.0 --port=80\n`;
  test.each<[name: string, text: string, system: System, expected: readonly string[]]>([
    ['filled in, on its own system', script('photos', 'us-east-1'), 'amazon-linux-2', []],
    ['with its placeholders', script('${SUB_PHOTOS_BUCKET}', '<INSERT REGION HERE>'), 'amazon-linux-2', ['PLACEHOLDER 8', 'PLACEHOLDER 9']],
    ['on the next system', script('photos', 'us-east-1'), 'amazon-linux-2023', ['WRONG_IMAGE 4', 'WRONG_IMAGE 6']],
    ['in another Region', script('photos', 'eu-west-1'), 'amazon-linux-2', ['OTHER_REGION 9']],
  ])('%s', (_, text, system, expected) => {
    expect(faults(text, system, 'us-east-1')).toEqual(expected);
  });

  test('is understood', () => {
    const data = readUserData(script('photos', 'us-east-1'));
    expect(startedServices(data, 'amazon-linux-2')).toMatchObject([{ port: 80, bindAddress: '0.0.0.0', scheme: 'http', line: 11 }]);
    expect(scriptNeedsOf(data).map(({ line, kind }) => `${line} ${kind}`)).toEqual(['2 aws-service', '4 repositories', '5 internet', '6 repositories', '7 repositories']);
    expect(awsServicesIn(data)).toEqual(['S3', 'DynamoDB']);
  });
});
