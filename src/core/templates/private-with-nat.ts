import { makeInstance } from '../editing/adding/add-instance.ts';
import { buildDesign } from '../editing/build-design.ts';
import type { Design } from '../model/design.ts';
import { expectAll } from './expect.ts';
import { EVERYWHERE, placeGroup, placeInternetGateway, placeNatGateway, placeRouteTable, placeSubnets, placeVpc } from './network-parts.ts';
import { repeatableNumbers } from '../editing/repeatable-numbers.ts';

/** An instance that fetches from the internet and cannot be reached from it. */
export function openPrivateWithNat(): Design {
  return buildDesign('Private subnet with a NAT gateway', repeatableNumbers(), (draft) => {
    const vpc = placeVpc(draft, { name: 'jobs', cidr: '10.0.0.0/16', zones: ['us-east-1a'] });
    const gateway = placeInternetGateway(draft, vpc, 'igw-jobs');
    const { 'public-a': outer, 'private-a': inner } = placeSubnets(draft, [
      { vpc, zone: 'us-east-1a', name: 'public-a', cidr: '10.0.0.0/24', autoAssignPublicIp: true },
      { vpc, zone: 'us-east-1a', name: 'private-a', cidr: '10.0.16.0/20' },
    ]);
    const nat = placeNatGateway(draft, outer, { name: 'nat-a' });
    draft.change(outer, 'subnet', { routeTable: placeRouteTable(draft, vpc, { name: 'rtb-public', routes: { [EVERYWHERE]: gateway } }) });
    draft.change(inner, 'subnet', { routeTable: placeRouteTable(draft, vpc, { name: 'rtb-private', routes: { [EVERYWHERE]: nat } }) });
    const group = placeGroup(draft, vpc, { name: 'batch-sg', inbound: [] });
    const batch = makeInstance(draft, { subnet: inner, name: 'batch-1', securityGroups: [group] });
    expectAll(draft, [
      { title: 'The batch job fetches over HTTPS', question: { from: batch, to: 'internet', protocol: 'tcp', port: 443 }, verdict: 'reachable' },
      { title: 'Nobody reaches the batch job from outside', question: { from: 'internet', to: batch, protocol: 'tcp', port: 22 }, verdict: 'blocked' },
    ]);
  });
}
