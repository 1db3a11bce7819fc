import { isGone } from '../../model/life-cycle.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { EgressOnlyInternetGateway, NatGateway, VpnConnection } from '../../model/resources/index.ts';
import { tagsOf, type Reference, type Template } from './template.ts';

/** The attachment of a gateway, which routes to it have to wait for. */
export const attachmentKey = (gateway: string): string => `${gateway} attachment`;

function writeAttachment(template: Template, id: ResourceId, given: { readonly vpc: ResourceId | undefined; readonly property: 'InternetGatewayId' | 'VpnGatewayId' }): void {
  if (given.vpc === undefined || !template.has(given.vpc)) return;
  template.add(attachmentKey(id), 'AWS::EC2::VPCGatewayAttachment', { properties: { VpcId: template.ref(given.vpc), [given.property]: template.ref(id) } });
}

/** The attachments of a VPC's internet gateways, which public addresses have to wait for. */
export function internetAttachments(template: Template, vpc: ResourceId | undefined): readonly string[] {
  const gateways = template.all('internet-gateway').filter(([, gateway]) => gateway.vpc !== undefined && gateway.vpc === vpc);
  return gateways.map(([id]) => template.logicalId(attachmentKey(id)));
}

/** CloudFormation knows an egress-only gateway with its VPC alone. */
function writeEgressOnlyGateway(template: Template, id: ResourceId, gateway: EgressOnlyInternetGateway): void {
  if (gateway.vpc === undefined || !template.has(gateway.vpc)) {
    template.note(`Egress-only internet gateway ${template.nameOf(id)} is not written: it is attached to no VPC of the design.`);
    return;
  }
  template.add(id, 'AWS::EC2::EgressOnlyInternetGateway', { properties: { VpcId: template.ref(gateway.vpc), Tags: tagsOf(gateway) } });
}

const GONE: ReadonlySet<NatGateway['state']> = new Set(['deleted', 'deleting', 'failed']);

function whyNotWritten(template: Template, { availability, state, subnet }: NatGateway): string | undefined {
  if (GONE.has(state)) return `it is ${state}`;
  return availability === 'zonal' && subnet !== undefined && template.has(subnet) ? undefined : 'only one that stands in a subnet is';
}

function writeNatAddress(template: Template, id: ResourceId, gateway: NatGateway): Reference {
  const key = `${id} address`;
  const vpc = template.get(gateway.subnet, 'subnet')?.vpc;
  template.add(key, 'AWS::EC2::EIP', { properties: { Domain: 'vpc', Tags: tagsOf(gateway) }, dependsOn: internetAttachments(template, vpc) });
  return template.attribute(key, 'AllocationId');
}

function writeNatGateway(template: Template, id: ResourceId, gateway: NatGateway): void {
  const reason = whyNotWritten(template, gateway);
  if (reason !== undefined || gateway.subnet === undefined) {
    template.note(`NAT gateway ${template.nameOf(id)} is not written: ${reason ?? 'it stands in no subnet'}.`);
    return;
  }
  const [held, ...more] = Object.values(gateway.addresses);
  const properties = {
    SubnetId: template.ref(gateway.subnet),
    ConnectivityType: gateway.connectivity,
    ...(gateway.connectivity === 'public' && { AllocationId: writeNatAddress(template, id, gateway) }),
    ...(held?.privateAddress !== undefined && { PrivateIpAddress: held.privateAddress }),
    Tags: tagsOf(gateway),
  };
  template.add(id, 'AWS::EC2::NatGateway', { properties });
  if (more.length > 0) template.note(`NAT gateway ${template.nameOf(id)} has ${more.length + 1} addresses; the first is written.`);
}

function writeVpnConnection(template: Template, id: ResourceId, connection: VpnConnection): void {
  if (isGone(connection)) {
    template.note(`VPN connection ${template.nameOf(id)} is not written: it is deleted.`);
    return;
  }
  const { customerGateway, gateway } = connection;
  if (!template.has(customerGateway) || gateway === undefined || !template.has(gateway)) {
    template.note(`VPN connection ${template.nameOf(id)} is not written: one of its two ends is not.`);
    return;
  }
  const isStatic = connection.routing === 'static';
  const properties = { Type: 'ipsec.1', CustomerGatewayId: template.ref(customerGateway), [template.get(gateway, 'transit-gateway') ? 'TransitGatewayId' : 'VpnGatewayId']: template.ref(gateway), StaticRoutesOnly: isStatic, Tags: tagsOf(connection) };
  template.add(id, 'AWS::EC2::VPNConnection', { properties, dependsOn: template.has(attachmentKey(gateway)) ? [template.logicalId(attachmentKey(gateway))] : [] });
  for (const [row, { cidr }] of isStatic ? Object.entries(connection.staticRoutes) : []) {
    template.add(`${id} ${row}`, 'AWS::EC2::VPNConnectionRoute', { properties: { VpnConnectionId: template.ref(id), DestinationCidrBlock: cidr } });
  }
}

/** A customer gateway needs an address; the documentation's own stands for one that was not drawn (RFC 5737). */
const NO_ADDRESS = '203.0.113.1';
const DEFAULT_ASN = 65_000;

function writeCustomerGateways(template: Template): void {
  for (const [id, gateway] of template.all('customer-gateway')) {
    if (gateway.address === undefined) template.note(`Customer gateway ${template.nameOf(id)} has no address in the design; ${NO_ADDRESS} stands for it until you put in your own.`);
    template.add(id, 'AWS::EC2::CustomerGateway', { properties: { Type: 'ipsec.1', BgpAsn: gateway.asn ?? DEFAULT_ASN, IpAddress: gateway.address ?? NO_ADDRESS, Tags: tagsOf(gateway) } });
  }
}

function writePeerings(template: Template): void {
  for (const [id, connection] of template.all('vpc-peering-connection')) {
    const { requester, accepter } = connection;
    if (requester.vpc === undefined || accepter.vpc === undefined || !template.has(requester.vpc) || !template.has(accepter.vpc)) {
      template.note(`Peering connection ${template.nameOf(id)} is not written: one of its VPCs is not in the design.`);
      continue;
    }
    template.add(id, 'AWS::EC2::VPCPeeringConnection', { properties: { VpcId: template.ref(requester.vpc), PeerVpcId: template.ref(accepter.vpc), Tags: tagsOf(connection) } });
  }
}

/** Internet, NAT and virtual private gateways with what they are attached to, VPN connections and peerings. */
export function writeGateways(template: Template): void {
  for (const [id, gateway] of template.all('internet-gateway')) {
    template.add(id, 'AWS::EC2::InternetGateway', { properties: { Tags: tagsOf(gateway) } });
    writeAttachment(template, id, { vpc: gateway.vpc, property: 'InternetGatewayId' });
  }
  for (const [id, gateway] of template.all('virtual-private-gateway')) {
    template.add(id, 'AWS::EC2::VPNGateway', { properties: { Type: 'ipsec.1', ...(gateway.asn !== undefined && { AmazonSideAsn: gateway.asn }), Tags: tagsOf(gateway) } });
    writeAttachment(template, id, { vpc: gateway.vpc, property: 'VpnGatewayId' });
  }
  for (const [id, gateway] of template.all('egress-only-internet-gateway')) writeEgressOnlyGateway(template, id, gateway);
  for (const [id, gateway] of template.all('nat-gateway')) writeNatGateway(template, id, gateway);
  writeCustomerGateways(template);
  for (const [id, connection] of template.all('vpn-connection')) writeVpnConnection(template, id, connection);
  writePeerings(template);
}
