import { makeInstance } from '../editing/adding/add-instance.ts';
import { makeLoadBalancer, makeTargetGroup } from '../editing/adding/add-load-balancer.ts';
import { buildDesign } from '../editing/build-design.ts';
import { repeatableNumbers } from '../editing/repeatable-numbers.ts';
import type { Design } from '../model/design.ts';
import { asRowId } from '../model/ids.ts';
import { expectAll } from './expect.ts';
import { EVERYWHERE, placeGroup, placeInternetGateway, placeRouteTable, placeSubnets, placeVpc, service, tcpFrom, tcpFromGroup } from './network-parts.ts';

const APP_PORT = 8080;

/** An Application Load Balancer over two zones, and a web server in each that only the load balancer reaches. */
export function openLoadBalancedWeb(): Design {
  return buildDesign('Load-balanced web tier', repeatableNumbers(), (draft) => {
    const vpc = placeVpc(draft, { name: 'shop', cidr: '10.0.0.0/16', zones: ['us-east-1a', 'us-east-1b'] });
    const gateway = placeInternetGateway(draft, vpc, 'igw-shop');
    const routeTable = placeRouteTable(draft, vpc, { name: 'rtb-public', routes: { [EVERYWHERE]: gateway } });
    const subnets = placeSubnets(draft, [
      { vpc, zone: 'us-east-1a', name: 'public-a', cidr: '10.0.0.0/24', routeTable },
      { vpc, zone: 'us-east-1b', name: 'public-b', cidr: '10.0.1.0/24', routeTable },
      { vpc, zone: 'us-east-1a', name: 'web-a', cidr: '10.0.16.0/24' },
      { vpc, zone: 'us-east-1b', name: 'web-b', cidr: '10.0.17.0/24' },
    ]);
    const front = placeGroup(draft, vpc, { name: 'shop-lb-sg', inbound: [tcpFrom(EVERYWHERE, 80)] });
    const web = placeGroup(draft, vpc, { name: 'web-sg', inbound: [tcpFromGroup(front, APP_PORT)] });
    const services = { [asRowId('service-1')]: service({ port: APP_PORT, name: 'app' }) };
    const [first, second] = [subnets['web-a'], subnets['web-b']].map((subnet, index) => makeInstance(draft, { subnet, name: `web-${index + 1}`, securityGroups: [web], services }));
    const targets = [first, second].filter((id) => id !== undefined);
    const group = makeTargetGroup(draft, { name: 'web-targets', vpc, port: APP_PORT, targets });
    const balancer = makeLoadBalancer(draft, {
      name: 'shop-lb',
      vpc,
      subnets: [subnets['public-a'], subnets['public-b']],
      securityGroups: [front],
      scheme: 'internet-facing',
      listeners: [{ protocol: 'HTTP', port: 80, targetGroups: [group] }],
    });
    expectAll(draft, [
      { title: 'The internet opens the shop', question: { from: 'internet', to: balancer, protocol: 'tcp', port: 80 }, verdict: 'reachable' },
      { title: 'Nothing listens for HTTPS yet', question: { from: 'internet', to: balancer, protocol: 'tcp', port: 443 }, verdict: 'blocked' },
      { title: 'The load balancer reaches its targets', question: { from: balancer, to: targets[0] ?? '', protocol: 'tcp', port: APP_PORT }, verdict: 'reachable' },
      { title: 'Nobody goes past it', question: { from: 'internet', to: targets[0] ?? '', protocol: 'tcp', port: APP_PORT }, verdict: 'blocked' },
    ]);
  });
}
