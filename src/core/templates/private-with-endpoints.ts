import { makeInstance } from '../editing/adding/add-instance.ts';
import { makeGatewayEndpoint, makeInterfaceEndpoint } from '../editing/adding/add-vpc-endpoint.ts';
import { buildDesign } from '../editing/build-design.ts';
import { repeatableNumbers } from '../editing/repeatable-numbers.ts';
import type { Design } from '../model/design.ts';
import { expectAll } from './expect.ts';
import { placeGroup, placeRouteTable, placeSubnets, placeVpc } from './network-parts.ts';

/** An instance without any way to the internet that reaches two AWS services by endpoints. */
export function openPrivateWithEndpoints(): Design {
  return buildDesign('Private subnet with endpoints', repeatableNumbers(), (draft) => {
    const vpc = placeVpc(draft, { name: 'vault', cidr: '10.0.0.0/16', zones: ['us-east-1a'] });
    draft.change(vpc, 'vpc', { enableDnsHostnames: true, enableDnsSupport: true });
    const routeTable = placeRouteTable(draft, vpc, { name: 'rtb-private', routes: {} });
    const { 'private-a': subnet } = placeSubnets(draft, [{ vpc, zone: 'us-east-1a', name: 'private-a', cidr: '10.0.16.0/20', routeTable }]);
    const group = placeGroup(draft, vpc, { name: 'worker-sg', inbound: [] });
    const worker = makeInstance(draft, { subnet, name: 'worker-1', securityGroups: [group] });
    makeGatewayEndpoint(draft, { vpc, service: 's3', routeTables: [routeTable], name: 'vpce-s3' });
    const manager = makeInterfaceEndpoint(draft, { vpc, service: 'ssm', subnets: [subnet], name: 'vpce-ssm' });
    expectAll(draft, [
      { title: 'The worker reads from S3', question: { from: worker, to: 's3', protocol: 'tcp', port: 443 }, verdict: 'reachable' },
      { title: 'The worker reaches Systems Manager', question: { from: worker, to: manager, protocol: 'tcp', port: 443 }, verdict: 'reachable' },
      { title: 'The worker has no internet', question: { from: worker, to: 'internet', protocol: 'tcp', port: 443 }, verdict: 'blocked' },
    ]);
  });
}
