import { makeInstance } from '../editing/adding/add-instance.ts';
import { makeVpc } from '../editing/adding/add-vpc.ts';
import { buildDesign } from '../editing/build-design.ts';
import { repeatableNumbers } from '../editing/repeatable-numbers.ts';
import { putRoute } from '../editing/routes.ts';
import { makePeering } from '../editing/vpc-peering.ts';
import type { Design } from '../model/design.ts';
import { asRowId } from '../model/ids.ts';
import { expectAll } from './expect.ts';
import { EVERYWHERE, placeGroup, placeInternetGateway, placeRouteTable, placeSubnets, placeVpc, service, tcpFrom, tcpFromGroup } from './network-parts.ts';

const SHOP = '10.0.0.0/16';
const DATA = '10.1.0.0/16';

/** A shop that asks a database in another VPC by its private address, over a peering with a route on both sides. */
export function openPeeredVpcs(): Design {
  return buildDesign('Two peered VPCs', repeatableNumbers(), (draft) => {
    const shop = placeVpc(draft, { name: 'shop', cidr: SHOP, zones: ['us-east-1a'] });
    const { region } = draft.need(shop, 'vpc');
    const data = makeVpc(draft, { name: 'data', region, cidr: DATA, zones: ['us-east-1a'] });
    const gateway = placeInternetGateway(draft, shop, 'igw-shop');
    const peering = makePeering(draft, { requester: shop, accepter: data, name: 'pcx-shop-data' });
    const shopTable = placeRouteTable(draft, shop, { name: 'rtb-shop', routes: { [EVERYWHERE]: gateway } });
    putRoute(draft, { routeTable: shopTable, destination: DATA, target: peering });
    const dataTable = placeRouteTable(draft, data, { name: 'rtb-data', routes: { [SHOP]: peering } });
    const { 'shop-a': shopSubnet } = placeSubnets(draft, [{ vpc: shop, zone: 'us-east-1a', name: 'shop-a', cidr: '10.0.0.0/24', routeTable: shopTable, autoAssignPublicIp: true }]);
    const { 'data-a': dataSubnet } = placeSubnets(draft, [{ vpc: data, zone: 'us-east-1a', name: 'data-a', cidr: '10.1.0.0/24', routeTable: dataTable }]);
    const shopGroup = placeGroup(draft, shop, { name: 'shop-sg', inbound: [tcpFrom(EVERYWHERE, 443)] });
    const dataGroup = placeGroup(draft, data, { name: 'data-sg', inbound: [tcpFromGroup(shopGroup, 5432)] });
    const web = makeInstance(draft, { subnet: shopSubnet, name: 'shop-1', securityGroups: [shopGroup], services: { [asRowId('service-1')]: service({ port: 443, name: 'nginx' }) } });
    const database = makeInstance(draft, { subnet: dataSubnet, name: 'data-1', securityGroups: [dataGroup], services: { [asRowId('service-1')]: service({ port: 5432, name: 'postgresql' }) } });
    expectAll(draft, [
      { title: 'The shop asks the database', question: { from: web, to: database, protocol: 'tcp', port: 5432 }, verdict: 'reachable' },
      { title: 'The internet opens the shop', question: { from: 'internet', to: web, protocol: 'tcp', port: 443, scheme: 'https' }, verdict: 'reachable' },
      { title: 'The internet does not reach the database', question: { from: 'internet', to: database, protocol: 'tcp', port: 5432 }, verdict: 'blocked' },
      { title: 'A peering leads to no internet', question: { from: database, to: 'internet', protocol: 'tcp', port: 443 }, verdict: 'blocked' },
    ]);
  });
}
