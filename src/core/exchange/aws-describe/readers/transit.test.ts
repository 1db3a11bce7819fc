import { describe, expect, test } from 'vitest';
import { exampleAccount, toFiles, type Account } from '../example-account.ts';
import { findResource, importAccount, importFiles, sentencesOf } from '../import-for-tests.ts';

const VPC = 'vpc-0a01';
const importWith = (added: Account) => importAccount({ ...exampleAccount, ...added });

const hub: Account = {
  TransitGateways: [
    {
      TransitGatewayId: 'tgw-01',
      OwnerId: '111122223333',
      State: 'available',
      Options: { AmazonSideAsn: 64512, DnsSupport: 'enable', SecurityGroupReferencingSupport: 'disable', AssociationDefaultRouteTableId: 'tgw-rtb-01', PropagationDefaultRouteTableId: 'tgw-rtb-01' },
      Tags: [{ Key: 'Name', Value: 'hub' }],
    },
  ],
  TransitGatewayVpcAttachments: [
    { TransitGatewayAttachmentId: 'tgw-attach-01', TransitGatewayId: 'tgw-01', VpcId: VPC, State: 'available', SubnetIds: ['subnet-0b02'], Options: { ApplianceModeSupport: 'enable', SecurityGroupReferencingSupport: 'disable' } },
  ],
  TransitGatewayAttachments: [
    { TransitGatewayAttachmentId: 'tgw-attach-01', TransitGatewayId: 'tgw-01', ResourceType: 'vpc', ResourceId: VPC, State: 'available', Association: { State: 'associated', TransitGatewayRouteTableId: 'tgw-rtb-01' } },
    { TransitGatewayAttachmentId: 'tgw-attach-02', TransitGatewayId: 'tgw-01', ResourceType: 'vpn', ResourceId: 'vpn-0e01', State: 'available' },
    { TransitGatewayAttachmentId: 'tgw-attach-03', TransitGatewayId: 'tgw-01', ResourceType: 'direct-connect-gateway', ResourceId: 'dx-1', State: 'available', Association: { State: 'disassociated', TransitGatewayRouteTableId: 'tgw-rtb-01' } },
  ],
  TransitGatewayRouteTables: [{ TransitGatewayRouteTableId: 'tgw-rtb-01', TransitGatewayId: 'tgw-01', State: 'available' }],
};

describe('transit gateways', () => {
  test('are read with their options', () => {
    expect(findResource(importWith(hub).design, 'tgw-01', 'transit-gateway')).toEqual({
      kind: 'transit-gateway',
      name: 'hub',
      account: '111122223333',
      tags: { Name: 'hub' },
      region: 'region-eu-west-1',
      asn: 64512,
      state: 'available',
      dnsSupport: true,
      securityGroupReferencing: false,
      defaultAssociationRouteTable: 'tgw-rtb-01',
      defaultPropagationRouteTable: 'tgw-rtb-01',
    });
  });

  test('attachments of the two answers are one', () => {
    const { design } = importWith(hub);
    const attachment = findResource(design, 'tgw-attach-01', 'transit-gateway-attachment');
    expect(attachment).toMatchObject({ type: 'vpc', vpc: VPC, subnets: ['subnet-0b02'], applianceMode: true, securityGroupReferencing: false, routeTable: 'tgw-rtb-01' });
    expect(attachment.routeTableKnown).toBeUndefined();
    expect(findResource(design, 'tgw-attach-02', 'transit-gateway-attachment')).toMatchObject({ type: 'vpn', vpnConnection: 'vpn-0e01' });
    expect(findResource(design, 'tgw-attach-03', 'transit-gateway-attachment').routeTable).toBeUndefined();
  });

  test('an attachment without its general answer has an association that is not known', () => {
    const { TransitGatewayAttachments: _left, ...rest } = hub;
    expect(findResource(importWith(rest).design, 'tgw-attach-01', 'transit-gateway-attachment').routeTableKnown).toBe(false);
  });

  test('both sides of a peering are one attachment with two associations', () => {
    const side = (own: string, other: string, table: string): object => ({ TransitGatewayAttachmentId: 'tgw-attach-09', TransitGatewayId: own, ResourceType: 'peering', ResourceId: other, State: 'available', Association: { State: 'associated', TransitGatewayRouteTableId: table } });
    const { design } = importWith({
      ...hub,
      TransitGatewayPeeringAttachments: [{ TransitGatewayAttachmentId: 'tgw-attach-09', State: 'available', RequesterTgwInfo: { TransitGatewayId: 'tgw-01' }, AccepterTgwInfo: { TransitGatewayId: 'tgw-02', Region: 'us-east-1', OwnerId: '444455556666' } }],
      TransitGatewayAttachments: [side('tgw-02', 'tgw-01', 'tgw-rtb-02'), side('tgw-01', 'tgw-02', 'tgw-rtb-01')],
    });
    expect(findResource(design, 'tgw-attach-09', 'transit-gateway-attachment')).toMatchObject({
      transitGateway: 'tgw-01',
      routeTable: 'tgw-rtb-01',
      peer: { transitGateway: 'tgw-02', routeTable: 'tgw-rtb-02', region: 'us-east-1', account: '444455556666' },
    });
  });
});

const ROUTE = { DestinationCidrBlock: '10.9.0.0/16', TransitGatewayAttachments: [{ TransitGatewayAttachmentId: 'tgw-attach-02' }], Type: 'static', State: 'active' };
const HOLE = { DestinationCidrBlock: '10.8.0.0/16', Type: 'static', State: 'blackhole' };
const PROPAGATION = { TransitGatewayAttachmentId: 'tgw-attach-01', State: 'enabled' };

describe('routes of transit gateway tables', () => {
  test.each<[string, Account, boolean | undefined]>([
    ['nothing', {}, false],
    ['static routes alone', { TransitGatewayStaticRoutes: [{ TransitGatewayRouteTableId: 'tgw-rtb-01', Routes: [ROUTE] }] }, false],
    ['propagations alone', { TransitGatewayPropagations: [{ TransitGatewayRouteTableId: 'tgw-rtb-01', TransitGatewayRouteTablePropagations: [PROPAGATION] }] }, false],
    [
      'both',
      {
        TransitGatewayStaticRoutes: [{ TransitGatewayRouteTableId: 'tgw-rtb-01', Routes: [ROUTE, HOLE] }],
        TransitGatewayPropagations: [{ TransitGatewayRouteTableId: 'tgw-rtb-01', TransitGatewayRouteTablePropagations: [PROPAGATION] }],
      },
      undefined,
    ],
  ])('%s: known or not', (_, added, known) => {
    expect(findResource(importWith({ ...hub, ...added }).design, 'tgw-rtb-01', 'transit-gateway-route-table').routesKnown).toBe(known);
  });

  test('an answer of one table is found by the path of its file; one that goes on is not all of it', () => {
    const read = (more: boolean) =>
      importFiles([...toFiles({ ...exampleAccount, ...hub }), { path: 'x/tgw-rtb-01/routes.json', document: { Routes: [ROUTE, HOLE], AdditionalRoutesAvailable: more } }]).design;
    expect(findResource(read(false), 'tgw-rtb-01', 'transit-gateway-route-table')).toMatchObject({
      routes: {
        'route-1': { destination: '10.9.0.0/16', attachment: 'tgw-attach-02', origin: 'static', state: 'active' },
        'route-2': { destination: '10.8.0.0/16', origin: 'static', state: 'blackhole' },
      },
    });
    expect(findResource(read(false), 'tgw-rtb-01', 'transit-gateway-route-table').routesKnown).toBeUndefined();
    expect(findResource(read(true), 'tgw-rtb-01', 'transit-gateway-route-table').routesKnown).toBe(false);
  });

  test.each([
    ['in the path of its file', { path: 'x/search-transit-gateway-routes-tgw-rtb-01.json', document: { Routes: [], AdditionalRoutesAvailable: false } }],
    ['beside it', { path: 'x/routes.json', document: { TransitGatewayRouteTableId: 'tgw-rtb-01', Routes: [] } }],
  ])('an empty list of routes, its table %s, says that there are none', (_, file) => {
    const { design } = importFiles([...toFiles({ ...exampleAccount, ...hub }), file]);
    expect(findResource(design, 'tgw-rtb-01', 'transit-gateway-route-table')).toMatchObject({ routes: {} });
    expect(findResource(design, 'tgw-rtb-01', 'transit-gateway-route-table').routesKnown).toBeUndefined();
  });

  test('a table of the files is found in a path by its whole id, whatever the id is made of', () => {
    const tables = ['tgw-rtb-spoke', 'tgw-rtb-spoke-2'].map((id) => ({ TransitGatewayRouteTableId: id, TransitGatewayId: 'tgw-01', State: 'available' }));
    const files = ['tgw-rtb-spoke', 'tgw-rtb-spoke-2'].map((id, index) => ({ path: `x/routes-${id}.json`, document: { Routes: index === 0 ? [ROUTE] : [ROUTE, HOLE] } }));
    const { design } = importFiles([...toFiles({ ...exampleAccount, ...hub, TransitGatewayRouteTables: tables }), ...files]);
    expect(tables.map(({ TransitGatewayRouteTableId: id }) => Object.keys(findResource(design, id, 'transit-gateway-route-table').routes).length)).toEqual([1, 2]);
  });

  test('a list that names no table is said', () => {
    const { report } = importWith({ ...hub, TransitGatewayStaticRoutes: [{ Routes: [] }] });
    expect(sentencesOf(report, 'broken-reference').some((sentence) => sentence.includes('does not say which transit gateway route table it is of'))).toBe(true);
  });
});

test('Direct Connect: gateway, association, virtual interface and the network behind it', () => {
  const { design } = importWith({
    directConnectGateways: [{ directConnectGatewayId: 'dx-1', directConnectGatewayName: 'dxgw', amazonSideAsn: 64512, directConnectGatewayState: 'available' }],
    directConnectGatewayAssociations: [{ associationId: 'a-1', directConnectGatewayId: 'dx-1', associationState: 'associated', associatedGateway: { id: 'vgw-0e01', type: 'virtualPrivateGateway' }, allowedPrefixesToDirectConnectGateway: [{ cidr: '10.0.0.0/16' }] }],
    virtualInterfaces: [{ virtualInterfaceId: 'dxvif-1', virtualInterfaceName: 'line', virtualInterfaceType: 'private', virtualInterfaceState: 'available', vlan: 101, asn: 65001, virtualGatewayId: '', region: 'eu-west-1', bgpPeers: [{ bgpStatus: 'up' }] }],
    directConnectGatewayAttachments: [{ directConnectGatewayId: 'dx-1', virtualInterfaceId: 'dxvif-1', attachmentState: 'attached' }],
  });
  expect(findResource(design, 'dx-1', 'direct-connect-gateway')).toMatchObject({ name: 'dxgw', asn: 64512, associations: { 'association-1': { gateway: 'vgw-0e01', state: 'associated', allowedPrefixes: ['10.0.0.0/16'] } } });
  expect(findResource(design, 'dxvif-1', 'virtual-interface')).toMatchObject({ name: 'line', type: 'private', gateway: 'dx-1', state: 'available', bgpStatus: 'up', vlan: 101, onPremises: 'onprem-dxvif-1', region: 'region-eu-west-1' });
});
