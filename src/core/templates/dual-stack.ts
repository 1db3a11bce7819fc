import { egressOnlyInternetGateway } from '../editing/adding/add-gateway.ts';
import { makeInstance } from '../editing/adding/add-instance.ts';
import { buildDesign } from '../editing/build-design.ts';
import type { Draft } from '../editing/draft.ts';
import { putAclRule } from '../editing/network-acl-rules.ts';
import { repeatableNumbers } from '../editing/repeatable-numbers.ts';
import { putGroupRule } from '../editing/security-group-rules.ts';
import type { Design } from '../model/design.ts';
import { asRowId, type ResourceId } from '../model/ids.ts';
import { expectAll } from './expect.ts';
import { EVERYWHERE, placeGroup, placeInternetGateway, placeRouteTable, placeSubnets, placeVpc, service, tcpFrom } from './network-parts.ts';

const EVERYWHERE_IPV6 = '::/0';
/** Of the block for documentation (RFC 3849); a VPC has a /56, a subnet a /64. */
const BLOCKS = { vpc: '2001:db8:1234:1a00::/56', web: '2001:db8:1234:1a00::/64', app: '2001:db8:1234:1a01::/64' } as const;

/** Gives the VPC an IPv6 block; its default ACL and group get the rules that AWS adds with it (VPC User Guide, default-network-acl). */
function giveIpv6(draft: Draft, vpc: ResourceId, subnets: Readonly<Record<string, ResourceId>>): void {
  const { defaultNetworkAcl, defaultSecurityGroup } = draft.need(vpc, 'vpc');
  draft.change(vpc, 'vpc', { ipv6Cidrs: { [asRowId('ipv6-1')]: { cidr: BLOCKS.vpc } } });
  for (const direction of ['inbound', 'outbound'] as const) {
    if (defaultNetworkAcl !== undefined) putAclRule(draft, { networkAcl: defaultNetworkAcl, direction, rule: { protocol: 'all', cidr: EVERYWHERE_IPV6, action: 'allow', number: 101 } });
  }
  if (defaultSecurityGroup !== undefined) letOut(draft, defaultSecurityGroup);
  for (const [cidr, subnet] of Object.entries(subnets)) draft.change(subnet, 'subnet', { ipv6Cidr: cidr, assignIpv6AddressOnCreation: true });
}

const letOut = (draft: Draft, securityGroup: ResourceId): void => {
  putGroupRule(draft, { securityGroup, direction: 'outbound', rule: { protocol: 'all', peer: { cidr: EVERYWHERE_IPV6 } } });
};

function giveAddress(draft: Draft, instance: ResourceId, address: string): void {
  const held = draft.list('network-interface').find(({ value }) => value.attachment?.resource === instance);
  if (held) draft.change(held.id, 'network-interface', { ipv6Addresses: { [asRowId('ipv6-1')]: { address } } });
}

/** A web server that both families reach, and an instance that opens IPv6 connections and gets none. */
export function openDualStack(): Design {
  return buildDesign('Dual stack with egress-only gateway', repeatableNumbers(), (draft) => {
    const vpc = placeVpc(draft, { name: 'shop', cidr: '10.0.0.0/16', zones: ['us-east-1a'] });
    const gateway = placeInternetGateway(draft, vpc, 'igw-shop');
    const { region } = draft.need(vpc, 'vpc');
    const egressOnly = draft.add('eigw', egressOnlyInternetGateway('eigw-shop', { region, vpc }));
    const { 'public-a': outer, 'private-a': inner } = placeSubnets(draft, [
      { vpc, zone: 'us-east-1a', name: 'public-a', cidr: '10.0.0.0/24', autoAssignPublicIp: true },
      { vpc, zone: 'us-east-1a', name: 'private-a', cidr: '10.0.1.0/24' },
    ]);
    giveIpv6(draft, vpc, { [BLOCKS.web]: outer, [BLOCKS.app]: inner });
    draft.change(outer, 'subnet', { routeTable: placeRouteTable(draft, vpc, { name: 'rtb-public', routes: { [EVERYWHERE]: gateway, [EVERYWHERE_IPV6]: gateway } }) });
    draft.change(inner, 'subnet', { routeTable: placeRouteTable(draft, vpc, { name: 'rtb-private', routes: { [EVERYWHERE_IPV6]: egressOnly } }) });
    const webGroup = placeGroup(draft, vpc, { name: 'web-sg', inbound: [tcpFrom(EVERYWHERE, 443), tcpFrom(EVERYWHERE_IPV6, 443)] });
    const appGroup = placeGroup(draft, vpc, { name: 'app-sg', inbound: [tcpFrom('10.0.0.0/24', 8080), tcpFrom(BLOCKS.web, 8080)] });
    for (const group of [webGroup, appGroup]) letOut(draft, group);
    const web = makeInstance(draft, { subnet: outer, name: 'web-1', securityGroups: [webGroup], services: { [asRowId('service-1')]: service({ port: 443, bindAddress: '::' }) } });
    const app = makeInstance(draft, { subnet: inner, name: 'app-1', securityGroups: [appGroup], services: { [asRowId('service-1')]: service({ port: 8080, bindAddress: '::' }) } });
    giveAddress(draft, web, '2001:db8:1234:1a00::10');
    giveAddress(draft, app, '2001:db8:1234:1a01::10');
    expectAll(draft, [
      { title: 'The page loads over IPv6', question: { from: 'internet:2001:db8:ffff::7', to: web, protocol: 'tcp', port: 443 }, verdict: 'reachable' },
      { title: 'The page loads over IPv4', question: { from: 'internet:198.51.100.7', to: web, protocol: 'tcp', port: 443 }, verdict: 'reachable' },
      { title: 'The app server fetches over IPv6', question: { from: app, to: 'internet:2001:db8:ffff::7', protocol: 'tcp', port: 443 }, verdict: 'reachable' },
      { title: 'It has no way out over IPv4', question: { from: app, to: 'internet:198.51.100.7', protocol: 'tcp', port: 443 }, verdict: 'blocked' },
      { title: 'Nobody reaches the app server from outside', question: { from: 'internet:2001:db8:ffff::7', to: app, protocol: 'tcp', port: 8080 }, verdict: 'blocked' },
    ]);
  });
}
