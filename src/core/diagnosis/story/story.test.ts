import { describe, expect, test } from 'vitest';
import { diagnose } from '../diagnose.ts';
import type { Diagnosis } from '../../findings/diagnosis.ts';
import type { Design } from '../../model/design.ts';
import { asRowId } from '../../model/ids.ts';
import type { Symptom } from '../../model/question.ts';
import type { Instance, Service } from '../../model/resources/index.ts';
import { applyPatch } from '../../patch/apply-patch.ts';
import { DesignBuilder } from '../../testing/design-builder.ts';

const http: Service = { name: 'nginx', protocol: 'tcp', port: 80, scheme: 'http', bindAddress: '0.0.0.0', running: true };
const services = { [asRowId('service-1')]: http };
const SCRIPT = '#!/bin/bash\n# web\ndnf install -y httpd\nsystemctl start httpd\n';

interface Given {
  readonly instance?: Partial<Instance>;
  /** Outbound rules of the web server's group. */
  readonly outbound?: readonly string[];
  /** Who may open MySQL on the database. */
  readonly admits?: readonly string[];
  readonly expectsDatabase?: boolean;
  readonly isElastic?: boolean;
}

function shop({ instance = {}, outbound, admits, expectsDatabase = false, isElastic = false }: Given): Design {
  const builder = new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .internetGateway('igw-1', 'vpc-1')
    .routeTable('rtb-public', 'vpc-1', ['0.0.0.0/0 -> igw-1'])
    .subnet('subnet-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-public' })
    .group('sg-web', 'vpc-1', { inbound: ['tcp 80'], outbound: outbound ?? ['all to 0.0.0.0/0'] })
    .instance('i-web', { subnet: 'subnet-a', address: '10.0.1.10', groups: ['sg-web'], public: '203.0.113.10', isElastic, more: instance });
  if (admits) {
    builder.subnet('subnet-b', { vpc: 'vpc-1', cidr: '10.0.2.0/24' }).group('sg-db', 'vpc-1', { inbound: admits });
    builder.add('orders', { kind: 'db-instance', name: 'orders', engine: 'mysql', port: 3306, multiAz: false, publiclyAccessible: false, securityGroups: ['sg-db' as never], state: 'available' });
    builder.add('eni-orders', { kind: 'network-interface', name: '', subnet: 'subnet-b' as never, attachment: { resource: 'orders' as never, deviceIndex: 0, role: 'primary' }, addresses: { [asRowId('a')]: { address: '10.0.2.10', primary: true } }, ipv6Addresses: {}, securityGroups: ['sg-db' as never], sourceDestinationCheck: true });
  }
  const design = builder.build();
  const question = { from: 'i-web', to: 'orders', protocol: 'tcp', port: 3306 } as const;
  return expectsDatabase ? { ...design, expectations: { [asRowId('expectation-1')]: { question, verdict: 'reachable' } } } : design;
}

function ask(given: Given, symptom?: Symptom): Diagnosis {
  const reply = diagnose(shop(given), { from: 'internet', to: 'i-web', protocol: 'tcp', port: 80 }, symptom);
  if (!reply.ok) throw new Error(reply.problem.message);
  return reply.value;
}

const told = (given: Given, symptom?: Symptom): readonly string[] => (ask(given, symptom).story ?? []).map(({ step, sentence }) => `${step}: ${sentence}`);

describe('chains, first cause first', () => {
  const cases: readonly { readonly name: string; readonly given: Given; readonly symptom?: Symptom; readonly story: readonly string[] }[] = [
    {
      name: 'no way to the repositories at boot',
      given: { instance: { userData: SCRIPT, services: {} }, outbound: ['tcp 3306 to 10.0.2.0/24'] },
      story: [
        'security-groups: i-web has no way to the package repositories at its first start. No outbound rule of sg-web lets i-web send TCP 443 to the internet.',
        'user-data: So line 3 of its user data (dnf install -y httpd) fails; /var/log/cloud-init-output.log says so.',
        'application: So httpd, which line 4 starts, is never started.',
        'application: So nothing listens on TCP 80 of i-web.',
        'http-or-https: The packet arrives and the machine turns it away: the connection is refused (ERR_CONNECTION_REFUSED).',
      ],
    },
    {
      name: 'a fault of the script',
      given: { instance: { userData: '#!/bin/bash\ndnf install httpd\nsystemctl start httpd\n', operatingSystem: 'amazon-linux-2023' } },
      story: [
        'user-data: The user data of i-web fails at its first start. Line 2 installs without -y, so the installer waits for an answer that nobody gives.',
        'application: So httpd, which line 3 starts, is never started.',
        'application: So nothing listens on TCP 80 of i-web.',
        'http-or-https: The packet arrives and the machine turns it away: the connection is refused (ERR_CONNECTION_REFUSED).',
      ],
    },
    { name: 'somebody has started the service all the same', given: { instance: { userData: SCRIPT, services }, outbound: [] }, story: [] },
    { name: 'repositories can be reached', given: { instance: { userData: SCRIPT, services: {} } }, story: [] },
    { name: 'a script that installs nothing', given: { instance: { userData: '#!/bin/bash\nsystemctl start httpd\n', services: {} }, outbound: [] }, story: [] },
    {
      name: 'stopped, and the address is gone',
      given: { instance: { state: 'stopped' } },
      story: [
        'application: i-web is stopped.',
        'public-ip: The stop released the auto-assigned public IPv4 address of i-web; after a start it has another one.',
        'personal-network: A bookmark with the old address leads nowhere, so the browser waits and gives up (ERR_CONNECTION_TIMED_OUT).',
      ],
    },
    {
      name: 'stopped, and the Elastic IP address stays',
      given: { instance: { state: 'stopped' }, isElastic: true },
      story: ['application: i-web is stopped.', 'personal-network: Nobody answers at its address, so the browser waits and gives up (ERR_CONNECTION_TIMED_OUT).'],
    },
    {
      name: 'no role',
      given: { instance: { services, userData: '#!/bin/bash\naws s3 cp s3://photos/a.png /var/www/html/\n' } },
      story: [
        'permissions: i-web has no role, so the AWS services its script calls deny it.',
        'application: So S3 answers AccessDenied to the application on i-web.',
        'http-or-https: The page loads, and what comes from S3 is missing: pictures, or the entries of a list.',
      ],
    },
    {
      name: 'the database does not admit the application, and an expectation says that it is used',
      given: { instance: { services }, admits: ['tcp 3306 from 10.0.9.0/24'], expectsDatabase: true },
      story: [
        'security-groups: No inbound rule of sg-db lets TCP 3306 from 10.0.1.10 in to orders.',
        'application: So the application on i-web waits for orders (TCP 3306) and gives up.',
        'http-or-https: The page loads, and what comes from orders is missing.',
      ],
    },
    {
      name: 'the script names the database',
      given: { instance: { services, userData: '#!/bin/bash\nexport DB_HOST=orders.abc.us-east-1.rds.amazonaws.com\n' }, outbound: [], admits: ['tcp 3306 from sg-web'] },
      story: [
        'security-groups: sg-web has no outbound rule at all, so it lets nothing out.',
        'application: So the application on i-web waits for orders (TCP 3306) and gives up.',
        'http-or-https: The page loads, and what comes from orders is missing.',
      ],
    },
    { name: 'nobody says that the database is used', given: { instance: { services }, admits: [] }, story: [] },
    {
      name: 'nobody says so, but parts fail',
      given: { instance: { services }, admits: [] },
      symptom: 'partial',
      story: [
        'security-groups: sg-db has no inbound rule at all, so it lets nothing in.',
        'application: So the application on i-web waits for orders (TCP 3306) and gives up.',
        'http-or-https: The page loads, and what comes from orders is missing.',
      ],
    },
    { name: 'the database admits it', given: { instance: { services }, admits: ['tcp 3306 from sg-web'] }, symptom: 'partial', story: [] },
  ];
  test.each(cases)('$name', ({ given, symptom, story }) => {
    expect(told(given, symptom)).toEqual(story);
  });
});

describe('the first cause can be mended', () => {
  const cases: readonly (readonly [name: string, given: Given, symptom: Symptom | undefined, title: string])[] = [
    ['no way to the repositories', { instance: { userData: SCRIPT, services: {} }, outbound: ['tcp 3306 to 10.0.2.0/24'] }, undefined, 'Let TCP 443 out at sg-web'],
    ['stopped', { instance: { state: 'stopped' } }, undefined, 'Start i-web'],
    ['the database does not admit it', { instance: { services }, admits: ['tcp 3306 from 10.0.9.0/24'] }, 'partial', 'Let TCP 3306 in at sg-db'],
  ];
  test.each(cases)('%s', (_, given, symptom, title) => {
    const [fix] = ask(given, symptom).story?.[0]?.fixes ?? [];
    expect(fix?.title).toBe(title);
    const applied = applyPatch(shop(given), fix?.patch ?? []);
    const reply = applied.ok ? diagnose(applied.document, { from: 'internet', to: 'i-web', protocol: 'tcp', port: 80 }, symptom) : undefined;
    expect(reply?.ok && reply.value.story).toBeUndefined();
  });
});

describe('the symptom', () => {
  const likely = (symptom: Symptom): readonly string[] => ask({}, symptom).steps.flatMap(({ id, likely: why }) => (why === null ? [] : [id]));
  test.each<[Symptom, readonly string[]]>([
    ['timeout', ['internet-gateway', 'route-table', 'security-groups', 'network-acls', 'public-ip', 'personal-network']],
    ['refused', ['http-or-https', 'user-data', 'application']],
    ['tls', ['http-or-https']],
    ['denied', ['permissions']],
    ['partial', ['route-table', 'security-groups', 'permissions']],
  ])('%s points to %j', (symptom, steps) => {
    expect(likely(symptom)).toEqual(steps);
  });

  const https: Service = { ...http, scheme: 'https', certificate: 'expired' };
  const cases: readonly { readonly name: string; readonly given: Given; readonly symptom: Symptom; readonly says: string | undefined }[] = [
    { name: 'dropped, but refused', given: { instance: { state: 'stopped' } }, symptom: 'timeout', says: undefined },
    { name: 'reachable, but it times out', given: { instance: { services } }, symptom: 'timeout', says: 'The drawing says that it is reachable, but the symptom says that packets are dropped: the drawing is not what is deployed, or the client’s own network drops them.' },
    { name: 'reachable, but refused', given: { instance: { services } }, symptom: 'refused', says: 'The drawing says that the page loads, but the symptom says that the packet arrives and nothing listens: the drawing is not what is deployed.' },
    { name: 'nothing listens, and refused', given: { instance: { services: {} } }, symptom: 'refused', says: undefined },
    { name: 'nothing listens, but it times out', given: { instance: { services: {} } }, symptom: 'timeout', says: 'The drawing says that the packet arrives and nothing listens, but the symptom says that packets are dropped on the way: the drawing is not what is deployed.' },
    { name: 'expired, and TLS fails', given: { instance: { services: { [asRowId('s')]: https } } }, symptom: 'tls', says: undefined },
    { name: 'the page loads, and parts fail', given: { instance: { services } }, symptom: 'partial', says: undefined },
    { name: 'nobody has said what listens', given: {}, symptom: 'refused', says: undefined },
  ];
  test.each(cases)('$name', ({ given, symptom, says }) => {
    const answer = ask(given, symptom);
    expect(answer.contradiction).toBe(says);
    expect(answer.assumptions.includes(says ?? '')).toBe(says !== undefined);
  });
});
