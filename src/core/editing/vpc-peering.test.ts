import { describe, expect, test } from 'vitest';
import type { Design } from '../model/design.ts';
import { asRowId } from '../model/ids.ts';
import { addPart } from './add-part.ts';
import { deleteResources } from './delete-resources.ts';
import { after, dropAll, idOf, named, wordsOf } from './designs-for-tests.ts';
import { duplicateResources } from './fragments/paste-fragment.ts';
import { repeatableNumbers } from './repeatable-numbers.ts';
import { addRoute } from './routes.ts';
import { addGroupRule } from './security-group-rules.ts';
import { setField } from './set-field.ts';
import { setVpcCidr } from './set-vpc-cidr.ts';
import { addPeeringCidr, peerVpcs, removePeeringCidr, setPeeringVpc } from './vpc-peering.ts';

const random = repeatableNumbers(5);
/** VPCs app (10.0.0.0/16), data (10.1.0.0/16) and far (10.0.0.0/16 again). */
function threeVpcs(): Design {
  const drawn = dropAll([
    ['vpc', undefined, 'app'],
    ['vpc', undefined, 'data'],
    ['vpc', undefined, 'far'],
  ]);
  return after(drawn, setVpcCidr(drawn, { vpc: idOf(drawn, 'far'), cidr: named(drawn, 'app', 'vpc').cidr }));
}
const start = threeVpcs();
const [app, data, far] = ['app', 'data', 'far'].map((name) => idOf(start, name));
const drop = (design: Design, container?: string) => addPart(design, { part: 'vpc-peering-connection', container: container === undefined ? undefined : idOf(design, container), random });
const peered = after(start, drop(start, 'app'));
const peering = idOf(peered, 'pcx-app-data');

describe('adding a peering', () => {
  test.each([
    ['a VPC', start, 'app', 'Peer app with data'],
    ['the other one', start, 'data', 'Peer data with app'],
    ['the canvas', start, undefined, 'Peer app with data'],
    ['the Region', start, 'us-east-1', 'Peer app with data'],
    ['a VPC that is peered already, with the next one', peered, 'data', 'Peer data with far'],
    ['a VPC that overlaps all others', peered, 'app', 'app overlaps every other VPC of the design or is peered with it already.'],
  ])('on %s', (_, design, container, words) => {
    const name = container === 'us-east-1' ? Object.values(design.resources).find(({ kind }) => kind === 'region')?.name : container;
    expect(wordsOf(drop(design, name))).toBe(words);
  });

  test('with no other VPC drawn joins one outside of the design', () => {
    const alone = dropAll([['vpc', undefined, 'app']]);
    const joined = after(alone, drop(alone, 'app'));
    expect(wordsOf(drop(alone, 'app'))).toBe('Peer app with a VPC outside of the design');
    expect(named(joined, 'pcx-app', 'vpc-peering-connection').accepter).toEqual({ cidrs: [] });
  });

  test('makes it active, with both blocks and the Region of each', () => {
    expect(named(peered, 'pcx-app-data', 'vpc-peering-connection')).toMatchObject({
      state: 'active',
      requester: { vpc: app, cidrs: ['10.0.0.0/16'] },
      accepter: { vpc: data, cidrs: ['10.1.0.0/16'] },
    });
  });

  test.each([
    ['blocks that overlap', start, far, 'app (10.0.0.0/16) and far (10.0.0.0/16) overlap; AWS peers only VPCs without a common address.'],
    ['a second one of the same pair', peered, data, 'app and data are peered by pcx-app-data already.'],
    ['a VPC with itself', start, app, 'A peering joins two VPCs; app cannot be both sides.'],
  ])('is refused for %s', (_, design, accepter, words) => {
    expect(wordsOf(peerVpcs(design, { requester: app!, accepter: accepter!, random }))).toBe(words);
  });

  test('a peering that is over is no hindrance', () => {
    const over = after(peered, setField(peered, { resource: peering, path: ['state'], value: 'deleted' }));
    expect(wordsOf(peerVpcs(over, { requester: app!, accepter: data!, random }))).toBe('Peer app with data');
  });
});

describe('the sides of a peering', () => {
  test('change their VPC', () => {
    expect(wordsOf(setPeeringVpc(peered, { peering, side: 'requester', vpc: far }))).toBe('Make far the requester of pcx-app-data');
    expect(wordsOf(setPeeringVpc(peered, { peering, side: 'accepter', vpc: far }))).toBe('app (10.0.0.0/16) and far (10.0.0.0/16) overlap; AWS peers only VPCs without a common address.');
    expect(wordsOf(setPeeringVpc(peered, { peering, side: 'accepter', vpc: app }))).toBe('A peering joins two VPCs; app cannot be both sides.');
  });

  test('hold blocks of their own where their VPC is outside', () => {
    const outside = after(peered, setPeeringVpc(peered, { peering, side: 'accepter', vpc: undefined }));
    const wider = after(outside, addPeeringCidr(outside, { peering, side: 'accepter', cidr: '10.9.0.0/16' }));
    expect(named(wider, 'pcx-app-data', 'vpc-peering-connection').accepter).toEqual({ cidrs: ['10.9.0.0/16'] });
    expect(wordsOf(addPeeringCidr(wider, { peering, side: 'accepter', cidr: '10.9.1.0/24' }))).toBe('10.9.1.0/24 overlaps 10.9.0.0/16, another block of that side.');
    expect(wordsOf(addPeeringCidr(wider, { peering, side: 'accepter', cidr: '10.0.0.0/20' }))).toBe('app (10.0.0.0/16) and the other VPC (10.0.0.0/20) overlap; AWS peers only VPCs without a common address.');
    expect(wordsOf(addPeeringCidr(wider, { peering, side: 'requester', cidr: '10.8.0.0/16' }))).toBe('The blocks of app are changed at the VPC.');
    expect(named(after(wider, removePeeringCidr(wider, { peering, side: 'accepter', cidr: '10.9.0.0/16' })), 'pcx-app-data', 'vpc-peering-connection').accepter.cidrs).toEqual([]);
  });

  test('take their DNS option', () => {
    const changed = after(peered, setField(peered, { resource: peering, path: ['accepter', 'dnsResolution'], value: true }));
    expect(named(changed, 'pcx-app-data', 'vpc-peering-connection').accepter.dnsResolution).toBe(true);
  });
});

describe('what depends on a peering', () => {
  const table = named(peered, 'app', 'vpc').mainRouteTable!;
  const farTable = named(peered, 'far', 'vpc').mainRouteTable!;
  const routed = after(peered, addRoute(peered, { routeTable: table, destination: '10.1.0.0/16', target: peering }));

  test('a route of either VPC points at it, and of no third', () => {
    expect(wordsOf(addRoute(routed, { routeTable: named(peered, 'data', 'vpc').mainRouteTable!, destination: '10.0.0.0/16', target: peering }))).toMatch(/^Send 10\.0\.0\.0\/16 to pcx-app-data/);
    expect(wordsOf(addRoute(routed, { routeTable: farTable, destination: '10.1.0.0/16', target: peering }))).toMatch(/^pcx-app-data joins other VPCs than far/);
  });

  test('a rule names a group of the peer, and of no third VPC', () => {
    const [from, to, third] = ['app', 'data', 'far'].map((name) => named(peered, name, 'vpc').defaultSecurityGroup!);
    const rule = (group: typeof from) => addGroupRule(peered, { securityGroup: to!, direction: 'inbound', rule: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: { group: group! } } });
    expect(rule(from)).toMatchObject({ ok: true });
    expect(rule(third)).toMatchObject({ ok: false });
  });

  test('deleting it leaves blackhole routes', () => {
    const left = after(routed, deleteResources(routed, { keys: [peering], random }));
    const routes = left.resources[table];
    expect(routes?.kind === 'route-table' && routes.routes[asRowId('route-1')]).toMatchObject({ target: peering, state: 'blackhole' });
  });

  test('it goes with either of its VPCs', () => {
    for (const vpc of [app, data]) expect(after(routed, deleteResources(routed, { keys: [vpc!], random })).resources[peering]).toBeUndefined();
    expect(after(routed, deleteResources(routed, { keys: [far!], random })).resources[peering]).toBeDefined();
  });

  test('copies of both VPCs are peered, a copy of one is not', () => {
    const both = after(routed, duplicateResources(routed, { keys: [app!, data!], random }));
    const copies = Object.values(both.resources).filter(({ kind }) => kind === 'vpc-peering-connection');
    expect(copies).toHaveLength(2);
    expect(copies[1]).toMatchObject({ requester: { vpc: idOf(both, 'app-2') }, accepter: { vpc: idOf(both, 'data-2') } });
    expect(Object.values(after(routed, duplicateResources(routed, { keys: [app!], random })).resources).filter(({ kind }) => kind === 'vpc-peering-connection')).toHaveLength(1);
  });

  test('it is not copied without its VPCs', () => {
    expect(wordsOf(duplicateResources(routed, { keys: [peering], random }))).toBe('pcx-app-data joins two VPCs, which have one peering; copy it together with both.');
  });
});
