import { describe, expect, test } from 'vitest';
import { answerOf, ask, question } from '../testing/ask.ts';
import { DesignBuilder } from '../testing/design-builder.ts';
import type { Design } from '../model/design.ts';
import { applyFix } from '../testing/rule-tester.ts';
import { asRowId } from '../model/ids.ts';

const DOCUMENT_HOST = '203.0.113.50';

/** Two public and two private subnets in two zones; a web server in each private one. */
function network(): DesignBuilder {
  return new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .internetGateway('igw-1', 'vpc-1')
    .routeTable('rtb-public', 'vpc-1', ['0.0.0.0/0 -> igw-1'])
    .subnet('subnet-pub-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-public' })
    .subnet('subnet-pub-b', { vpc: 'vpc-1', cidr: '10.0.2.0/24', zone: 'us-east-1b', table: 'rtb-public' })
    .subnet('subnet-a', { vpc: 'vpc-1', cidr: '10.0.11.0/24' })
    .subnet('subnet-b', { vpc: 'vpc-1', cidr: '10.0.12.0/24', zone: 'us-east-1b' })
    .group('sg-lb', 'vpc-1', { inbound: ['tcp 80 from 0.0.0.0/0'] })
    .group('sg-web', 'vpc-1', { inbound: ['tcp 8080 from sg-lb'] })
    .group('sg-client', 'vpc-1', { inbound: [] })
    .instance('i-a', { subnet: 'subnet-a', address: '10.0.11.10', groups: ['sg-web'] })
    .instance('i-b', { subnet: 'subnet-b', address: '10.0.12.10', groups: ['sg-web'] })
    .instance('i-client', { subnet: 'subnet-a', address: '10.0.11.20', groups: ['sg-client'] });
}

const PUBLIC = ['subnet-pub-a', 'subnet-pub-b'];

function web(change: (builder: DesignBuilder) => void = () => undefined): Design {
  const builder = network()
    .targetGroup('tg-web', { vpc: 'vpc-1', takes: 'HTTP 8080', targets: ['i-a', 'i-b'] })
    .loadBalancer('web', { vpc: 'vpc-1', subnets: PUBLIC, groups: ['sg-lb'], scheme: 'internet-facing', listeners: ['HTTP 80 -> tg-web'] });
  change(builder);
  return builder.build();
}

function nlb(change: (builder: DesignBuilder) => void = () => undefined, more: Parameters<DesignBuilder['targetGroup']>[1]['more'] = {}): Design {
  const builder = network()
    .targetGroup('tg-web', { vpc: 'vpc-1', takes: 'TCP 8080', targets: ['i-a', 'i-b'], more })
    .loadBalancer('net', { type: 'network', vpc: 'vpc-1', subnets: PUBLIC, scheme: 'internet-facing', listeners: ['TCP 80 -> tg-web'] });
  change(builder);
  return builder.build();
}

describe('an application load balancer', () => {
  test('is reached from the internet, and its targets from it', () => {
    expect(ask(web(), 'internet -> web tcp 80')).toEqual(['reachable']);
    expect(ask(web(), 'i-client -> web tcp 80')).toEqual(['reachable']);
  });

  test('is found by its name, whatever else that is no end of a connection is called so', () => {
    const design = web((builder) => builder.targetGroup('tg-web', { vpc: 'vpc-1', takes: 'HTTP 8080', targets: ['i-a'], more: { name: 'web' } }));
    expect(ask({ ...design, resources: Object.fromEntries(Object.entries(design.resources).map(([id, one]) => [id === 'web' ? 'arn:web' : id, one])) }, 'internet -> web tcp 80')).toEqual(['reachable']);
  });

  test.each(['redirect', 'fixed-response'] as const)('answers by itself with a %s', (ownAnswer) => {
    const design = web((builder) => builder.loadBalancer('web', { vpc: 'vpc-1', subnets: PUBLIC, groups: ['sg-lb'], scheme: 'internet-facing', listeners: [], more: { listeners: { [asRowId('listener-1')]: { protocol: 'HTTP', port: 80, targetGroups: [], ownAnswer } } } }));
    expect(ask(design, 'internet -> web tcp 80')).toEqual(['reachable']);
    expect(answerOf(design, question('internet -> web tcp 80')).assumptions.join('\n')).toContain(`answers with a ${ownAnswer.replace('-', ' ')} itself`);
    expect(ask(design, 'internet -> web tcp 443')).toEqual(['blocked', 'request security-group sg-lb', 'request load-balancer web']);
  });

  test('is found by its DNS name', () => {
    const design = web((builder) => builder.loadBalancer('web', { vpc: 'vpc-1', subnets: PUBLIC, groups: ['sg-lb'], scheme: 'internet-facing', listeners: ['HTTP 80 -> tg-web'], more: { dnsName: 'web-1.us-east-1.elb.amazonaws.com' } }));
    expect(ask(design, 'internet -> Web-1.us-east-1.elb.amazonaws.com tcp 80')).toEqual(['reachable']);
  });

  test('tells the way through it, there and back', () => {
    const { paths } = answerOf(web(), question('internet -> web tcp 80'));
    const request = paths[0]?.hops.map(({ resource }) => resource) ?? [];
    expect(request).toEqual(expect.arrayContaining(['igw-1', 'sg-lb', 'web', 'sg-web', 'eni-i-a']));
    expect(request.indexOf('web')).toBeLessThan(request.indexOf('sg-web'));
    expect(paths[0]?.hops.some(({ sentence }) => sentence === 'web takes it by its listener HTTP 80.')).toBe(true);
    expect(JSON.stringify(paths)).not.toContain('241.');
  });

  test.each<[string, (builder: DesignBuilder) => void, string, string]>([
    ['another port than its one listener', () => undefined, 'tcp 443', 'ELBV2_LISTENER_PORT_RESTRICTION'],
    ['no listener for UDP', () => undefined, 'udp 53', 'ELBV2_LISTENERS_MISMATCH'],
    ['several listeners, none of them fitting', (b) => b.loadBalancer('web', { vpc: 'vpc-1', subnets: PUBLIC, groups: ['sg-lb'], scheme: 'internet-facing', listeners: ['HTTP 80 -> tg-web', 'HTTPS 443 -> tg-web'] }), 'tcp 8443', 'ELBV2_LISTENERS_MISMATCH'],
    ['it is not active', (b) => b.loadBalancer('web', { vpc: 'vpc-1', subnets: PUBLIC, groups: ['sg-lb'], scheme: 'internet-facing', listeners: ['HTTP 80 -> tg-web'], more: { state: 'failed' } }), 'tcp 80', 'BAD_STATE'],
    ['its group does not admit the port', (b) => b.group('sg-lb', 'vpc-1', { inbound: ['tcp 443 from 0.0.0.0/0'] }), 'tcp 80', 'ENI_SG_RULES_MISMATCH'],
    ['the targets’ group does not admit it', (b) => b.group('sg-web', 'vpc-1', { inbound: ['tcp 80 from sg-lb'] }), 'tcp 80', 'ENI_SG_RULES_MISMATCH'],
    ['a group without targets', (b) => b.targetGroup('tg-web', { vpc: 'vpc-1', takes: 'HTTP 8080', targets: [] }), 'tcp 80', 'ELBV2_LISTENER_HAS_NO_TG'],
    ['a listener without a group', (b) => b.loadBalancer('web', { vpc: 'vpc-1', subnets: PUBLIC, groups: ['sg-lb'], scheme: 'internet-facing', listeners: ['HTTP 80'] }), 'tcp 80', 'ELBV2_LISTENER_HAS_NO_TG'],
    ['targets in zones it is not in', (b) => b.targetGroup('tg-web', { vpc: 'vpc-1', takes: 'HTTP 8080', targets: ['i-b'] }).loadBalancer('web', { vpc: 'vpc-1', subnets: ['subnet-pub-a'], groups: ['sg-lb'], scheme: 'internet-facing', listeners: ['HTTP 80 -> tg-web'] }), 'tcp 80', 'ELB_INSTALLED_AZ_RESTRICTION'],
    ['targets that are off', (b) => b.targetGroup('tg-web', { vpc: 'vpc-1', takes: 'HTTP 8080', targets: ['i-a'] }).instance('i-a', { subnet: 'subnet-a', address: '10.0.11.10', groups: ['sg-web'], more: { state: 'stopped' } }), 'tcp 80', 'BAD_STATE'],
  ])('is blocked by %s', (_, change, traffic, code) => {
    const answer = answerOf(web(change), question(`internet -> web ${traffic}`));
    expect(answer.verdict).toBe('blocked');
    expect(answer.blockers.map((blocker) => blocker.code)).toContain(code);
    for (const { sentence } of answer.blockers) expect(sentence).not.toMatch(/stops it \(/);
  });

  test('whose subnets have no internet route has no way to answer', () => {
    const design = web((b) => b.subnet('subnet-pub-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24' }).subnet('subnet-pub-b', { vpc: 'vpc-1', cidr: '10.0.2.0/24', zone: 'us-east-1b' }));
    expect(ask(design, 'internet -> web tcp 80')).toEqual(['blocked', 'reply route-table rtb-main-vpc-1']);
  });

  test('one target that is reached is enough, and the others are said', () => {
    const answer = answerOf(web((b) => b.group('sg-closed', 'vpc-1', { inbound: [] }).instance('i-b', { subnet: 'subnet-b', address: '10.0.12.10', groups: ['sg-closed'] })), question('internet -> web tcp 80'));
    expect(answer.verdict).toBe('reachable');
    expect(answer.assumptions.join('\n')).toContain('1 of 2 targets');
  });

  test('targets that are not known leave it open', () => {
    expect(ask(web((b) => b.targetGroup('tg-web', { vpc: 'vpc-1', takes: 'HTTP 8080', targets: [], more: { targetsKnown: false } })), 'internet -> web tcp 80')).toEqual(['undetermined', 'request target-group tg-web']);
    expect(ask(web((b) => b.loadBalancer('web', { vpc: 'vpc-1', subnets: PUBLIC, groups: ['sg-lb'], listeners: [], scheme: 'internet-facing', more: { listenersKnown: false } })), 'internet -> web tcp 80')).toEqual(['undetermined', 'request load-balancer web']);
  });

  test('an unhealthy target is said, and a Lambda function taken to answer', () => {
    const unhealthy = web((b) => b.targetGroup('tg-web', { vpc: 'vpc-1', takes: 'HTTP 8080', targets: ['i-a'], more: { targets: { [asRowId('target-1')]: { target: 'i-a', health: 'unhealthy' } } } }));
    expect(answerOf(unhealthy, question('internet -> web tcp 80'))).toMatchObject({ verdict: 'reachable' });
    expect(answerOf(unhealthy, question('internet -> web tcp 80')).assumptions.join('\n')).toContain('All targets of tg-web were unhealthy when the design was imported; web then hands requests to all of them.');
    const lambda = web((b) => b.targetGroup('tg-web', { vpc: 'vpc-1', takes: 'HTTP 80', type: 'lambda', targets: ['arn:aws:lambda:us-east-1:111122223333:function:hello'] }));
    expect(answerOf(lambda, question('internet -> web tcp 80')).verdict).toBe('reachable');
    expect(answerOf(lambda, question('internet -> web tcp 80')).assumptions.join('\n')).toContain('Lambda');
  });

  test('opens connections to its targets only', () => {
    expect(ask(web(), 'web -> i-a tcp 8080')).toEqual(['reachable']);
    const codes = (text: string): readonly string[] => answerOf(web(), question(text)).blockers.map(({ code, resource }) => `${resource} ${code}`);
    expect(codes('web -> i-a tcp 22')).toEqual(['web TARGET_PORT_RESTRICTION', 'sg-web ENI_SG_RULES_MISMATCH']);
    expect(codes('web -> i-client tcp 8080')).toEqual(['web TARGET_ADDRESS_RESTRICTION', 'sg-client SG_HAS_NO_RULES']);
  });

  test('is asked for by an address of its interface as by its name', () => {
    const design = web((b) =>
      b.add('eni-lb', { kind: 'network-interface', name: '', subnet: 'subnet-pub-a' as never, attachment: { resource: 'web' as never, deviceIndex: 0 }, owner: 'elb', addresses: { [asRowId('address-1')]: { address: '10.0.1.9', primary: true, public: { address: DOCUMENT_HOST, type: 'auto-assigned' } } }, ipv6Addresses: {}, securityGroups: ['sg-lb' as never], sourceDestinationCheck: true }),
    );
    for (const name of ['web', 'eni-lb', DOCUMENT_HOST]) {
      expect(ask(design, `internet -> ${name} tcp 80`)).toEqual(['reachable']);
      expect(ask(design, `internet -> ${name} tcp 81`)[0]).toBe('blocked');
    }
    expect(ask(design, 'i-client -> 10.0.1.9 tcp 80')).toEqual(['reachable']);
  });
});

describe('a network load balancer', () => {
  test('keeps the client’s address, which instances have to admit', () => {
    expect(answerOf(nlb(), question('internet -> net tcp 80')).blockers.map(({ code }) => code)).toContain('ELBV2_SOURCE_ADDRESS_PRESERVATION');
    expect(ask(nlb((b) => b.group('sg-web', 'vpc-1', { inbound: ['tcp 8080 from 0.0.0.0/0'] })), 'internet -> net tcp 80')).toEqual(['reachable']);
  });

  test('is admitted by a rule that names its group, though it keeps the client’s address', () => {
    const design = nlb((b) => b.loadBalancer('net', { type: 'network', vpc: 'vpc-1', subnets: PUBLIC, groups: ['sg-lb'], scheme: 'internet-facing', listeners: ['TCP 80 -> tg-web'] }));
    expect(ask(design, 'internet -> net tcp 80')).toEqual(['reachable']);
  });

  test('replaces it when told to', () => {
    const admitsNodes = (b: DesignBuilder): unknown => b.group('sg-web', 'vpc-1', { inbound: ['tcp 8080 from 10.0.0.0/16'] });
    expect(ask(nlb((b) => void admitsNodes(b)), 'internet -> net tcp 80')[0]).toBe('blocked');
    expect(ask(nlb((b) => void admitsNodes(b), { preserveClientIp: false }), 'internet -> net tcp 80')).toEqual(['reachable']);
  });

  test('shows the client’s address to network ACLs', () => {
    const inbound = ['100 allow tcp 8080 from 10.0.0.0/16'];
    const acl = (b: DesignBuilder): unknown => b.group('sg-web', 'vpc-1', { inbound: ['all from 0.0.0.0/0'] }).networkAcl('acl-default-vpc-1', 'vpc-1', { inbound: ['90 allow tcp 80 from 0.0.0.0/0', '95 allow tcp 1024-65535 from 10.0.0.0/16', ...inbound], outbound: ['100 allow all to 0.0.0.0/0'] });
    expect(ask(nlb((b) => void acl(b), { preserveClientIp: false }), 'internet -> net tcp 80')).toEqual(['reachable']);
    expect(ask(nlb((b) => void acl(b)), 'internet -> net tcp 80')).toContain('request network-acl acl-default-vpc-1');
  });

  test('keeps to its zone unless zones are crossed', () => {
    const open = (b: DesignBuilder): DesignBuilder => b.group('sg-web', 'vpc-1', { inbound: ['tcp 8080 from 0.0.0.0/0'] });
    const onlyInB = (b: DesignBuilder, crossZone: boolean): unknown =>
      open(b)
        .targetGroup('tg-web', { vpc: 'vpc-1', takes: 'TCP 8080', targets: ['i-b', '10.0.12.77'].slice(0, 1) })
        .loadBalancer('net', { type: 'network', vpc: 'vpc-1', subnets: ['subnet-pub-a', 'subnet-pub-b'], scheme: 'internet-facing', listeners: ['TCP 80 -> tg-web'], more: { crossZone } });
    expect(ask(nlb((b) => void onlyInB(b, true)), 'internet -> net tcp 80')).toEqual(['reachable']);
    // The node of the other zone is taken out of the name's addresses.
    expect(ask(nlb((b) => void onlyInB(b, false)), 'internet -> net tcp 80')).toEqual(['reachable']);
    const answer = answerOf(nlb((b) => void onlyInB(b, false)), question('internet -> net tcp 80'));
    expect(answer.assumptions.join('\n')).toContain('us-east-1a');
  });

  test('takes UDP on a UDP listener', () => {
    const design = nlb((b) => b.group('sg-web', 'vpc-1', { inbound: ['udp 53 from 0.0.0.0/0'] }).targetGroup('tg-web', { vpc: 'vpc-1', takes: 'UDP 53', targets: ['i-a'] }).loadBalancer('net', { type: 'network', vpc: 'vpc-1', subnets: PUBLIC, scheme: 'internet-facing', listeners: ['UDP 53 -> tg-web'] }));
    expect(ask(design, 'internet -> net udp 53')).toEqual(['reachable']);
    expect(ask(design, 'internet -> net tcp 53')).toEqual(['blocked', 'request load-balancer net']);
  });

  test('hands on to an application load balancer', () => {
    const design = web((b) => b.targetGroup('tg-alb', { vpc: 'vpc-1', takes: 'TCP 80', type: 'alb', targets: ['web'] }).loadBalancer('net', { type: 'network', vpc: 'vpc-1', subnets: PUBLIC, scheme: 'internet-facing', listeners: ['TCP 80 -> tg-alb'] }));
    expect(ask(design, 'internet -> net tcp 80')).toEqual(['reachable']);
    const closed = web((b) => b.group('sg-web', 'vpc-1', { inbound: [] }).targetGroup('tg-alb', { vpc: 'vpc-1', takes: 'TCP 80', type: 'alb', targets: ['web'] }).loadBalancer('net', { type: 'network', vpc: 'vpc-1', subnets: PUBLIC, scheme: 'internet-facing', listeners: ['TCP 80 -> tg-alb'] }));
    expect(ask(closed, 'internet -> net tcp 80')).toEqual(['blocked', 'request security-group sg-web']);
  });
});

describe('fixes', () => {
  test.each<[string, (builder: DesignBuilder) => void, string, string]>([
    ['of a target’s group names the load balancer’s group', (b) => b.group('sg-web', 'vpc-1', { inbound: [] }), 'tcp 80', 'Let TCP 8080 in at sg-web'],
    ['of a missing listener adds it', (b) => b.group('sg-lb', 'vpc-1', { inbound: ['all from 0.0.0.0/0'] }), 'tcp 8000', 'Add listener HTTP 8000 to web'],
    ['of the load balancer’s group', (b) => b.group('sg-lb', 'vpc-1', { inbound: [] }), 'tcp 80', 'Let TCP 80 in at sg-lb'],
  ])('%s', (_, change, traffic, title) => {
    const design = web(change);
    const fix = answerOf(design, question(`internet -> web ${traffic}`)).blockers.flatMap(({ fixes }) => fixes).find((each) => each.title === title);
    if (!fix) throw new Error(`no fix is called ${title}`);
    const fixed = applyFix(design, fix);
    expect(ask(fixed, `internet -> web ${traffic}`)).toEqual(['reachable']);
    if (title.includes('sg-web')) expect(JSON.stringify(fix.patch)).toContain('"group":"sg-lb"');
  });
});

describe('other load balancers', () => {
  const classic = (more: object = {}): Design =>
    network()
      .loadBalancer('old', { type: 'classic', vpc: 'vpc-1', subnets: PUBLIC, groups: ['sg-lb'], scheme: 'internet-facing', listeners: ['HTTP 80 -> 8080'], more: { instances: ['i-a' as never], ...more } })
      .build();
  test('a Classic Load Balancer has instances and no target groups', () => {
    expect(ask(classic(), 'internet -> old tcp 80')).toEqual(['reachable']);
    expect(answerOf(classic(), question('internet -> old tcp 443')).blockers.map(({ code }) => code)).toContain('ELB_LISTENER_PORT_RESTRICTION');
    expect(answerOf(classic(), question('internet -> old udp 443')).blockers.map(({ code }) => code)).toContain('ELB_LISTENERS_MISMATCH');
    expect(answerOf(classic({ instances: [] }), question('internet -> old tcp 80')).blockers[0]?.code).toBe('X_NO_INSTANCES');
    expect(answerOf(classic({ instances: ['i-b'], crossZone: false, subnets: ['subnet-pub-a', 'subnet-pub-b'] }), question('internet -> old tcp 80')).verdict).toBe('reachable');
  });

  test('what a Gateway Load Balancer does is not known', () => {
    const design = network().loadBalancer('gw', { type: 'gateway', vpc: 'vpc-1', subnets: PUBLIC, listeners: [] }).build();
    expect(ask(design, 'i-client -> gw udp 6081')).toEqual(['undetermined', 'request load-balancer gw']);
  });

  test.each(['lambda', 'transit_gateway'])('an interface of %s accepts no connections', (owner) => {
    const design = network()
      .add('eni-x', { kind: 'network-interface', name: '', subnet: 'subnet-b' as never, owner, addresses: { [asRowId('address-1')]: { address: '10.0.12.99', primary: true } }, ipv6Addresses: {}, securityGroups: [], sourceDestinationCheck: true })
      .build();
    expect(ask(design, 'i-client -> eni-x tcp 443')).toEqual(['blocked', 'request service eni-x']);
  });
});
