import { makeCustomerGateway } from '../editing/adding/add-gateway.ts';
import { makeInstance } from '../editing/adding/add-instance.ts';
import { nextClientAddress } from '../editing/adding/add-outside.ts';
import { makeVpnConnection } from '../editing/adding/add-vpn-connection.ts';
import { buildDesign } from '../editing/build-design.ts';
import type { Design } from '../model/design.ts';
import { asRowId } from '../model/ids.ts';
import { expectAll } from './expect.ts';
import { placeGroup, placeRouteTable, placeSubnets, placeVpc, service, tcpFrom } from './network-parts.ts';
import { repeatableNumbers } from '../editing/repeatable-numbers.ts';

const OFFICE = '192.168.0.0/16';

/** A VPC without internet that an office reaches over a VPN connection with propagated routes. */
export function openOfficeOverVpn(): Design {
  return buildDesign('Office over VPN', repeatableNumbers(), (draft) => {
    const vpc = placeVpc(draft, { name: 'intranet', cidr: '10.0.0.0/16', zones: ['us-east-1a'] });
    const { region } = draft.need(vpc, 'vpc');
    const office = draft.add('onprem', { kind: 'on-premises-network', name: 'office', cidrs: { [asRowId('cidr-1')]: { cidr: OFFICE } } });
    const address = nextClientAddress(draft, office) ?? '192.168.0.10';
    const desk = draft.add('client', { kind: 'client', name: 'desk-1', network: office, address, operatingSystem: 'windows', blockedPorts: {} });
    const gateway = draft.add('vgw', { kind: 'virtual-private-gateway', name: 'vgw-office', region, vpc, state: 'available' });
    const customerGateway = makeCustomerGateway(draft, { region, onPremises: office, name: 'cgw-office' });
    makeVpnConnection(draft, { gateway, customerGateway, name: 'vpn-office' });
    const routeTable = placeRouteTable(draft, vpc, { name: 'rtb-private', routes: {} });
    draft.change(routeTable, 'route-table', { propagatingGateways: [gateway] });
    const { 'private-a': subnet } = placeSubnets(draft, [{ vpc, zone: 'us-east-1a', name: 'private-a', cidr: '10.0.0.0/24', routeTable }]);
    const group = placeGroup(draft, vpc, { name: 'intranet-sg', inbound: [tcpFrom(OFFICE, 443)] });
    const intranet = makeInstance(draft, { subnet, name: 'intranet-1', securityGroups: [group], services: { [asRowId('service-1')]: service({ port: 443, name: 'nginx' }) } });
    expectAll(draft, [
      { title: 'The office opens the intranet', question: { from: desk, to: intranet, protocol: 'tcp', port: 443, client: 'windows', scheme: 'https' }, verdict: 'reachable' },
      { title: 'The internet does not', question: { from: 'internet', to: intranet, protocol: 'tcp', port: 443 }, verdict: 'blocked' },
    ]);
  });
}
