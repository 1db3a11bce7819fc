import { describe, expect, test } from 'vitest';
import { DesignBuilder } from '../testing/design-builder.ts';
import type { Design } from '../model/design.ts';
import type { Question } from '../model/question.ts';
import { diagnose } from './diagnose.ts';

/** One public web server: every part of the way can be swapped for a broken one. */
function webServer(change: (builder: DesignBuilder) => DesignBuilder = (builder) => builder): Design {
  const builder = new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .internetGateway('igw-1', 'vpc-1')
    .routeTable('rtb-public', 'vpc-1', ['0.0.0.0/0 -> igw-1'])
    .subnet('subnet-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-public', acl: 'acl-1' })
    .networkAcl('acl-1', 'vpc-1', { inbound: ['100 allow tcp 443 from 0.0.0.0/0'], outbound: ['100 allow tcp 1024-65535 to 0.0.0.0/0'] })
    .group('sg-web', 'vpc-1', { inbound: ['tcp 443 from 0.0.0.0/0'] })
    .instance('i-web', { subnet: 'subnet-a', address: '10.0.1.10', groups: ['sg-web'], public: '203.0.113.10', isElastic: true });
  return change(builder).build();
}

const FROM_INTERNET: Question = { from: 'internet', to: 'i-web', protocol: 'tcp', port: 443 };

function ask(design: Design, question: Question = FROM_INTERNET): { readonly verdict: string; readonly blockers: readonly string[] } {
  const reply = diagnose(design, question);
  if (!reply.ok) throw new Error(reply.problem.message);
  return { verdict: reply.value.verdict, blockers: reply.value.blockers.map(({ leg, component, resource, row }) => `${leg} ${component} ${resource}${row === null ? '' : ` ${row}`}`) };
}

describe('a public web server', () => {
  const cases: readonly { readonly name: string; readonly design: Design; readonly question?: Question; readonly verdict: string; readonly blockers: readonly string[] }[] = [
    { name: 'whole', design: webServer(), verdict: 'reachable', blockers: [] },
    { name: 'ACL without the way back', design: webServer((b) => b.networkAcl('acl-1', 'vpc-1', { inbound: ['100 allow tcp 443'], outbound: [] })), verdict: 'blocked', blockers: ['reply network-acl acl-1 outbound:*'] },
    { name: 'ACL with a Linux range and any client', design: webServer((b) => b.networkAcl('acl-1', 'vpc-1', { inbound: ['100 allow tcp 443'], outbound: ['100 allow tcp 32768-60999'] })), verdict: 'ambiguous', blockers: ['reply network-acl acl-1 outbound:*'] },
    { name: 'ACL with a Linux range and a Linux client', design: webServer((b) => b.networkAcl('acl-1', 'vpc-1', { inbound: ['100 allow tcp 443'], outbound: ['100 allow tcp 32768-60999'] })), question: { ...FROM_INTERNET, client: 'linux' }, verdict: 'reachable', blockers: [] },
    { name: 'a deny with a lower number', design: webServer((b) => b.networkAcl('acl-1', 'vpc-1', { inbound: ['90 deny tcp 443', '100 allow tcp 443'], outbound: ['100 allow all'] })), verdict: 'blocked', blockers: ['request network-acl acl-1 in-90'] },
    { name: 'wrong port in the group', design: webServer((b) => b.group('sg-web', 'vpc-1', { inbound: ['tcp 80'] })), verdict: 'blocked', blockers: ['request security-group sg-web'] },
    { name: 'one office only', design: webServer((b) => b.group('sg-web', 'vpc-1', { inbound: ['tcp 443 from 198.51.100.0/24'] })), verdict: 'ambiguous', blockers: ['request security-group sg-web'] },
    { name: 'a private range only', design: webServer((b) => b.group('sg-web', 'vpc-1', { inbound: ['tcp 443 from 10.0.0.0/8'] })), verdict: 'blocked', blockers: ['request security-group sg-web'] },
    { name: 'no gateway attached', design: webServer((b) => b.internetGateway('igw-1')), verdict: 'blocked', blockers: ['request internet-gateway igw-1'] },
    { name: 'no route', design: webServer((b) => b.routeTable('rtb-public', 'vpc-1', [])), verdict: 'blocked', blockers: ['reply route-table rtb-public'] },
    { name: 'a longer prefix steals the reply', design: webServer((b) => b.routeTable('rtb-public', 'vpc-1', ['0.0.0.0/0 -> igw-1', '198.51.100.0/24 -> vgw-gone'])), question: { ...FROM_INTERNET, from: 'internet:198.51.100.7' }, verdict: 'blocked', blockers: ['reply route-table rtb-public route-2'] },
    { name: 'no public address', design: webServer((b) => b.instance('i-web', { subnet: 'subnet-a', address: '10.0.1.10', groups: ['sg-web'] })), verdict: 'blocked', blockers: ['request public-ip eni-i-web'] },
    {
      name: 'four at once, both legs',
      design: webServer((b) => b.instance('i-web', { subnet: 'subnet-a', address: '10.0.1.10', groups: ['sg-web'] }).group('sg-web', 'vpc-1', { inbound: [] }).networkAcl('acl-1', 'vpc-1', { inbound: [], outbound: [] }).routeTable('rtb-public', 'vpc-1', [])),
      verdict: 'blocked',
      blockers: ['request public-ip eni-i-web', 'request network-acl acl-1 inbound:*', 'request security-group sg-web', 'reply network-acl acl-1 outbound:*', 'reply route-table rtb-public'],
    },
    { name: 'stopped', design: webServer((b) => b.instance('i-web', { subnet: 'subnet-a', address: '10.0.1.10', groups: ['sg-web'], public: '203.0.113.10', more: { state: 'stopped' } })), verdict: 'blocked', blockers: ['request instance-state i-web'] },
    { name: 'nobody there', design: webServer(), question: { ...FROM_INTERNET, to: '203.0.113.99' }, verdict: 'blocked', blockers: ['request no-such-target 203.0.113.99'] },
  ];
  test.each(cases)('$name', ({ design, question, verdict, blockers }) => {
    expect(ask(design, question)).toEqual({ verdict, blockers });
  });
});
