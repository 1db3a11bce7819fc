import { describe, expect, test } from 'vitest';
import { parseCidr } from '../address/cidr.ts';
import {
  aclRuleNumbers,
  closingAclRules,
  customNetworkAcl,
  defaultNetworkAcl,
  defaultNetworkAclRules,
  defaultOutboundGroupRules,
  defaultSecurityGroup,
  defaultVpc,
  forbiddenRouteDestinations,
  newSecurityGroup,
} from './defaults.ts';
import { documentation } from './documentation-links.ts';
import { ephemeralPorts } from './ephemeral-ports.ts';
import { quotas } from './limits.ts';
import type { Quota } from './limits.ts';
import { databaseEnginePorts, findWellKnownPort, portsOfClass, wellKnownPorts } from './well-known-ports.ts';

test.each(Object.entries(documentation))('%s links to AWS documentation', (_, link) => {
  expect(link).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/\S+\.html(?:#\S+)?$/);
});

describe('quotas', () => {
  test.each(Object.entries<Quota>(quotas))('%s is consistent', (_, quota) => {
    expect(quota.default).toBeGreaterThan(0);
    expect(quota.maximum ?? Infinity).toBeGreaterThanOrEqual(quota.default);
    if (!quota.adjustable) expect(quota.maximum).toBe(quota.default);
    expect(Object.values(documentation)).toContain(quota.source);
  });

  test.each([
    ['vpcsPerRegion', 5, undefined],
    ['subnetsPerVpc', 200, undefined],
    ['ipv4CidrsPerVpc', 5, 50],
    ['elasticIpsPerNatGateway', 2, 8],
    ['routesPerRouteTable', 500, 1000],
    ['propagatedRoutesPerRouteTable', 100, 100],
    ['rulesPerNetworkAcl', 20, 40],
    ['rulesPerSecurityGroup', 60, undefined],
    ['securityGroupsPerNetworkInterface', 5, 16],
    ['activePeeringConnectionsPerVpc', 50, 125],
    ['networkAddressUsagePerVpc', 64_000, 256_000],
  ] as const)('%s: %i, at most %s', (id, value, maximum) => {
    const quota: Quota = quotas[id];
    expect([quota.default, quota.maximum]).toEqual([value, maximum]);
  });

  test('what no page of AWS was seen to say is marked', () => {
    const marked = Object.entries<Quota>(quotas).filter(([, { basis }]) => basis === 'third-party');
    expect(marked.map(([id]) => id)).toEqual(['routesPerRouteTable']);
  });
});

describe('ephemeral ports', () => {
  test.each([
    ['linux', 32_768, 60_999],
    ['windows', 49_152, 65_535],
    ['nat', 1024, 65_535],
    ['elb', 1024, 65_535],
    ['lambda', 1024, 65_535],
    ['any', 1024, 65_535],
  ] as const)('%s: %i–%i', (id, first, last) => {
    expect(ephemeralPorts[id]).toMatchObject({ id, firstPort: first, lastPort: last, ports: [first, last + 1] });
  });

  test('the any class covers every other one', () => {
    const { firstPort, lastPort } = ephemeralPorts.any;
    expect(Object.values(ephemeralPorts).every((client) => client.firstPort >= firstPort && client.lastPort <= lastPort)).toBe(true);
  });
});

describe('defaults', () => {
  test('the default network ACL lets everything through, a custom one nothing', () => {
    expect(defaultNetworkAclRules(false)).toEqual([{ number: 100, protocol: 'all', cidr: '0.0.0.0/0', action: 'allow' }]);
    expect(defaultNetworkAclRules(true).map(({ number, cidr }) => [number, cidr])).toEqual([
      [100, '0.0.0.0/0'],
      [101, '::/0'],
    ]);
    expect(defaultNetworkAcl.inbound).toEqual(defaultNetworkAcl.outbound);
    expect([customNetworkAcl.inbound, customNetworkAcl.outbound]).toEqual([[], []]);
  });

  test('the closing rule comes after every number somebody may give', () => {
    expect(closingAclRules[4]).toMatchObject({ number: 32_767, action: 'deny' });
    expect(closingAclRules[6]).toMatchObject({ number: 32_768, action: 'deny' });
    expect(closingAclRules[4].number).toBeGreaterThan(aclRuleNumbers.highest);
  });

  test('the default group lets its members in and everything out; a new one lets nothing in', () => {
    expect(defaultSecurityGroup.inbound).toEqual([{ protocol: 'all', peer: 'itself' }]);
    expect(newSecurityGroup.inbound).toEqual([]);
    expect(defaultOutboundGroupRules(false)).toEqual([{ protocol: 'all', peer: { cidr: '0.0.0.0/0' } }]);
    expect(defaultOutboundGroupRules(true)).toEqual(newSecurityGroup.outbound);
  });

  test('blocks are canonical', () => {
    for (const text of [defaultVpc.cidr, defaultVpc.internetRoute, ...forbiddenRouteDestinations]) {
      expect(parseCidr(text)).toMatchObject({ ok: true, canonical: text });
    }
  });
});

describe('well-known ports', () => {
  test.each([
    ['tcp', 22, 'SSH', 'remote-administration'],
    ['tcp', 80, 'HTTP', 'web'],
    ['tcp', 443, 'HTTPS', 'web'],
    ['tcp', 1433, 'Microsoft SQL Server', 'database'],
    ['tcp', 1521, 'Oracle', 'database'],
    ['tcp', 3306, 'MySQL', 'database'],
    ['tcp', 3389, 'RDP', 'remote-administration'],
    ['tcp', 5432, 'PostgreSQL', 'database'],
    ['tcp', 6379, 'Redis', 'cache'],
    ['udp', 53, 'DNS', 'name-resolution'],
  ] as const)('%s %i is %s', (...[protocol, port, name, portClass]) => {
    expect(findWellKnownPort(protocol, port)).toEqual({ protocol, port, name, class: portClass });
  });

  test('a port is listed once, and what is not listed is not known', () => {
    expect(new Set(wellKnownPorts.map(({ protocol, port }) => `${protocol}/${port}`)).size).toBe(wellKnownPorts.length);
    expect(findWellKnownPort('udp', 22)).toBeUndefined();
  });

  test('each database engine listens on a port of the class database', () => {
    const databases = portsOfClass('database').map(({ port }) => port);
    expect(Object.values(databaseEnginePorts).filter((port) => !databases.includes(port))).toEqual([]);
  });
});
