import type { ResourceId } from '../../model/ids.ts';
import type { TransitGateway, TransitGatewayAttachment, TransitGatewayRoute, TransitGatewayRouteTable } from '../../model/resources/index.ts';
import { tagsOf, type Template } from './template.ts';

const onOff = (value: boolean | undefined): 'enable' | 'disable' => (value === true ? 'enable' : 'disable');

/** Every association and propagation of the design is written out, so the gateway makes none of its own. */
function writeGateway(template: Template, id: ResourceId, gateway: TransitGateway): void {
  if (gateway.state === 'deleted' || gateway.state === 'deleting') {
    template.note(`Transit gateway ${template.nameOf(id)} is not written: it is ${gateway.state}.`);
    return;
  }
  const properties = {
    ...(gateway.asn !== undefined && { AmazonSideAsn: gateway.asn }),
    DefaultRouteTableAssociation: 'disable',
    DefaultRouteTablePropagation: 'disable',
    DnsSupport: onOff(gateway.dnsSupport ?? true),
    SecurityGroupReferencingSupport: onOff(gateway.securityGroupReferencing),
    Tags: tagsOf(gateway),
  };
  template.add(id, 'AWS::EC2::TransitGateway', { properties });
}

const REASONS: Readonly<Record<Exclude<TransitGatewayAttachment['type'], 'vpc'>, string>> = {
  vpn: 'AWS makes it with the VPN connection, and a template cannot ask for its id; associate it and let it propagate after deploying',
  peering: 'the other transit gateway has to accept it',
  'direct-connect-gateway': 'AWS makes it with the association of the Direct Connect gateway',
  connect: 'it rides on another attachment',
};

const CARRIES: ReadonlySet<TransitGatewayAttachment['state']> = new Set(['available', 'modifying', 'pending', 'pendingAcceptance', 'initiating', 'initiatingRequest']);

function whyNot(template: Template, { type, state, vpc, transitGateway, subnets }: TransitGatewayAttachment): string | undefined {
  if (type !== 'vpc') return REASONS[type];
  if (!CARRIES.has(state)) return `it is ${state}`;
  return vpc !== undefined && [vpc, transitGateway, ...subnets].every((id) => template.has(id)) && subnets.length > 0 ? undefined : 'its gateway, its VPC or one of its subnets is not';
}

function writeAttachment(template: Template, id: ResourceId, attachment: TransitGatewayAttachment): void {
  const reason = whyNot(template, attachment);
  if (reason !== undefined || attachment.vpc === undefined) {
    template.note(`Attachment ${template.nameOf(id)} of ${template.nameOf(attachment.transitGateway)} is not written: ${reason ?? 'it names no VPC'}.`);
    return;
  }
  const hasIpv6 = attachment.subnets.some((subnet) => template.get(subnet, 'subnet')?.ipv6Cidr !== undefined);
  const properties = {
    TransitGatewayId: template.ref(attachment.transitGateway),
    VpcId: template.ref(attachment.vpc),
    SubnetIds: attachment.subnets.map((subnet) => template.ref(subnet)),
    Options: { ApplianceModeSupport: onOff(attachment.applianceMode), Ipv6Support: onOff(hasIpv6), SecurityGroupReferencingSupport: onOff(attachment.securityGroupReferencing) },
    Tags: tagsOf(attachment),
  };
  template.add(id, 'AWS::EC2::TransitGatewayAttachment', { properties });
}

function writeAssociation(template: Template, id: ResourceId, { routeTable }: TransitGatewayAttachment): void {
  if (routeTable === undefined || !template.has(id) || !template.has(routeTable)) return;
  template.add(`${id} association`, 'AWS::EC2::TransitGatewayRouteTableAssociation', { properties: { TransitGatewayAttachmentId: template.ref(id), TransitGatewayRouteTableId: template.ref(routeTable) } });
}

function writeRoute(template: Template, table: ResourceId, [row, route]: readonly [row: string, route: TransitGatewayRoute]): void {
  if (route.origin === 'propagated') return;
  const { attachment, destination } = route;
  const isBlackhole = attachment === undefined;
  if (!isBlackhole && !template.has(attachment)) {
    template.note(`The route ${destination} of ${template.nameOf(table)} to ${template.nameOf(attachment)} is not written: its attachment is not.`);
    return;
  }
  const properties = { DestinationCidrBlock: destination, TransitGatewayRouteTableId: template.ref(table), ...(isBlackhole ? { Blackhole: true } : { TransitGatewayAttachmentId: template.ref(attachment) }) };
  template.add(`${table} ${row}`, 'AWS::EC2::TransitGatewayRoute', { properties });
}

function writeTable(template: Template, id: ResourceId, table: TransitGatewayRouteTable): void {
  if (!template.has(table.transitGateway) || table.state === 'deleted' || table.state === 'deleting') {
    template.note(`Transit gateway route table ${template.nameOf(id)} is not written: it or its gateway is not there.`);
    return;
  }
  template.add(id, 'AWS::EC2::TransitGatewayRouteTable', { properties: { TransitGatewayId: template.ref(table.transitGateway), Tags: tagsOf(table) } });
  for (const entry of Object.entries(table.routes)) writeRoute(template, id, entry);
  for (const attachment of table.propagations) {
    if (!template.has(attachment)) continue;
    template.add(`${id} propagation ${attachment}`, 'AWS::EC2::TransitGatewayRouteTablePropagation', { properties: { TransitGatewayAttachmentId: template.ref(attachment), TransitGatewayRouteTableId: template.ref(id) } });
  }
}

/** Transit gateways, before the VPN connections that end at them. */
export function writeTransitGateways(template: Template): void {
  for (const [id, gateway] of template.all('transit-gateway')) writeGateway(template, id, gateway);
}

/** What is attached to transit gateways, their route tables, and which attachment uses and feeds which. */
export function writeTransitTables(template: Template): void {
  for (const [id, attachment] of template.all('transit-gateway-attachment')) writeAttachment(template, id, attachment);
  for (const [id, table] of template.all('transit-gateway-route-table')) writeTable(template, id, table);
  for (const [id, attachment] of template.all('transit-gateway-attachment')) writeAssociation(template, id, attachment);
}
