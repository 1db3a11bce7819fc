import { describe, expect, test } from 'vitest';
import type { Design } from '../model/design.ts';
import { answerOf } from '../testing/ask.ts';
import { DesignBuilder } from '../testing/design-builder.ts';
import { asRowId } from '../model/ids.ts';
import type { Instance, Service } from '../model/resources/index.ts';
import { applyPatch } from '../patch/apply-patch.ts';

const HTTP: Service = { name: 'httpd', protocol: 'tcp', port: 80, scheme: 'http', bindAddress: '0.0.0.0', running: true };
const DNF = '#!/bin/bash\ndnf install -y httpd\nsystemctl enable --now httpd\n';

interface Network {
  readonly script: string;
  readonly system?: Instance['operatingSystem'];
  /** The default way of the private subnet, and whether S3 has a gateway endpoint there. */
  readonly way?: 'nat' | 'none';
  readonly hasS3Endpoint?: boolean;
  readonly services?: Instance['services'];
}

/** A web server in a private subnet, asked by a machine beside it, so that the network between them plays no part. */
function network({ script, system = 'amazon-linux-2023', way = 'none', hasS3Endpoint = false, services }: Network): Design {
  const builder = new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .internetGateway('igw-1', 'vpc-1')
    .routeTable('rtb-public', 'vpc-1', ['0.0.0.0/0 -> igw-1'])
    .routeTable('rtb-private', 'vpc-1', [...(way === 'nat' ? ['0.0.0.0/0 -> nat-1'] : [])])
    .subnet('public', { vpc: 'vpc-1', cidr: '10.0.0.0/24', table: 'rtb-public' })
    .subnet('private', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-private' })
    .natGateway('nat-1', { subnet: 'public', address: '10.0.0.5', public: '203.0.113.5' })
    .group('sg-web', 'vpc-1', { inbound: ['tcp 80 from 10.0.0.0/16', 'tcp 22 from 10.0.0.0/16'] })
    .instance('web', { subnet: 'private', address: '10.0.1.10', groups: ['sg-web'], more: { userData: script, operatingSystem: system, ...(services && { services }) } })
    .instance('client', { subnet: 'private', address: '10.0.1.20', groups: ['sg-web'] });
  if (hasS3Endpoint) builder.vpcEndpoint('vpce-s3', { vpc: 'vpc-1', service: 's3', tables: ['rtb-private'] });
  return builder.build();
}

const step7 = (design: Design) => answerOf(design, { from: 'client', to: 'web', protocol: 'tcp', port: 80 }).steps[6];

// AL2 and AL2023 keep their repositories in S3 of the Region, which a gateway endpoint leads to; Ubuntu's are on the internet.
// https://repost.aws/knowledge-center/ec2-al1-al2-update-yum-without-internet
describe('what a script needs at the first start', () => {
  const cases: readonly { readonly name: string; readonly given: Network; readonly status: string; readonly sentence: string }[] = [
    { name: 'a NAT gateway', given: { script: DNF, way: 'nat' }, status: 'pass', sentence: 'The script of web suits its operating system; what it fetches can be reached. It runs once, at the first start.' },
    { name: 'an endpoint for S3 alone, on Amazon Linux', given: { script: DNF, hasS3Endpoint: true }, status: 'pass', sentence: 'The script of web suits its operating system; what it fetches can be reached. It runs once, at the first start.' },
    {
      name: 'an endpoint for S3 alone, and a registry on the internet',
      given: { script: `${DNF}pip3 install flask\n`, hasS3Endpoint: true },
      status: 'warning',
      sentence: 'Line 4 (pip3 install flask) needs the internet, and web has no way there now.',
    },
    {
      name: 'an endpoint for S3 alone, on Ubuntu',
      given: { script: '#!/bin/bash\napt-get update\napt-get install -y nginx\n', system: 'ubuntu', hasS3Endpoint: true },
      status: 'fail',
      sentence: 'web has no way to the package repositories, which line 3 of its user data (apt-get install -y nginx) needs. rtb-private, the route table of private, has no route for the internet.',
    },
    {
      name: 'no way at all',
      given: { script: DNF },
      status: 'fail',
      sentence: 'web has no way to the package repositories, which line 2 of its user data (dnf install -y httpd) needs. rtb-private, the route table of private, has no route for the internet.',
    },
    { name: 'no way at all, and a person says that it runs', given: { script: DNF, services: { [asRowId('s')]: HTTP } }, status: 'warning', sentence: 'Line 2 (dnf install -y httpd) needs the package repositories, and web has no way there now.' },
    { name: 'updates fail, and nothing hangs on them', given: { script: '#!/bin/bash\ndnf update -y\npython3 -m http.server 80 &\n' }, status: 'warning', sentence: 'Line 2 (dnf update -y) needs the package repositories, and web has no way there now.' },
    {
      name: 'updates fail, and end the script',
      given: { script: '#!/bin/bash -e\ndnf update -y\npython3 -m http.server 80 &\n' },
      status: 'fail',
      sentence: 'web has no way to the package repositories, which line 2 of its user data (dnf update -y) needs. rtb-private, the route table of private, has no route for the internet.',
    },
    { name: 'a download from S3 through its endpoint', given: { script: '#!/bin/bash\naws s3 cp s3://release/app.zip .\n', hasS3Endpoint: true }, status: 'pass', sentence: 'The script of web suits its operating system; what it fetches can be reached. It runs once, at the first start.' },
    {
      name: 'an endpoint for S3 leads to its own Region alone',
      given: { script: '#!/bin/bash\ncurl -O https://release.s3.eu-west-1.amazonaws.com/app.zip\n', hasS3Endpoint: true },
      status: 'warning',
      sentence: 'Line 2 (curl -O https://release.s3.eu-west-1.amazonaws.com/app.zip) needs S3 in eu-west-1, and web has no way there now.',
    },
    { name: 'nothing to fetch', given: { script: '#!/bin/bash\npython3 -m http.server 80 &\n' }, status: 'pass', sentence: 'The script of web has no fault that can be read from it, and fetches nothing; it runs once, at the first start.' },
    { name: 'a server that nobody installed', given: { script: '#!/bin/bash\nsystemctl start httpd\n' }, status: 'warning', sentence: 'Line 2 starts httpd, which the script does not install; only an image of your own has it.' },
    { name: 'another language', given: { script: '#!/usr/bin/python3\nprint(1)\n' }, status: 'your-turn', sentence: 'The user data of web is written in a language that is not read here.' },
    { name: 'another Region', given: { script: '#!/bin/bash\nexport AWS_REGION=eu-west-1\n' }, status: 'warning', sentence: 'Line 2 sets AWS_REGION to eu-west-1, and the instance is in us-east-1.' },
  ];
  test.each(cases)('$name', ({ given, status, sentence }) => {
    expect(step7(network(given))).toMatchObject({ status, sentence });
  });
});

test('a service is reached by its interface endpoint', () => {
  const withEndpoint = (service: string): string => {
    const builder = new DesignBuilder()
      .region()
      .vpc('vpc-1', '10.0.0.0/16', { enableDnsHostnames: true })
      .subnet('private', { vpc: 'vpc-1', cidr: '10.0.1.0/24' })
      .group('sg-all', 'vpc-1', { inbound: ['tcp 443', 'tcp 80'] })
      .instance('web', { subnet: 'private', address: '10.0.1.10', groups: ['sg-all'], more: { userData: '#!/bin/bash\naws ecr get-login-password\n' } })
      .instance('client', { subnet: 'private', address: '10.0.1.20', groups: ['sg-all'] })
      .vpcEndpoint('vpce-1', { vpc: 'vpc-1', service, subnets: ['private'], groups: ['sg-all'] });
    return step7(builder.build())?.status ?? '';
  };
  expect(withEndpoint('com.amazonaws.us-east-1.ecr.api')).toBe('pass');
  expect(withEndpoint('com.amazonaws.us-east-1.ecr.dkr')).toBe('warning');
});

describe('what a script starts', () => {
  test('listens, where nobody has said otherwise', () => {
    const { steps, verdict } = answerOf(network({ script: DNF, way: 'nat' }), { from: 'client', to: 'web', protocol: 'tcp', port: 80 });
    expect(verdict).toBe('reachable');
    expect(steps[9]).toMatchObject({ status: 'pass', sentence: 'httpd (line 3 of the user data) on web listens on 0.0.0.0:80.' });
  });

  test('says nothing of what else runs', () => {
    const { steps, verdict } = answerOf(network({ script: DNF, way: 'nat' }), { from: 'client', to: 'web', protocol: 'tcp', port: 22 });
    expect(verdict).toBe('reachable');
    expect(steps[9]?.status).toBe('your-turn');
  });

  test('is bound to the loopback address', () => {
    const { blockers } = answerOf(network({ script: '#!/bin/bash\nflask run --port 80 &\n', way: 'nat' }), { from: 'client', to: 'web', protocol: 'tcp', port: 80 });
    expect(blockers.map(({ code, component }) => `${component} ${code}`)).toEqual(['service X_BOUND_TO_LOOPBACK']);
  });

  test('does not count after a fault that stops the script', () => {
    const { blockers } = answerOf(network({ script: '#!/bin/bash\ndnf install httpd\nsystemctl enable --now httpd\n', way: 'nat' }), { from: 'client', to: 'web', protocol: 'tcp', port: 80 });
    expect(blockers.map(({ code, component }) => `${component} ${code}`)).toEqual(['user-data X_USERDATA_INTERACTIVE']);
  });

  test('a person knows better', () => {
    const { blockers } = answerOf(network({ script: DNF, way: 'nat', services: {} }), { from: 'client', to: 'web', protocol: 'tcp', port: 80 });
    expect(blockers.map(({ code }) => code)).toEqual(['X_NO_LISTENER']);
  });

  test('counts before a fault, and not after it', () => {
    const script = '#!/bin/bash\ndnf install -y nginx\nsystemctl start nginx\ndnf install mariadb105-server\nsystemctl start mariadb\n';
    const ask = (port: number) => answerOf(network({ script, way: 'nat' }), { from: 'client', to: 'web', protocol: 'tcp', port }).blockers.map(({ code }) => code);
    expect(ask(80)).toEqual([]);
    expect(ask(3306)).toEqual(['ENI_SG_RULES_MISMATCH', 'X_USERDATA_INTERACTIVE']);
  });

  test('remote administration hangs on no script', () => {
    const { verdict } = answerOf(network({ script: '#!/bin/bash\ndnf install httpd\n' }), { from: 'client', to: 'web', protocol: 'tcp', port: 22 });
    expect(verdict).toBe('reachable');
  });
});

describe('a fault keeps from starting what hangs on it', () => {
  const codesOn80 = (script: string, system: Instance['operatingSystem'] = 'amazon-linux-2023', way: 'nat' | 'none' = 'nat') =>
    answerOf(network({ script, system, way }), { from: 'client', to: 'web', protocol: 'tcp', port: 80 }).blockers.map(({ code }) => code.replace('X_USERDATA_', ''));
  const START = 'systemctl start httpd\n';
  test.each<[name: string, script: string, codes: readonly string[]]>([
    ['a package beside it fails, and the script goes on', `#!/bin/bash\ndnf install -y httpd\ndnf install -y mysql\n${START}`, []],
    ['a package beside it fails, and ends the script', `#!/bin/bash -e\ndnf install -y httpd\ndnf install -y mysql\n${START}`, ['WRONG_IMAGE']],
    ['its own package fails', `#!/bin/bash\ndnf install httpd\n${START}`, ['INTERACTIVE']],
    ['its own package fails with another', `#!/bin/bash\ndnf install -y httpd mysql\n${START}`, ['WRONG_IMAGE']],
    ['its own package is installed again', `#!/bin/bash\ndnf install httpd\ndnf install -y httpd\n${START}`, []],
    ['updates ask, and the script goes on', `#!/bin/bash\ndnf update\ndnf install -y httpd\n${START}`, []],
    ['the script is never run', `dnf install -y httpd\n${START}`, ['NO_SHEBANG']],
    ['enabled for the next start', '#!/bin/bash\ndnf install -y httpd\nsystemctl enable httpd\n', ['NOT_STARTED']],
    ['something else is enabled for the next start', `#!/bin/bash\ndnf install -y httpd\nsystemctl enable crond\n${START}`, []],
    ['the fault comes after it', `#!/bin/bash -e\ndnf install -y httpd\n${START}dnf install mysql\n`, []],
    ['what it starts is not understood, and a package fails', '#!/bin/bash\ndnf install nodejs\nnode app.js\n', []],
    ['what it starts is not understood, and nothing is run', 'node app.js\n', ['NO_SHEBANG']],
    ['a server that is part of the system', '#!/bin/bash\ndnf install jq\npython3 -m http.server 80\n', []],
  ])('%s', (_, script, codes) => {
    expect(codesOn80(script)).toEqual(codes);
  });

  test('neither does a way that something else lacks', () => {
    expect(codesOn80('#!/bin/bash\ndnf install -y jq\npython3 -m http.server 80\n', 'amazon-linux-2023', 'none')).toEqual([]);
    expect(codesOn80('#!/bin/bash -e\ndnf install -y jq\npython3 -m http.server 80\n', 'amazon-linux-2023', 'none')).toEqual(['NEEDS_EGRESS']);
    expect(codesOn80('#!/bin/bash\npip3 install flask\nflask run --host 0.0.0.0 --port 80\n', 'ubuntu', 'none')).toEqual(['NEEDS_EGRESS']);
  });
});

describe('a way that a script lacks', () => {
  const design = network({ script: DNF });
  const asked = { from: 'client', to: 'web', protocol: 'tcp', port: 80 } as const;

  test('blocks like anything else, with the place of the network that decides', () => {
    const { verdict, blockers, steps, browser } = answerOf(design, asked);
    expect(verdict).toBe('blocked');
    expect(blockers.map(({ code, component, resource }) => [code, component, resource])).toEqual([['X_USERDATA_NEEDS_EGRESS', 'user-data', 'web']]);
    expect(blockers[0]?.evidence.map(({ at }) => at)).toContain('rtb-private');
    expect(steps.slice(0, 5).filter(({ status }) => status === 'fail')).toEqual([]);
    expect(steps[9]).toMatchObject({ status: 'your-turn', sentence: 'Whether web came to start httpd (line 3 of the user data) hangs on its user data; see step 7.' });
    expect(browser?.chrome).toBe('ERR_CONNECTION_REFUSED');
  });

  test('is told as one story', () => {
    expect(answerOf(design, asked).story?.map(({ step, sentence }) => `${step}: ${sentence}`)).toEqual([
      'route-table: web has no way to the package repositories at its first start. rtb-private, the route table of private, has no route for the internet.',
      'user-data: So line 2 of its user data (dnf install -y httpd) fails; /var/log/cloud-init-output.log says so.',
      'application: So httpd, which line 3 starts, is never started.',
      'application: So nothing listens on TCP 80 of web.',
      'http-or-https: The packet arrives and the machine turns it away: the connection is refused (ERR_CONNECTION_REFUSED).',
    ]);
  });

  test('is opened by the fix of the network', () => {
    const [fix] = answerOf(design, asked).blockers[0]?.fixes ?? [];
    expect(fix?.title).toBe('Add route 0.0.0.0/0 → nat-1 in rtb-private');
    const applied = applyPatch(design, fix?.patch ?? []);
    expect(applied.ok && answerOf(applied.document, asked).verdict).toBe('reachable');
  });
});
