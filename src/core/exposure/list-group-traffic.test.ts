import { expect, test } from 'vitest';
import type { Design } from '../model/design.ts';
import { openTemplate } from '../templates/index.ts';
import { DesignBuilder } from '../testing/design-builder.ts';
import { listGroupTraffic } from './list-group-traffic.ts';

function template(id: string): Design {
  const opened = openTemplate({ id });
  if (!opened.ok) throw new Error(opened.problem.message);
  return opened.value;
}

const nameOf = ({ resources }: Design, id: string): string => Object.entries(resources).find(([key]) => key === id)?.[1].name ?? id;

/** Each line as `web-sg > app-sg: TCP 8080`, with `stopped` where nothing arrives. */
const linesOf = (design: Design): readonly string[] =>
  listGroupTraffic(design)
    .map(({ from, to, traffic, isStopped }) => `${nameOf(design, from)} > ${nameOf(design, to)}: ${traffic.join(', ')}${isStopped ? ' stopped' : ''}`)
    .sort();

const tiers = (builder: DesignBuilder = new DesignBuilder()): DesignBuilder =>
  builder
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .internetGateway('igw-1', 'vpc-1')
    .routeTable('rtb-public', 'vpc-1', ['0.0.0.0/0 -> igw-1'])
    .networkAcl('acl-db', 'vpc-1', { inbound: ['100 allow tcp 5432'], outbound: ['100 allow tcp 1024-65535'] })
    .subnet('public', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-public' })
    .subnet('private', { vpc: 'vpc-1', cidr: '10.0.2.0/24' })
    .subnet('data', { vpc: 'vpc-1', cidr: '10.0.3.0/24', acl: 'acl-db' })
    .group('sg-web', 'vpc-1', { inbound: ['tcp 443 from 0.0.0.0/0'] })
    .group('sg-app', 'vpc-1', { inbound: ['tcp 8080 from sg-web', 'tcp 9000-9010 from 10.0.1.0/24'] })
    .group('sg-db', 'vpc-1', { inbound: ['tcp 5432 from sg-app', 'tcp 22 from sg-web', 'all from sg-db'] })
    .group('sg-idle', 'vpc-1', { inbound: ['all from sg-web'] })
    .instance('i-web', { subnet: 'public', address: '10.0.1.10', groups: ['sg-web'], public: '203.0.113.10' })
    .instance('i-app', { subnet: 'private', address: '10.0.2.10', groups: ['sg-app'] })
    .instance('i-db', { subnet: 'data', address: '10.0.3.10', groups: ['sg-db'] });

test('rules that name groups and blocks are drawn, and what a network ACL stops is said; nobody talks to itself or to a group without members', () => {
  expect(linesOf(tiers().build())).toEqual([
    'internet > sg-web: TCP 443',
    'sg-app > sg-db: TCP 5432',
    // The ACL of the subnet lets 5432 in and nothing else.
    'sg-web > sg-app: TCP 8080, TCP 9000–9010',
    'sg-web > sg-db: TCP 22 stopped',
  ]);
});

test('a rule for everybody is told for each group where the internet does not get in by it', () => {
  const design = tiers().group('sg-app', 'vpc-1', { inbound: ['tcp 8080 from 0.0.0.0/0'] }).build();
  expect(linesOf(design).filter((line) => line.includes('> sg-app'))).toEqual(['sg-db > sg-app: TCP 8080', 'sg-web > sg-app: TCP 8080']);
});

test('a sender whose group lets nothing out is stopped', () => {
  const design = tiers().group('sg-web', 'vpc-1', { inbound: ['tcp 443 from 0.0.0.0/0'], outbound: [] }).build();
  expect(linesOf(design)).toContain('sg-web > sg-app: TCP 8080, TCP 9000–9010 stopped');
});

test('the three tiers of the template', () => {
  expect(linesOf(template('three-tiers'))).toEqual(['app-sg > db-sg: TCP 3306', 'internet > web-sg: TCP 443', 'web-sg > app-sg: TCP 80']);
});
