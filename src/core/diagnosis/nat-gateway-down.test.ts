import { describe, expect, test } from 'vitest';
import type { Design } from '../model/design.ts';
import { ask } from '../testing/ask.ts';
import { EdgeDesignBuilder } from '../testing/edge-design-builder.ts';

// A NAT gateway that is deleted, failed or not in the design stops the request; what else would stop it, or its reply, on the
// way through where the gateway stood is told with it. https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html

type State = 'available' | 'failed' | 'deleting' | 'deleted';
interface Given {
  readonly state: State;
  readonly aclOfNat?: readonly [inbound: readonly string[], outbound: readonly string[]];
  readonly aclOfApp?: readonly [inbound: readonly string[], outbound: readonly string[]];
  readonly tableOfNat?: string;
  readonly change?: (builder: EdgeDesignBuilder) => EdgeDesignBuilder;
}

const OPEN = ['100 allow all'];

/** i-app in a private subnet, by nat-1 (10.0.1.5, 203.0.113.50) in a public one; each subnet has an ACL of its own. */
function network({ state, aclOfNat = [OPEN, OPEN], aclOfApp = [OPEN, OPEN], tableOfNat = 'rtb-public', change = (same) => same }: Given): Design {
  const builder = new EdgeDesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .internetGateway('igw-1', 'vpc-1')
    .routeTable('rtb-public', 'vpc-1', ['0.0.0.0/0 -> igw-1'])
    .routeTable('rtb-closed', 'vpc-1', [])
    .routeTable('rtb-app', 'vpc-1', ['0.0.0.0/0 -> nat-1'])
    .networkAcl('acl-nat', 'vpc-1', { inbound: aclOfNat[0], outbound: aclOfNat[1] })
    .networkAcl('acl-app', 'vpc-1', { inbound: aclOfApp[0], outbound: aclOfApp[1] })
    .subnet('subnet-nat', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: tableOfNat, acl: 'acl-nat' })
    .subnet('subnet-app', { vpc: 'vpc-1', cidr: '10.0.3.0/24', table: 'rtb-app', acl: 'acl-app' })
    .group('sg-open', 'vpc-1', { inbound: ['all'] })
    .natGateway('nat-1', { subnet: 'subnet-nat', address: '10.0.1.5', public: '203.0.113.50', state })
    .instance('i-app', { subnet: 'subnet-app', address: '10.0.3.10', groups: ['sg-open'] });
  return change(builder).build();
}

const GONE = 'request route-table rtb-app';
const ASKED = 'i-app -> internet:198.51.100.7 tcp 443';

describe('a NAT gateway that does not work', () => {
  const cases: readonly (Given & { readonly name: string; readonly also: readonly string[] })[] = [
    { name: 'nothing else', state: 'deleted', also: [] },
    { name: 'its ACL keeps the request out', state: 'deleted', aclOfNat: [['100 allow tcp 1024-65535'], OPEN], also: ['request network-acl acl-nat'] },
    { name: 'its ACL keeps the translated request in', state: 'deleted', aclOfNat: [OPEN, ['100 allow tcp 1024-65535']], also: ['request network-acl acl-nat'] },
    { name: 'its subnet has no way out', state: 'deleted', tableOfNat: 'rtb-closed', also: ['request route-table rtb-closed'] },
    { name: 'the internet gateway is detached', state: 'deleted', change: (b) => b.internetGateway('igw-1'), also: ['request internet-gateway igw-1'] },
    { name: 'Block Public Access is on', state: 'deleted', change: (b) => b.region('us-east-1', { blockPublicAccess: 'block-bidirectional' }), also: ['request block-public-access us-east-1'] },
    { name: 'its ACL keeps the reply out', state: 'deleted', aclOfNat: [['100 allow tcp 443'], OPEN], also: ['reply network-acl acl-nat'] },
    { name: 'the ACL of the sender keeps the reply out', state: 'deleted', aclOfApp: [['100 allow tcp 443'], OPEN], also: ['reply network-acl acl-app'] },
    { name: 'both ACLs keep the reply out', state: 'deleted', aclOfNat: [['100 allow tcp 443'], OPEN], aclOfApp: [['100 allow tcp 443'], OPEN], also: ['reply network-acl acl-nat', 'reply network-acl acl-app'] },
    {
      name: 'its addresses are held by others now',
      state: 'deleted',
      aclOfApp: [['100 allow tcp 443'], OPEN],
      change: (b) => b.instance('i-new', { subnet: 'subnet-nat', address: '10.0.1.5', groups: [], public: '203.0.113.50' }),
      also: ['reply network-acl acl-app'],
    },
  ];
  test.each(cases)('deleted: $name', ({ also, ...given }) => expect(ask(network(given), ASKED)).toEqual(['blocked', GONE, ...also]));
  test.each(cases.filter(({ name }) => !name.startsWith('its addresses')))('failed: $name', ({ also, ...given }) =>
    expect([...ask(network({ ...given, state: 'failed' }), ASKED)].sort()).toEqual(['blocked', 'request nat-gateway nat-1', ...also].sort()),
  );

  test('a gateway that works, as a check of the network itself', () => expect(ask(network({ state: 'available' }), ASKED)).toEqual(['reachable']));

  test.each(['deleted', 'failed'] as const)('%s, and its address is not known: the reply is judged where it enters the subnet of the sender', (state) => {
    const design = network({ state, aclOfApp: [['100 allow tcp 443'], OPEN], change: (b) => b.change('nat-1', 'nat-gateway', { addresses: {} }) });
    expect(ask(design, ASKED)).toEqual(['blocked', state === 'deleted' ? GONE : 'request nat-gateway nat-1', 'reply network-acl acl-app']);
  });

  test('its address is not known, and it may work: what keeps the reply out is certain all the same', () => {
    const design = (aclOfApp: Given['aclOfApp']): Design => network({ state: 'available', ...(aclOfApp && { aclOfApp }), change: (b) => b.change('nat-1', 'nat-gateway', { addresses: {} }) });
    expect(ask(design(undefined), ASKED)).toEqual(['undetermined', 'request nat-gateway nat-1']);
    expect(ask(design([['100 allow tcp 443'], OPEN]), ASKED)).toEqual(['blocked', 'request nat-gateway nat-1', 'reply network-acl acl-app']);
  });

  test('a gateway that the design does not hold', () => {
    const design = network({ state: 'available', aclOfApp: [['100 allow tcp 443'], OPEN], change: (b) => b.routeTable('rtb-app', 'vpc-1', ['0.0.0.0/0 -> nat-gone']) });
    expect(ask(design, ASKED)).toEqual(['blocked', GONE, 'reply network-acl acl-app']);
  });

  test('a deleted gateway takes no protocol that it never carried', () => {
    expect(ask(network({ state: 'deleted' }), 'i-app -> 198.51.100.7 47')).toEqual(['blocked', GONE, 'request nat-gateway nat-1']);
  });

  test('a deleted gateway is no target any more', () => {
    expect(ask(network({ state: 'deleted' }), 'internet -> 203.0.113.50 tcp 443')).toEqual(['blocked', 'request no-such-target 203.0.113.50']);
  });
});
