import type { Design } from '../../model/design.ts';
import { asResourceId } from '../../model/ids.ts';
import { DesignBuilder } from '../design-builder.ts';
import { hub } from '../transit-network.ts';
import type { CodeScenario } from './scenario.ts';

/** i-a of vpc-a and i-b of vpc-b, joined by pcx-1, which vpc-c is joined to vpc-b by pcx-2. */
const peered = (): DesignBuilder =>
  new DesignBuilder()
    .region()
    .vpc('vpc-a', '10.1.0.0/16')
    .vpc('vpc-b', '10.2.0.0/16')
    .vpc('vpc-c', '10.3.0.0/16')
    .peering('pcx-1', { requester: 'vpc-a', accepter: 'vpc-b' })
    .peering('pcx-2', { requester: 'vpc-b', accepter: 'vpc-c' })
    .routeTable('rtb-a', 'vpc-a', ['10.2.0.0/15 -> pcx-1'])
    .routeTable('rtb-b', 'vpc-b', ['10.1.0.0/16 -> pcx-1', '10.3.0.0/16 -> pcx-2'])
    .routeTable('rtb-c', 'vpc-c', ['10.0.0.0/14 -> pcx-2'])
    .subnet('subnet-a', { vpc: 'vpc-a', cidr: '10.1.1.0/24', table: 'rtb-a' })
    .subnet('subnet-b', { vpc: 'vpc-b', cidr: '10.2.1.0/24', table: 'rtb-b' })
    .subnet('subnet-c', { vpc: 'vpc-c', cidr: '10.3.1.0/24', table: 'rtb-c' })
    .group('sg-a', 'vpc-a', { inbound: ['all from 0.0.0.0/0'] })
    .group('sg-b', 'vpc-b', { inbound: ['all from 0.0.0.0/0'] })
    .group('sg-c', 'vpc-c', { inbound: ['all from 0.0.0.0/0'] })
    .instance('i-a', { subnet: 'subnet-a', address: '10.1.1.10', groups: ['sg-a'] })
    .instance('i-b', { subnet: 'subnet-b', address: '10.2.1.10', groups: ['sg-b'] })
    .instance('i-c', { subnet: 'subnet-c', address: '10.3.1.10', groups: ['sg-c'] });

const farAccount = (): DesignBuilder =>
  peered()
    .peering('pcx-9', { requester: 'vpc-b', far: { account: '444455556666', cidrs: ['10.9.0.0/16'] } })
    .routeTable('rtb-b', 'vpc-b', ['10.9.0.0/16 -> pcx-9'])
    .group('sg-b', 'vpc-b', { inbound: ['tcp 443 from sg-9@444455556666'] });

/** An office behind a VPN that ends at the transit gateway and was deleted. */
const deletedVpn = (builder: DesignBuilder): DesignBuilder => {
  builder.office('hq', { gateway: 'tgw-1', cidr: '192.168.0.0/16' });
  const { resources } = builder.build();
  const connection = resources[asResourceId('vpn-hq')];
  if (connection?.kind !== 'vpn-connection') throw new Error('no connection');
  return builder.add('vpn-hq', { ...connection, state: 'deleted' }).attachment('tgw-attach-vpn', 'tgw-1', { type: 'vpn', vpnConnection: 'vpn-hq' });
};

/** i-a, whose VPC has a virtual private gateway with one VPN connection, which was deleted. */
function vpnOfGateway(): Design {
  const builder = new DesignBuilder()
    .region()
    .vpc('vpc-a', '10.1.0.0/16')
    .virtualPrivateGateway('vgw-1', 'vpc-a')
    .routeTable('rtb-a', 'vpc-a', ['192.168.0.0/16 -> vgw-1'])
    .subnet('subnet-a', { vpc: 'vpc-a', cidr: '10.1.1.0/24', table: 'rtb-a' })
    .group('sg-a', 'vpc-a', { inbound: [] })
    .instance('i-a', { subnet: 'subnet-a', address: '10.1.1.10', groups: ['sg-a'] })
    .office('hq', { gateway: 'vgw-1', cidr: '192.168.0.0/16' });
  const connection = builder.build().resources[asResourceId('vpn-hq')];
  if (connection?.kind !== 'vpn-connection') throw new Error('no connection');
  return builder.add('vpn-hq', { ...connection, state: 'deleted' }).build();
}

/** vpc-a on a transit gateway, by whose attachment in vpc-b a route leads on to the virtual private gateway and the office of vpc-b. */
const officeBehindOther = (): Design =>
  hub({
    routesA: ['0.0.0.0/0 -> tgw-1'],
    table: ['192.168.0.0/16 -> tgw-attach-b'],
    more: (builder) =>
      builder
        .virtualPrivateGateway('vgw-b', 'vpc-b')
        .office('hq', { gateway: 'vgw-b', cidr: '192.168.0.0/16' })
        .routeTable('rtb-link-b', 'vpc-b', ['192.168.0.0/16 -> vgw-b'])
        .subnet('link-b', { vpc: 'vpc-b', cidr: '10.2.9.0/28', table: 'rtb-link-b' }),
  });

const ASKED = 'i-a -> i-b tcp 22';

/** What peerings, transit gateways, VPN connections and VPC endpoints decide. */
export const connectionScenarios: readonly CodeScenario[] = [
  { code: 'BAD_STATE_ROUTE', like: 'a route to a peering that nobody has accepted', design: () => peered().peering('pcx-1', { requester: 'vpc-a', accepter: 'vpc-b', state: 'pending-acceptance' }).build(), asked: 'i-a -> i-b tcp 443', at: 'request route-table rtb-a' },
  { code: 'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR', like: 'a third VPC is asked for through a peering', design: () => peered().build(), asked: 'i-a -> i-c tcp 443', at: 'request vpc-peering-connection pcx-1' },
  { code: 'NO_POSSIBLE_DESTINATION', like: 'a peering with a VPC of another account, which the design does not hold', design: () => farAccount().build(), asked: 'i-b -> 10.9.1.5 tcp 443', at: 'request vpc-peering-connection pcx-9' },
  { code: 'UNKNOWN_PEERED_SGS', like: 'a rule that names a group of another account', design: () => farAccount().build(), asked: 'onprem:pcx-9:10.9.1.5 -> i-b tcp 443', at: 'request security-group sg-b' },
  { code: 'BAD_STATE_ATTACHMENT', like: 'a transit gateway that the VPC is not attached to', design: () => hub({ attachmentA: { vpc: 'vpc-other' } }), asked: ASKED, at: 'request transit-gateway tgw-1' },
  { code: 'TGW_ROUTE_AZ_RESTRICTION', like: 'the zone of the sender has no subnet of the attachment', design: () => hub({ zoneOfA: 'us-east-1b' }), asked: ASKED, at: 'request transit-gateway tgw-1' },
  { code: 'TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION', like: 'an attachment that is associated with no route table', design: () => hub({ attachmentA: { table: null } }), asked: ASKED, at: 'request transit-gateway-attachment tgw-attach-a' },
  { code: 'TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT', like: 'a table of a transit gateway that nobody propagates into', design: () => hub({ propagations: [] }), asked: ASKED, at: 'request transit-gateway-route-table tgw-rtb-tgw-1' },
  { code: 'TGW_RTB_CANNOT_ROUTE', like: 'a table of a transit gateway whose route leads to another part of the VPC', design: () => hub({ propagations: ['tgw-attach-a'], table: ['10.2.9.0/28 -> tgw-attach-b'] }), asked: ASKED, at: 'request transit-gateway-route-table tgw-rtb-tgw-1' },
  { code: 'TGW_RTB_BAD_STATE_ROUTE', like: 'a blackhole route in the table of a transit gateway', design: () => hub({ table: ['10.2.1.0/24 -> blackhole'] }), asked: ASKED, at: 'request transit-gateway-route-table tgw-rtb-tgw-1' },
  { code: 'TGW_ATTACH_VPC_AZ_RESTRICTION', like: 'an attachment without a subnet in its VPC', design: () => hub({ attachmentB: { subnets: [] } }), asked: ASKED, at: 'request transit-gateway-attachment tgw-attach-b' },
  { code: 'TGW_RTB_ROUTES_ARE_UNKNOWN', like: 'a snapshot without the routes of the transit gateway’s table', design: () => hub({ routesKnown: false }), asked: ASKED, at: 'request transit-gateway-route-table tgw-rtb-tgw-1' },
  {
    code: 'TGW_BAD_STATE_VPN',
    like: 'a deleted VPN connection of a transit gateway',
    design: () => hub({ table: ['192.168.0.0/16 -> tgw-attach-vpn'], routesA: ['0.0.0.0/0 -> tgw-1'], more: deletedVpn }),
    asked: 'i-a -> 192.168.1.5 tcp 443',
    at: 'request vpn-connection vpn-hq',
  },
  {
    code: 'BAD_STATE_VPN',
    like: 'a deleted VPN connection of a virtual private gateway',
    design: vpnOfGateway,
    asked: 'i-a -> 192.168.1.5 tcp 443',
    at: 'request vpn-connection vpn-hq',
  },
  { code: 'VGW_PRIVATE_IP_ASSOCIATION_FOR_EGRESS', like: 'a transit gateway leads into a VPC and on to its virtual private gateway', design: officeBehindOther, asked: 'i-a -> onprem:vgw-b:192.168.1.5 tcp 443', at: 'request vpn-gateway vgw-b' },
  { code: 'VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS', like: 'the office asks a virtual private gateway for an address that nobody holds', design: officeBehindOther, asked: 'onprem:vgw-b:192.168.1.5 -> 10.2.1.99 tcp 443', at: 'request no-such-target 10.2.1.99' },
  { code: 'SG_REFERENCING_SUPPORT', like: 'an outbound rule that names a group beyond a transit gateway', design: () => hub({ more: (builder) => builder.group('sg-a', 'vpc-a', { inbound: [], outbound: ['tcp 22 to sg-b'] }) }), asked: ASKED, at: 'request security-group sg-a' },
];
