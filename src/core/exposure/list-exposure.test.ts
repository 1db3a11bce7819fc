import { describe, expect, test } from 'vitest';
import type { ExposureRow } from '../findings/exposure.ts';
import type { Design } from '../model/design.ts';
import { asResourceId, asRowId } from '../model/ids.ts';
import { database, databaseInterface } from '../testing/database-network.ts';
import { DesignBuilder } from '../testing/design-builder.ts';
import { listExposure } from './list-exposure.ts';

const OPEN = { inbound: ['100 allow all from 0.0.0.0/0'], outbound: ['100 allow all to 0.0.0.0/0'] };

interface Given {
  readonly inbound: readonly string[];
  readonly acl?: typeof OPEN;
  readonly routes?: readonly string[];
}

/** A web server with a public address behind the groups, ACL and routes given. */
const network = ({ inbound, acl = OPEN, routes = ['0.0.0.0/0 -> igw-1'] }: Given) =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .internetGateway('igw-1', 'vpc-1')
    .routeTable('rtb-a', 'vpc-1', routes)
    .networkAcl('acl-a', 'vpc-1', acl)
    .group('sg-web', 'vpc-1', { inbound })
    .subnet('public-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-a', acl: 'acl-a' })
    .instance('web', { subnet: 'public-a', address: '10.0.1.10', groups: ['sg-web'], public: '203.0.113.1' });

function rowsOf(design: Design, from?: string): readonly ExposureRow[] {
  const reply = listExposure(design, from);
  if (!reply.ok) throw new Error(reply.problem.message);
  return reply.value;
}

/** Rows as one line each: `web tcp 443 from 0.0.0.0/0`. */
const linesOf = (design: Design, from?: string): readonly string[] =>
  rowsOf(design, from).map(({ resource, protocol, ports, from: sources }) => `${resource} ${protocol} ${ports.map(([first, last]) => (first === last ? first : `${first}-${last}`)).join(',')} from ${sources.join(' ')}`);

const ANYWHERE = '0.0.0.0/0';

describe('from the internet', () => {
  test.each<readonly [name: string, design: DesignBuilder, lines: readonly string[]]>([
    ['nobody is let in', network({ inbound: [] }), []],
    ['everybody on one port', network({ inbound: ['tcp 443 from 0.0.0.0/0'] }), [`web tcp 443 from ${ANYWHERE}`]],
    ['one block on one port', network({ inbound: ['tcp 22 from 198.51.100.0/24'] }), ['web tcp 22 from 198.51.100.0/24']],
    ['private sources do not come from the internet', network({ inbound: ['tcp 22 from 10.0.0.0/8'] }), []],
    ['ports that the same sources reach are one row', network({ inbound: ['tcp 80 from 0.0.0.0/0', 'tcp 443 from 0.0.0.0/0', 'tcp 444-450 from 0.0.0.0/0'] }), [`web tcp 80,443-450 from ${ANYWHERE}`]],
    [
      'rules whose sources overlap give disjoint rows',
      network({ inbound: ['tcp 8000-8010 from 198.51.100.0/24', 'tcp 8005-8020 from 198.51.100.128/25'] }),
      ['web tcp 8000-8010 from 198.51.100.0/24', 'web tcp 8011-8020 from 198.51.100.128/25'],
    ],
    ['neighbouring blocks are joined', network({ inbound: ['tcp 22 from 198.51.100.0/25', 'tcp 22 from 198.51.100.128/25'] }), ['web tcp 22 from 198.51.100.0/24']],
    ['the network ACL takes a part of the sources away', network({ inbound: ['tcp 443 from 0.0.0.0/0'], acl: { ...OPEN, inbound: ['90 deny all from 0.0.0.0/1', ...OPEN.inbound] } }), ['web tcp 443 from 128.0.0.0/1']],
    ['the network ACL does not let the replies out', network({ inbound: ['tcp 443 from 0.0.0.0/0'], acl: { ...OPEN, outbound: ['100 allow tcp 443 to 0.0.0.0/0'] } }), []],
    ['replies get out to some ephemeral ports: some clients get through', network({ inbound: ['tcp 443 from 0.0.0.0/0'], acl: { ...OPEN, outbound: ['100 allow tcp 32768-60999 to 0.0.0.0/0'] } }), [`web tcp 443 from ${ANYWHERE}`]],
    ['no route back', network({ inbound: ['tcp 443 from 0.0.0.0/0'], routes: [] }), []],
    ['a route back to a part of the internet', network({ inbound: ['tcp 443 from 0.0.0.0/0'], routes: ['198.51.100.0/24 -> igw-1'] }), ['web tcp 443 from 198.51.100.0/24']],
    ['UDP', network({ inbound: ['udp 53 from 198.51.100.7/32'] }), ['web udp 53 from 198.51.100.7/32']],
    ['every ICMP message, its ports being types and codes', network({ inbound: ['icmp from 198.51.100.7/32'] }), ['web icmp 0-65535 from 198.51.100.7/32']],
  ])('%s', (_name, design, lines) => {
    expect(linesOf(design.build())).toEqual(lines);
  });

  test('all protocols: each that has ports or types by itself, the others together', () => {
    const lines = linesOf(network({ inbound: ['all from 198.51.100.7/32'] }).build());
    const everything = '0-65535 from 198.51.100.7/32';
    expect(lines).toEqual([...lines].sort());
    expect([...lines].sort()).toEqual([`web 18-255 ${everything}`, `web 2-5 ${everything}`, `web 7-16 ${everything}`, `web hopopt ${everything}`, `web icmp ${everything}`, `web tcp ${everything}`, `web udp ${everything}`].sort());
  });

  test('the way, and the address it is reached at', () => {
    expect(rowsOf(network({ inbound: ['tcp 443 from 0.0.0.0/0'] }).build())).toEqual([
      { resource: 'web', addresses: ['203.0.113.1'], from: [ANYWHERE], protocol: 'tcp', ports: [[443, 443]], path: ['igw-1', 'acl-a', 'sg-web', 'eni-web'] },
    ]);
  });

  test('a stopped instance is not reached, nor one without a public address', () => {
    const builder = network({ inbound: ['tcp 443 from 0.0.0.0/0'] })
      .instance('asleep', { subnet: 'public-a', address: '10.0.1.11', groups: ['sg-web'], public: '203.0.113.2', isElastic: true, more: { state: 'stopped' } })
      .instance('hidden', { subnet: 'public-a', address: '10.0.1.12', groups: ['sg-web'] });
    expect(linesOf(builder.build())).toEqual([`web tcp 443 from ${ANYWHERE}`]);
  });

  test('a public address of a secondary private one', () => {
    const builder = network({ inbound: ['tcp 443 from 0.0.0.0/0'] }).instance('two', { subnet: 'public-a', address: '10.0.1.20', groups: ['sg-web'] });
    builder.add('eni-two', {
      kind: 'network-interface',
      name: '',
      subnet: asResourceId('public-a'),
      attachment: { resource: asResourceId('two'), deviceIndex: 0 },
      addresses: {
        [asRowId('address-1')]: { address: '10.0.1.20', primary: true },
        [asRowId('address-2')]: { address: '10.0.1.21', primary: false, public: { address: '203.0.113.21', type: 'elastic' } },
      },
      ipv6Addresses: {},
      securityGroups: [asResourceId('sg-web')],
      sourceDestinationCheck: true,
    });
    expect(rowsOf(builder.build()).map(({ resource, addresses }) => ({ resource, addresses }))).toEqual([
      { resource: 'two', addresses: ['203.0.113.21'] },
      { resource: 'web', addresses: ['203.0.113.1'] },
    ]);
  });

  test('an interface that is not the primary one of its machine stands for itself', () => {
    const builder = network({ inbound: ['tcp 443 from 0.0.0.0/0'] }).add('eni-second', {
      kind: 'network-interface',
      name: '',
      subnet: asResourceId('public-a'),
      attachment: { resource: asResourceId('web'), deviceIndex: 1 },
      addresses: { [asRowId('address-1')]: { address: '10.0.1.30', primary: true, public: { address: '203.0.113.30', type: 'elastic' } } },
      ipv6Addresses: {},
      securityGroups: [asResourceId('sg-web')],
      sourceDestinationCheck: true,
    });
    expect(rowsOf(builder.build()).map(({ resource }) => resource)).toEqual(['eni-second', 'web']);
  });

  test('a source that is not there is a problem with a sentence', () => {
    expect(listExposure(network({ inbound: [] }).build(), 'nobody')).toMatchObject({ ok: false });
  });
});

/** Web servers anyone reaches, application servers they reach, and a database those reach. */
const tiers = () =>
  network({ inbound: ['tcp 443 from 0.0.0.0/0'] })
    .group('sg-app', 'vpc-1', { inbound: ['tcp 80 from sg-web'] })
    .group('sg-db', 'vpc-1', { inbound: ['tcp 3306 from sg-app'] })
    .subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.2.0/24' })
    .instance('app', { subnet: 'app-a', address: '10.0.2.10', groups: ['sg-app'] })
    .subnet('db-a', { vpc: 'vpc-1', cidr: '10.0.3.0/24' })
    .subnet('db-b', { vpc: 'vpc-1', cidr: '10.0.4.0/24', zone: 'us-east-1b' })
    .add('dbsg', { kind: 'db-subnet-group', name: 'db-subnets', vpc: asResourceId('vpc-1'), subnets: ['db-a', 'db-b'].map(asResourceId) })
    .add('orders', database())
    .add('eni-orders', databaseInterface('db-a', '10.0.3.10', 'primary'))
    .build();

describe('three tiers', () => {
  test.each([
    ['internet', [`web tcp 443 from ${ANYWHERE}`]],
    ['web', ['app tcp 80 from 10.0.1.10/32']],
    ['app', ['orders tcp 3306 from 10.0.2.10/32', 'web tcp 443 from 10.0.2.10/32']],
    ['orders', ['web tcp 443 from 10.0.3.10/32']],
  ])('from %s', (from, lines) => {
    expect(linesOf(tiers(), from)).toEqual(lines);
  });
});
