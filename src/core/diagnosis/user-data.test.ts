import { describe, expect, test } from 'vitest';
import type { Design } from '../model/design.ts';
import { answerOf } from '../testing/ask.ts';
import { DesignBuilder } from '../testing/design-builder.ts';
import type { Instance } from '../model/resources/index.ts';

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
    { name: 'a NAT gateway', given: { script: DNF, way: 'nat' }, status: 'pass', sentence: 'The script of web suits its operating system; what it fetches can be reached.' },
    { name: 'an endpoint for S3 alone, on Amazon Linux', given: { script: DNF, hasS3Endpoint: true }, status: 'pass', sentence: 'The script of web suits its operating system; what it fetches can be reached.' },
    {
      name: 'an endpoint for S3 alone, and a registry on the internet',
      given: { script: `${DNF}pip3 install flask\n`, hasS3Endpoint: true },
      status: 'warning',
      sentence: 'Line 4 (pip3 install flask) needs the internet, and web has no way there now.',
    },
    {
      name: 'an endpoint for S3 alone, on Ubuntu',
      given: { script: '#!/bin/bash\napt-get update\napt-get install -y nginx\n', system: 'ubuntu', hasS3Endpoint: true },
      status: 'warning',
      sentence: 'Line 2 (apt-get update) needs the package repositories, and web has no way there now. 1 more line needs what is out of reach.',
    },
    { name: 'no way at all', given: { script: DNF }, status: 'warning', sentence: 'Line 2 (dnf install -y httpd) needs the package repositories, and web has no way there now.' },
    { name: 'a download from S3 through its endpoint', given: { script: '#!/bin/bash\naws s3 cp s3://release/app.zip .\n', hasS3Endpoint: true }, status: 'pass', sentence: 'The script of web suits its operating system; what it fetches can be reached.' },
    { name: 'nothing to fetch', given: { script: '#!/bin/bash\nsystemctl start httpd\n' }, status: 'pass', sentence: 'The script of web has no fault that can be read from it, and fetches nothing.' },
    { name: 'another language', given: { script: '#!/usr/bin/python3\nprint(1)\n' }, status: 'your-turn', sentence: 'The user data of web is written in a language that is not read here.' },
    { name: 'another Region', given: { script: '#!/bin/bash\nexport AWS_REGION=eu-west-1\n' }, status: 'warning', sentence: 'Line 2 sets AWS_REGION to eu-west-1, and the instance is in us-east-1.' },
  ];
  test.each(cases)('$name', ({ given, status, sentence }) => {
    expect(step7(network(given))).toMatchObject({ status, sentence });
  });
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
});
