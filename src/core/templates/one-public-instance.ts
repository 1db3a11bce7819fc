import { makeInstance } from '../editing/adding/add-instance.ts';
import { buildDesign } from '../editing/build-design.ts';
import { asRowId } from '../model/ids.ts';
import type { Design } from '../model/design.ts';
import { expectAll } from './expect.ts';
import { EVERYWHERE, placeGroup, placeInternetGateway, placeRouteTable, placeSubnets, placeVpc, service, tcpFrom } from './network-parts.ts';
import { repeatableNumbers } from '../editing/repeatable-numbers.ts';

/** The smallest network with a page that loads: one public subnet, one web server, one gateway. */
export function openOnePublicInstance(): Design {
  return buildDesign('One public instance', repeatableNumbers(), (draft) => {
    const vpc = placeVpc(draft, { name: 'web', cidr: '10.0.0.0/16', zones: ['us-east-1a'] });
    const gateway = placeInternetGateway(draft, vpc, 'igw-web');
    const routeTable = placeRouteTable(draft, vpc, { name: 'rtb-public', routes: { [EVERYWHERE]: gateway } });
    const { 'public-a': subnet } = placeSubnets(draft, [{ vpc, zone: 'us-east-1a', name: 'public-a', cidr: '10.0.0.0/24', autoAssignPublicIp: true, routeTable }]);
    const group = placeGroup(draft, vpc, { name: 'web-sg', inbound: [tcpFrom(EVERYWHERE, 80)] });
    const web = makeInstance(draft, { subnet, name: 'web-1', securityGroups: [group], services: { [asRowId('service-1')]: service({ port: 80, name: 'nginx' }) } });
    expectAll(draft, [{ title: 'The page loads', question: { from: 'internet', to: web, protocol: 'tcp', port: 80, scheme: 'http' }, verdict: 'reachable' }]);
  });
}
