import { describe, expect, test } from 'vitest';
import type { Diagnosis } from '../findings/diagnosis.ts';
import type { Design } from '../model/design.ts';
import { asResourceId, asRowId } from '../model/ids.ts';
import type { Question } from '../model/question.ts';
import type { Client, Instance, Service } from '../model/resources/index.ts';
import { applyPatch } from '../patch/apply-patch.ts';
import { answerOf } from '../testing/ask.ts';
import { DesignBuilder } from '../testing/design-builder.ts';

const service = (port: number, given: Partial<Service> = {}): Service => ({ name: 'nginx', protocol: 'tcp', port, scheme: port === 443 ? 'https' : 'http', bindAddress: '0.0.0.0', running: true, ...(port === 443 && { certificate: 'valid' }), ...given });

/** A public web server at 203.0.113.10 whose group admits the ports given. */
function web(services: readonly Service[] | undefined, given: { readonly ports?: readonly string[]; readonly more?: Partial<Instance> } = {}): Design {
  const rows = services && { services: Object.fromEntries(services.map((each, index) => [`service-${index + 1}`, each])) };
  return new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .internetGateway('igw-1', 'vpc-1')
    .routeTable('rtb-public', 'vpc-1', ['0.0.0.0/0 -> igw-1'])
    .subnet('subnet-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-public' })
    .group('sg-web', 'vpc-1', { inbound: given.ports ?? ['tcp 80', 'tcp 443', 'tcp 22 from 203.0.113.7/32'] })
    .instance('i-web', { subnet: 'subnet-a', address: '10.0.1.10', groups: ['sg-web'], public: '203.0.113.10', isElastic: true, more: { ...rows, ...given.more } })
    .build();
}

const withResource = (design: Design, id: string, resource: Client): Design => ({ ...design, resources: { ...design.resources, [asResourceId(id)]: resource } });
const codesOf = ({ verdict, blockers }: Diagnosis): readonly string[] => [verdict, ...blockers.map(({ code }) => code)];
const statusOf = ({ steps }: Diagnosis, number: number): string => steps[number - 1]?.status ?? '';

const to = (url: string): Question => ({ from: 'internet', to: url });

describe('step 6: what the browser shows', () => {
  const cases: readonly { readonly name: string; readonly design: Design; readonly url: string; readonly codes: readonly string[]; readonly step: string; readonly chrome?: string }[] = [
    { name: 'https to https', design: web([service(443)]), url: 'https://i-web', codes: ['reachable'], step: 'pass', chrome: 'the page' },
    { name: 'http to http', design: web([service(80)]), url: 'http://203.0.113.10', codes: ['reachable'], step: 'pass', chrome: 'the page' },
    { name: 'https to a server on 80 alone, rules open', design: web([service(80)]), url: 'https://i-web', codes: ['blocked', 'X_NO_LISTENER'], step: 'fail', chrome: 'ERR_CONNECTION_REFUSED' },
    { name: 'https to a server on 80 alone, rules closed', design: web([service(80)], { ports: ['tcp 80'] }), url: 'https://i-web', codes: ['blocked', 'ENI_SG_RULES_MISMATCH', 'X_NO_LISTENER'], step: 'fail', chrome: 'ERR_CONNECTION_TIMED_OUT' },
    { name: 'https to plain http on 443', design: web([service(443, { scheme: 'http' })]), url: 'https://i-web', codes: ['blocked', 'X_SCHEME_MISMATCH'], step: 'fail', chrome: 'ERR_SSL_PROTOCOL_ERROR' },
    { name: 'plain http to 443', design: web([service(443)]), url: 'http://i-web:443', codes: ['blocked', 'X_SCHEME_MISMATCH'], step: 'fail', chrome: '400 The plain HTTP request was sent to HTTPS port' },
    { name: 'expired', design: web([service(443, { certificate: 'expired' })]), url: 'https://i-web', codes: ['blocked', 'X_CERTIFICATE'], step: 'fail', chrome: 'NET::ERR_CERT_DATE_INVALID' },
    { name: 'for another name', design: web([service(443, { certificate: 'other-name' })]), url: 'https://i-web', codes: ['blocked', 'X_CERTIFICATE'], step: 'fail', chrome: 'NET::ERR_CERT_COMMON_NAME_INVALID' },
    { name: 'no certificate', design: web([service(443, { certificate: 'missing' })]), url: 'https://i-web', codes: ['blocked', 'X_CERTIFICATE'], step: 'fail', chrome: 'ERR_SSL_VERSION_OR_CIPHER_MISMATCH' },
    { name: 'self-signed: the person may go on', design: web([service(443, { certificate: 'self-signed' })]), url: 'https://i-web', codes: ['reachable'], step: 'warning', chrome: 'NET::ERR_CERT_AUTHORITY_INVALID' },
    { name: 'stopped service', design: web([service(80, { running: false })]), url: 'http://i-web', codes: ['blocked', 'X_SERVICE_STOPPED'], step: 'pass', chrome: 'ERR_CONNECTION_REFUSED' },
    { name: 'nobody has said what listens', design: web(undefined), url: 'http://i-web', codes: ['reachable'], step: 'your-turn' },
    { name: 'no way in', design: web(undefined, { ports: [] }), url: 'http://i-web', codes: ['blocked', 'SG_HAS_NO_RULES'], step: 'your-turn', chrome: 'ERR_CONNECTION_TIMED_OUT' },
  ];
  test.each(cases)('$name', ({ design, url, codes, step, chrome }) => {
    const answer = answerOf(design, to(url));
    expect(codesOf(answer)).toEqual(codes);
    expect(statusOf(answer, 6)).toBe(step);
    expect(answer.browser?.chrome).toBe(chrome);
  });

  test('what is no page is seen in no browser', () => {
    expect(answerOf(web([service(22, { scheme: 'ssh' })]), { from: 'internet:203.0.113.7', to: 'i-web', protocol: 'tcp', port: 22 }).browser).toBeUndefined();
  });

  test('the fixes of a scheme, a certificate and a missing listener make it reachable', () => {
    for (const design of [web([service(443, { scheme: 'http' })]), web([service(443, { certificate: 'expired' })]), web([service(80)])]) {
      const [fix] = answerOf(design, to('https://i-web')).steps[5]?.fixes ?? [];
      const applied = applyPatch(design, fix?.patch ?? []);
      expect(applied.ok && answerOf(applied.document, to('https://i-web')).verdict).toBe('reachable');
    }
  });
});

describe('step 9: the client’s own network', () => {
  const client = (given: Partial<Client>): Client => ({ kind: 'client', name: 'laptop', operatingSystem: 'linux', address: '203.0.113.99', blockedPorts: {}, ...given });
  const ask = (given: Partial<Client>, question: Partial<Question> = {}, design: Design = web([service(80), service(22, { scheme: 'ssh' })])): Diagnosis =>
    answerOf(withResource(design, 'client-1', client(given)), { from: 'client-1', to: 'i-web', protocol: 'tcp', port: 80, ...question });
  const former = (address: string): Partial<Client> => ({ formerAddresses: { [asRowId('former-1')]: { address } } });

  const cases: readonly { readonly name: string; readonly answer: Diagnosis; readonly codes: readonly string[]; readonly step: readonly [status: string, code: string | null] }[] = [
    { name: 'lets it out', answer: ask({}), codes: ['reachable'], step: ['pass', null] },
    { name: 'blocks the port', answer: ask({ blockedPorts: { [asRowId('b')]: { protocol: 'tcp', fromPort: 80, toPort: 81 } } }), codes: ['blocked', 'X_CLIENT_EGRESS_FIREWALL'], step: ['fail', 'X_CLIENT_EGRESS_FIREWALL'] },
    { name: 'a proxy carries the web', answer: ask({ proxyAddress: '198.51.100.20' }), codes: ['reachable'], step: ['pass', null] },
    { name: 'a proxy carries no SSH', answer: ask({ proxyAddress: '203.0.113.7' }, { port: 22 }), codes: ['blocked', 'X_CLIENT_PROXY'], step: ['fail', 'X_CLIENT_PROXY'] },
    { name: 'the rule admits the proxy, not the client behind it', answer: ask({ proxyAddress: '203.0.113.7' }, {}, web([service(80)], { ports: ['tcp 80 from 203.0.113.7/32'] })), codes: ['reachable'], step: ['pass', null] },
    { name: 'my IP changed: the rule admits one near it', answer: ask({}, { port: 22 }), codes: ['blocked', 'ENI_SG_RULES_MISMATCH'], step: ['fail', 'X_CLIENT_IP_NOT_IN_SG'] },
    { name: 'the rule admits one far away', answer: ask({ address: '198.51.100.99' }, { port: 22 }), codes: ['blocked', 'ENI_SG_RULES_MISMATCH'], step: ['pass', null] },
    { name: 'the rule admits one far away that was its own', answer: ask({ address: '198.51.100.99', ...former('203.0.113.7') }, { port: 22 }), codes: ['blocked', 'ENI_SG_RULES_MISMATCH'], step: ['fail', 'X_CLIENT_IP_NOT_IN_SG'] },
    { name: 'two near ones: nobody knows which was this client’s', answer: ask({}, { port: 22 }, web(undefined, { ports: ['tcp 22 from 203.0.113.7/32', 'tcp 22 from 203.0.113.8/32'] })), codes: ['blocked', 'ENI_SG_RULES_MISMATCH'], step: ['pass', null] },
    { name: 'a near one for another port', answer: ask({}, { port: 22 }, web(undefined, { ports: ['tcp 80 from 203.0.113.7/32'] })), codes: ['blocked', 'ENI_SG_RULES_MISMATCH'], step: ['pass', null] },
    { name: 'not drawn, but its address is asked', answer: ask({}, { from: 'internet:203.0.113.99', port: 22 }), codes: ['blocked', 'ENI_SG_RULES_MISMATCH'], step: ['fail', 'X_CLIENT_IP_NOT_IN_SG'] },
    { name: 'IPv6 alone, the target IPv4 alone', answer: ask({ address: undefined, ipv6Address: '2001:db8::7' }), codes: ['blocked', 'X_CLIENT_IPV6_ONLY'], step: ['fail', 'X_CLIENT_IPV6_ONLY'] },
    { name: 'not drawn', answer: ask({}, { from: 'internet' }), codes: ['reachable'], step: ['your-turn', null] },
  ];
  test.each(cases)('$name', ({ answer, codes, step }) => {
    expect(codesOf(answer)).toEqual(codes);
    expect([answer.steps[8]?.status, answer.steps[8]?.code]).toEqual(step);
  });

  test('the stale address is replaced, and then it passes', () => {
    const design = withResource(web([service(22, { scheme: 'ssh' })]), 'client-1', client({}));
    const asked: Question = { from: 'client-1', to: 'i-web', protocol: 'tcp', port: 22 };
    const [blocker] = answerOf(design, asked).blockers;
    expect(blocker?.note).toMatchObject({ code: 'X_CLIENT_IP_NOT_IN_SG', sentence: 'sg-web admits 203.0.113.7 alone, and the client’s address is 203.0.113.99 now.' });
    expect(blocker?.fixes[0]?.title).toBe('Replace 203.0.113.7/32 by 203.0.113.99/32 in sg-web');
    const applied = applyPatch(design, blocker?.fixes[0]?.patch ?? []);
    expect(applied.ok && answerOf(applied.document, asked).verdict).toBe('reachable');
  });

  const advice = 'The address has to be one that the rules admit; where the port opens over a telephone’s hotspot alone, the client’s own network blocks it.';
  test.each<[Partial<Question>, readonly string[]]>([
    [{}, ['curl -4 https://checkip.amazonaws.com', 'nc -vz 203.0.113.10 80 (Linux, macOS)', 'Test-NetConnection 203.0.113.10 -Port 80 (Windows)', advice]],
    [{ client: 'linux' }, ['curl -4 https://checkip.amazonaws.com', 'nc -vz 203.0.113.10 80', advice]],
    [{ client: 'windows' }, ['curl.exe -4 https://checkip.amazonaws.com', 'Test-NetConnection 203.0.113.10 -Port 80', advice]],
    [{ protocol: 'icmp', port: undefined }, ['curl -4 https://checkip.amazonaws.com', 'ping 203.0.113.10', advice]],
  ])('not drawn, %j: two commands, with the address and the port', (question, instructions) => {
    expect(ask({}, { from: 'internet', ...question }).steps[8]?.instructions).toEqual(instructions);
  });
});

describe('step 9: the firewall of an on-premises network', () => {
  const office = (blocked: boolean): Design => {
    const design = new DesignBuilder()
      .region()
      .vpc('vpc-1', '10.0.0.0/16')
      .virtualPrivateGateway('vgw-1', 'vpc-1')
      .office('office', { gateway: 'vgw-1', cidr: '192.168.0.0/16', staticRoutes: ['192.168.0.0/16'] })
      .routeTable('rtb-1', 'vpc-1', ['192.168.0.0/16 -> vgw-1'])
      .subnet('subnet-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-1' })
      .group('sg-web', 'vpc-1', { inbound: ['tcp 22 from 192.168.0.0/16'] })
      .instance('i-web', { subnet: 'subnet-a', address: '10.0.1.10', groups: ['sg-web'] })
      .build();
    const id = asResourceId('onprem-office');
    const network = design.resources[id];
    const blockedPorts = { [asRowId('port-1')]: { protocol: 'tcp', fromPort: 22, toPort: 22 } } as const;
    if (network?.kind !== 'on-premises-network' || !blocked) return design;
    return { ...design, resources: { ...design.resources, [id]: { ...network, blockedPorts } } };
  };
  const desk: Client = { kind: 'client', name: 'desk', network: asResourceId('onprem-office'), operatingSystem: 'windows', address: '192.168.0.5', blockedPorts: {} };
  const cases: readonly (readonly [name: string, from: string, blocked: boolean, codes: readonly string[], step: string])[] = [
    ['not drawn', 'onprem-office', false, ['reachable'], 'your-turn'],
    ['blocks the port', 'onprem-office', true, ['blocked', 'X_CLIENT_EGRESS_FIREWALL'], 'fail'],
    ['asked by its name', 'office', true, ['blocked', 'X_CLIENT_EGRESS_FIREWALL'], 'fail'],
    ['blocks the port for a machine in it', 'desk', true, ['blocked', 'X_CLIENT_EGRESS_FIREWALL'], 'fail'],
    ['a machine in it', 'desk', false, ['reachable'], 'pass'],
  ];
  test.each(cases)('%s', (_, from, blocked, codes, step) => {
    const answer = answerOf(withResource(office(blocked), 'desk', desk), { from, to: 'i-web', protocol: 'tcp', port: 22 });
    expect(codesOf(answer)).toEqual(codes);
    expect(statusOf(answer, 9)).toBe(step);
  });

  test('a client with both families asks a target of IPv6 alone by IPv6', () => {
    const design = web(undefined);
    const eni = asResourceId('eni-i-web');
    const before = design.resources[eni];
    if (before?.kind !== 'network-interface') throw new Error('No interface.');
    const ipv6 = { ...before, addresses: {}, ipv6Addresses: { [asRowId('v6')]: { address: '2001:db8:1::10' } } };
    const laptop: Client = { kind: 'client', name: 'laptop', operatingSystem: 'linux', address: '203.0.113.99', ipv6Address: '2001:db8::7', blockedPorts: {} };
    const whole = { ...design, resources: { ...design.resources, [eni]: ipv6, [asResourceId('client-1')]: laptop } };
    const answer = answerOf(whole, { from: 'client-1', to: 'i-web', protocol: 'tcp', port: 80 });
    expect(codesOf(answer)).not.toContain('X_CLIENT_IPV6_ONLY');
    expect(JSON.stringify(answer.blockers.map(({ sentence }) => sentence))).toContain('2001:db8:1::10');
  });
});

describe('step 10: what listens, and where it is bound', () => {
  const cases: readonly (readonly [name: string, services: readonly Service[], code: string | undefined])[] = [
    ['everywhere', [service(80)], undefined],
    ['everywhere, IPv6 too', [service(80, { bindAddress: '::' })], undefined],
    ['everywhere, but IPv6 alone', [service(80, { bindAddress: '::', ipv6Only: true })], 'X_BOUND_TO_OTHER_ADDRESS'],
    ['its own address', [service(80, { bindAddress: '10.0.1.10' })], undefined],
    ['loopback', [service(80, { bindAddress: '127.0.0.1' })], 'X_BOUND_TO_LOOPBACK'],
    ['IPv6 loopback', [service(80, { bindAddress: '::1' })], 'X_BOUND_TO_LOOPBACK'],
    ['an address of another machine', [service(80, { bindAddress: '10.0.1.99' })], 'X_BOUND_TO_FOREIGN_ADDRESS'],
    ['its public address, which it never sees', [service(80, { bindAddress: '203.0.113.10' })], 'X_BOUND_TO_FOREIGN_ADDRESS'],
    ['another port', [service(81)], 'X_NO_LISTENER'],
    ['UDP', [service(80, { protocol: 'udp' })], 'X_NO_LISTENER'],
    ['nothing', [], 'X_NO_LISTENER'],
    ['loopback and its own address', [service(80, { bindAddress: '127.0.0.1' }), service(80, { bindAddress: '10.0.1.10' })], undefined],
  ];
  test.each(cases)('%s', (_, services, code) => {
    expect(codesOf(answerOf(web(services), to('http://i-web')))).toEqual(code === undefined ? ['reachable'] : ['blocked', code]);
  });

  test('says what it is bound to', () => {
    expect(answerOf(web([service(80, { bindAddress: '203.0.113.10' })]), to('http://i-web')).blockers[0]?.sentence).toBe(
      'The service of i-web on TCP 80 is bound to 203.0.113.10, its public address, which no interface of the machine holds, so it cannot start and the connection is refused.',
    );
  });

  test('an instance that starts does not listen yet', () => {
    expect(statusOf(answerOf(web([service(80)], { more: { state: 'pending' } }), to('http://i-web')), 10)).toBe('warning');
  });
});
