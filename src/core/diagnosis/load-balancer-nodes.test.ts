import { describe, expect, test } from 'vitest';
import type { Design } from '../model/design.ts';
import { answerOf, ask, question } from '../testing/ask.ts';
import { DesignBuilder } from '../testing/design-builder.ts';
import { applyFix } from '../testing/rule-tester.ts';

const NODES = ['pub-a', 'pub-b', 'pub-c'];
const OPEN = ['tcp 8080 from 0.0.0.0/0'];

/** Three subnets for nodes, each in its zone, and a web server in the first and the second zone. */
function network(): DesignBuilder {
  const open = ['100 allow all from 0.0.0.0/0'];
  return new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .internetGateway('igw-1', 'vpc-1')
    .routeTable('rtb-public', 'vpc-1', ['0.0.0.0/0 -> igw-1'])
    .networkAcl('acl-c', 'vpc-1', { inbound: open, outbound: open })
    .subnet('pub-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-public' })
    .subnet('pub-b', { vpc: 'vpc-1', cidr: '10.0.2.0/24', zone: 'us-east-1b', table: 'rtb-public' })
    .subnet('pub-c', { vpc: 'vpc-1', cidr: '10.0.3.0/24', zone: 'us-east-1c', table: 'rtb-public', acl: 'acl-c' })
    .subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.11.0/24' })
    .subnet('app-b', { vpc: 'vpc-1', cidr: '10.0.12.0/24', zone: 'us-east-1b' })
    .group('sg-lb', 'vpc-1', { inbound: ['tcp 80 from 0.0.0.0/0'] })
    .group('sg-web', 'vpc-1', { inbound: OPEN })
    .instance('i-a', { subnet: 'app-a', address: '10.0.11.10', groups: ['sg-web'] })
    .instance('i-b', { subnet: 'app-b', address: '10.0.12.10', groups: ['sg-web'] });
}

interface Given {
  readonly type?: 'application' | 'network';
  readonly targets?: readonly string[];
  readonly group?: Parameters<DesignBuilder['targetGroup']>[1]['more'];
  readonly more?: (builder: DesignBuilder) => DesignBuilder;
  readonly takes?: string;
}

function balanced({ type = 'network', targets = ['i-a'], group = {}, more = (same) => same, takes = 'TCP 8080' }: Given = {}): Design {
  const [protocol] = takes.split(' ');
  const builder = network()
    .targetGroup('tg', { vpc: 'vpc-1', takes, targets, more: group })
    .loadBalancer('lb', { type, vpc: 'vpc-1', subnets: NODES, groups: ['sg-lb'], listeners: [`${type === 'application' ? 'HTTP' : protocol} 80 -> tg`], more: { crossZone: true } });
  return more(builder).build();
}

const LOOPED = 'request target-group tg';

describe('a target that asks its own load balancer', () => {
  test.each<[string, Given, string, readonly string[]]>([
    ['never gets an answer where it is the only target', {}, 'i-a -> lb tcp 80', ['blocked', LOOPED]],
    ['gets one where another target is asked', { targets: ['i-a', 'i-b'] }, 'i-a -> lb tcp 80', ['ambiguous', LOOPED]],
    ['gets one where client addresses are replaced', { group: { preserveClientIp: false } }, 'i-a -> lb tcp 80', ['reachable']],
    ['gets one from an Application Load Balancer', { type: 'application' }, 'i-a -> lb tcp 80', ['reachable']],
    ['is not the same as another client', {}, 'i-b -> lb tcp 80', ['reachable']],
    ['never gets one by its address either', { targets: ['10.0.11.10'], group: { targetType: 'ip', preserveClientIp: true } }, 'i-a -> lb tcp 80', ['blocked', LOOPED]],
    ['gets one by its address, whose clients are replaced', { targets: ['10.0.11.10'], group: { targetType: 'ip' } }, 'i-a -> lb tcp 80', ['reachable']],
  ])('%s', (_, given, asked, expected) => {
    expect(ask(balanced(given), asked)).toEqual(expected);
  });

  test('is told why, and how to change it', () => {
    const design = balanced();
    const [blocker] = answerOf(design, question('i-a -> lb tcp 80')).blockers;
    expect(blocker).toMatchObject({ code: 'X_NAT_LOOPBACK' });
    expect(blocker?.sentence).toBe("tg keeps the client's address and may hand the request back to i-a, which made it, so no connection comes about; turn off client IP preservation of tg.");
    const [fix] = blocker?.fixes ?? [];
    if (!fix) throw new Error('no fix');
    expect(fix.title).toBe('Turn off client IP preservation of tg');
    expect(ask(applyFix(design, fix), 'i-a -> lb tcp 80')).toEqual(['reachable']);
  });

  test('has no such way out over UDP, where the address is always kept', () => {
    const design = balanced({ takes: 'UDP 53', more: (b) => b.group('sg-web', 'vpc-1', { inbound: ['all from 0.0.0.0/0'] }).group('sg-lb', 'vpc-1', { inbound: ['all from 0.0.0.0/0'] }) });
    const [blocker] = answerOf(design, question('i-a -> lb udp 80')).blockers;
    expect(blocker).toMatchObject({ code: 'X_NAT_LOOPBACK', fixes: [] });
  });
});

describe('nodes that differ on the way in', () => {
  const facing = (more: (builder: DesignBuilder) => DesignBuilder): Design =>
    balanced({ type: 'application', more: (b) => more(b.loadBalancer('lb', { vpc: 'vpc-1', subnets: NODES, groups: ['sg-lb'], scheme: 'internet-facing', listeners: ['HTTP 80 -> tg'] })) });

  test.each<[string, (builder: DesignBuilder) => DesignBuilder, readonly string[]]>([
    ['all alike', (same) => same, ['reachable']],
    ['one behind a closed network ACL', (b) => b.networkAcl('acl-c', 'vpc-1', { inbound: [], outbound: ['100 allow all to 0.0.0.0/0'] }), ['ambiguous', 'request network-acl acl-c']],
    ['one without a route to the internet', (b) => b.subnet('pub-c', { vpc: 'vpc-1', cidr: '10.0.3.0/24', zone: 'us-east-1c' }), ['ambiguous', 'reply route-table rtb-main-vpc-1']],
  ])('%s', (_, more, expected) => {
    expect(ask(facing(more), 'internet -> lb tcp 80')).toEqual(expected);
  });

  test('the sentence names the subnet of the node', () => {
    const design = facing((b) => b.networkAcl('acl-c', 'vpc-1', { inbound: ['100 deny all from 0.0.0.0/0'], outbound: ['100 allow all to 0.0.0.0/0'] }));
    expect(answerOf(design, question('internet -> lb tcp 80')).blockers.map(({ sentence }) => sentence)).toEqual(['Rule 100 of acl-c denies TCP 80 into subnet pub-c.']);
  });
});
