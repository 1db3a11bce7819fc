import { describe, expect, test } from 'vitest';
import { applyPatch } from '../patch/apply-patch.ts';
import type { Design } from '../model/design.ts';
import { asResourceId, asRowId } from '../model/ids.ts';
import { ask } from '../testing/ask.ts';
import { DesignBuilder } from '../testing/design-builder.ts';
import { repeatableNumbers } from './repeatable-numbers.ts';
import { addPart } from './add-part.ts';
import { deleteResources } from './delete-resources.ts';
import { addAllowedPrefix, associateDirectConnect, endAssociation, joinByDirectConnect, removeAllowedPrefix } from './direct-connect.ts';
import type { EditResult } from './edit-result.ts';
import { addRoute } from './routes.ts';
import { addTransitRoute, addTransitTable, associateTransitTable, attachToTransitGateway, changeTransitRoute, peerTransitGateways, removeTransitRoute, setAttachmentSubnet, setTransitPropagation } from './transit-gateways.ts';

const id = asResourceId;
const random = () => repeatableNumbers(7);

/** The design after an edit that must be done. */
function after(design: Design, result: EditResult): Design {
  if (!result.ok) throw new Error(result.refused);
  const applied = applyPatch(design, result.patch);
  if (!applied.ok) throw new Error(applied.problem);
  return applied.document;
}
const refusal = (result: EditResult): string => (result.ok ? '' : result.refused);
const kinds = (design: Design, kind: string): readonly string[] => Object.entries(design.resources).flatMap(([key, value]) => (value.kind === kind ? [key] : []));

const twoVpcs = (): DesignBuilder =>
  new DesignBuilder()
    .region()
    .vpc('vpc-a', '10.1.0.0/16')
    .vpc('vpc-b', '10.2.0.0/16')
    .subnet('app-a', { vpc: 'vpc-a', cidr: '10.1.1.0/24' })
    .subnet('link-a', { vpc: 'vpc-a', cidr: '10.1.9.0/28' })
    .subnet('app-a2', { vpc: 'vpc-a', cidr: '10.1.2.0/24', zone: 'us-east-1b' })
    .subnet('app-b', { vpc: 'vpc-b', cidr: '10.2.1.0/24' })
    .group('sg-a', 'vpc-a', { inbound: ['all from 10.0.0.0/8'] })
    .group('sg-b', 'vpc-b', { inbound: ['all from 10.0.0.0/8'] })
    .instance('i-a', { subnet: 'app-a', address: '10.1.1.10', groups: ['sg-a'] })
    .instance('i-b', { subnet: 'app-b', address: '10.2.1.10', groups: ['sg-b'] })
    .transitGateway('tgw-1');

describe('a transit gateway drawn by hand', () => {
  test('two VPCs attached and routed reach each other', () => {
    let design = twoVpcs().build();
    for (const vpc of ['vpc-a', 'vpc-b']) design = after(design, attachToTransitGateway(design, { gateway: id('tgw-1'), vpc: id(vpc), random: random() }));
    for (const vpc of ['vpc-a', 'vpc-b']) design = after(design, addRoute(design, { routeTable: id(`rtb-main-${vpc}`), destination: '10.0.0.0/8', target: id('tgw-1') }));
    expect(ask(design, 'i-a -> i-b tcp 22')).toEqual(['reachable']);
  });

  test('the attachment takes one subnet of each zone, an empty one first', () => {
    const design = after(twoVpcs().build(), attachToTransitGateway(twoVpcs().build(), { gateway: id('tgw-1'), vpc: id('vpc-a'), random: random() }));
    const [attachment] = kinds(design, 'transit-gateway-attachment');
    expect(design.resources[id(attachment ?? '')]).toMatchObject({ subnets: ['link-a', 'app-a2'], routeTable: 'tgw-rtb-tgw-1', vpc: 'vpc-a' });
    expect(design.resources[id('tgw-rtb-tgw-1')]).toMatchObject({ propagations: [attachment] });
  });

  test('dropped in a Region it has its default table; dropped on a VPC it attaches it', () => {
    const design = new DesignBuilder().region().vpc('vpc-a', '10.1.0.0/16').subnet('app-a', { vpc: 'vpc-a', cidr: '10.1.1.0/24' }).build();
    expect(kinds(after(design, addPart(design, { part: 'transit-gateway', container: 'us-east-1', random: random() })), 'transit-gateway-route-table')).toHaveLength(1);
    expect(kinds(after(design, addPart(design, { part: 'transit-gateway', container: 'vpc-a', random: random() })), 'transit-gateway-attachment')).toHaveLength(1);
  });

  test.each<[string, (design: Design) => EditResult, string]>([
    ['a second attachment', (design) => attachToTransitGateway(design, { gateway: id('tgw-1'), vpc: id('vpc-a'), random: random() }), 'vpc-a is attached to tgw-1 already.'],
    ['a route without attachment', (design) => addRoute(design, { routeTable: id('rtb-main-vpc-b'), destination: '10.1.0.0/16', target: id('tgw-1') }), 'vpc-b is not attached to tgw-1; attach it first.'],
    ['the last subnet', (design) => setAttachmentSubnet(design, { attachment: id('tgw-attach-a'), subnet: id('link-a'), isOn: false }), 'tgw-attach-a needs a subnet; delete the attachment instead.'],
    ['a subnet of another VPC', (design) => setAttachmentSubnet(design, { attachment: id('tgw-attach-a'), subnet: id('app-b'), isOn: true }), 'app-b lies in another VPC than tgw-attach-a attaches.'],
    ['a second static route', (design) => addTransitRoute(design, { table: id('tgw-rtb-tgw-1'), destination: '10.9.0.0/16', attachment: id('tgw-attach-a') }), 'tgw-rtb-tgw-1 has a static route to 10.9.0.0/16 already; change that one.'],
  ])('%s is refused', (_, change, sentence) => {
    const design = twoVpcs().attachment('tgw-attach-a', 'tgw-1', { vpc: 'vpc-a', subnets: ['link-a'] }).transitTable('tgw-rtb-tgw-1', 'tgw-1', ['10.9.0.0/16 -> blackhole']).build();
    expect(refusal(change(design))).toBe(sentence);
  });

  const drawn = twoVpcs().attachment('tgw-attach-a', 'tgw-1', { vpc: 'vpc-a', subnets: ['link-a'] }).transitTable('tgw-rtb-tgw-1', 'tgw-1', ['10.9.0.0/16 -> tgw-attach-a'], { propagations: ['tgw-attach-a'] }).build();

  test('subnets, tables and routes are changed', () => {
    const zone = after(drawn, setAttachmentSubnet(drawn, { attachment: id('tgw-attach-a'), subnet: id('app-a'), isOn: true }));
    expect(zone.resources[id('tgw-attach-a')]).toMatchObject({ subnets: ['app-a'] });
    expect(after(drawn, associateTransitTable(drawn, { attachment: id('tgw-attach-a'), table: undefined })).resources[id('tgw-attach-a')]).not.toHaveProperty('routeTable');
    expect(after(drawn, setTransitPropagation(drawn, { table: id('tgw-rtb-tgw-1'), attachment: id('tgw-attach-a'), isOn: false })).resources[id('tgw-rtb-tgw-1')]).toMatchObject({ propagations: [] });
    const row = asRowId('route-1');
    expect(after(drawn, changeTransitRoute(drawn, { table: id('tgw-rtb-tgw-1'), row, attachment: undefined })).resources[id('tgw-rtb-tgw-1')]).toMatchObject({ routes: { 'route-1': { destination: '10.9.0.0/16', state: 'blackhole' } } });
    expect(after(drawn, removeTransitRoute(drawn, { table: id('tgw-rtb-tgw-1'), row })).resources[id('tgw-rtb-tgw-1')]).toMatchObject({ routes: {} });
    expect(kinds(after(drawn, addTransitTable(drawn, { gateway: id('tgw-1'), random: random() })), 'transit-gateway-route-table')).toHaveLength(2);
  });

  test('what belongs to a transit gateway goes with it, and routes to it become blackholes', () => {
    const routed = after(drawn, addRoute(drawn, { routeTable: id('rtb-main-vpc-a'), destination: '10.0.0.0/8', target: id('tgw-1') }));
    const left = after(routed, deleteResources(routed, { keys: ['tgw-1'], random: random() }));
    expect(kinds(left, 'transit-gateway-attachment')).toEqual([]);
    expect(kinds(left, 'transit-gateway-route-table')).toEqual([]);
    expect(left.resources[id('rtb-main-vpc-a')]).toMatchObject({ routes: { 'route-1': { state: 'blackhole' } } });
  });

  test('a static route outlives its attachment as a blackhole', () => {
    const left = after(drawn, deleteResources(drawn, { keys: ['tgw-attach-a'], random: random() }));
    expect(left.resources[id('tgw-rtb-tgw-1')]).toMatchObject({ routes: { 'route-1': { destination: '10.9.0.0/16', origin: 'static' } }, propagations: [] });
  });

  test('two transit gateways are peered once', () => {
    const design = twoVpcs().transitGateway('tgw-2').build();
    const peered = after(design, peerTransitGateways(design, { from: id('tgw-1'), to: id('tgw-2'), random: random() }));
    expect(Object.values(peered.resources).find(({ kind }) => kind === 'transit-gateway-attachment')).toMatchObject({ type: 'peering', routeTable: 'tgw-rtb-tgw-1', peer: { transitGateway: 'tgw-2', routeTable: 'tgw-rtb-tgw-2' } });
    expect(refusal(peerTransitGateways(peered, { from: id('tgw-2'), to: id('tgw-1'), random: random() }))).toBe('tgw-2 and tgw-1 are peered already.');
  });
});

test('a VPN connection of a transit gateway is an attachment, too', () => {
  const design = twoVpcs().office('office', { gateway: 'vgw-none', cidr: '192.168.0.0/16' }).build();
  const joined = after(design, addPart(design, { part: 'vpn-connection', container: 'tgw-1', random: random() }));
  const attachment = Object.values(joined.resources).find(({ kind }) => kind === 'transit-gateway-attachment');
  expect(attachment).toMatchObject({ type: 'vpn', transitGateway: 'tgw-1', routeTable: 'tgw-rtb-tgw-1' });
});

describe('Direct Connect drawn by hand', () => {
  const start = twoVpcs().add('onprem-1', { kind: 'on-premises-network', name: 'office', cidrs: { [asRowId('cidr-1')]: { cidr: '192.168.0.0/16' } } }).directConnectGateway('dxgw-1', {}).build();

  test('associated with a transit gateway it is attached, and leads on-premises', () => {
    let design = after(start, attachToTransitGateway(start, { gateway: id('tgw-1'), vpc: id('vpc-b'), random: random() }));
    design = after(design, associateDirectConnect(design, { directConnectGateway: id('dxgw-1'), gateway: id('tgw-1'), random: repeatableNumbers(9) }));
    design = after(design, joinByDirectConnect(design, { gateway: id('dxgw-1'), onPremises: id('onprem-1'), random: random() }));
    design = after(design, addRoute(design, { routeTable: id('rtb-main-vpc-b'), destination: '192.168.0.0/16', target: id('tgw-1') }));
    expect(design.resources[id('dxgw-1')]).toMatchObject({ associations: { 'association-1': { allowedPrefixes: ['10.2.0.0/16'] } } });
    expect(ask(design, 'i-b -> onprem-1 tcp 443')).toEqual(['reachable']);
    const without = after(design, removeAllowedPrefix(design, { directConnectGateway: id('dxgw-1'), row: asRowId('association-1'), cidr: '10.2.0.0/16' }));
    expect(ask(without, 'i-b -> onprem-1 tcp 443')[0]).toBe('blocked');
    const wide = after(without, addAllowedPrefix(without, { directConnectGateway: id('dxgw-1'), row: asRowId('association-1'), cidr: '10.0.0.0/8' }));
    expect(ask(wide, 'i-b -> onprem-1 tcp 443')).toEqual(['reachable']);
    expect(kinds(after(wide, endAssociation(wide, { directConnectGateway: id('dxgw-1'), row: asRowId('association-1') })), 'transit-gateway-attachment')).toHaveLength(1);
  });

  test('the parts are dropped where they belong', () => {
    expect(refusal(addPart(start, { part: 'direct-connect-gateway', container: 'vpc-a', random: random() }))).toBe('A Direct Connect gateway stands on the canvas, not in VPC vpc-a.');
    const joined = after(start, addPart(start, { part: 'virtual-interface', container: 'onprem-1', random: random() }));
    expect(Object.values(joined.resources).find(({ kind }) => kind === 'virtual-interface')).toMatchObject({ gateway: 'dxgw-1', onPremises: 'onprem-1', type: 'private' });
    expect(refusal(joinByDirectConnect(joined, { gateway: id('dxgw-1'), onPremises: id('onprem-1'), random: random() }))).toBe('office is joined with dxgw-1 by a virtual interface already.');
  });
});
