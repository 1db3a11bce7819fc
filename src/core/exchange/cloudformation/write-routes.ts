import type { ResourceId } from '../../model/ids.ts';
import type { Route, RouteTable, Subnet } from '../../model/resources/index.ts';
import { attachmentKey } from './write-gateways.ts';
import { tagsOf, type Template } from './template.ts';

/** The property of AWS::EC2::Route for each kind of target. */
const TARGET_PROPERTIES: Readonly<Record<string, string>> = {
  'internet-gateway': 'GatewayId',
  'virtual-private-gateway': 'GatewayId',
  'nat-gateway': 'NatGatewayId',
  'network-interface': 'NetworkInterfaceId',
  instance: 'InstanceId',
  'vpc-peering-connection': 'VpcPeeringConnectionId',
};

function destinationOf({ destination }: Route): Readonly<Record<string, string>> {
  if (destination.startsWith('pl-')) return { DestinationPrefixListId: destination };
  return destination.includes(':') ? { DestinationIpv6CidrBlock: destination } : { DestinationCidrBlock: destination };
}

function writeRoute(template: Template, table: ResourceId, [row, route]: readonly [row: string, route: Route]): void {
  // What a gateway propagates is not written: it comes by itself where propagation is on.
  if (route.target === 'local' || route.origin === 'propagated') return;
  const property = TARGET_PROPERTIES[template.design.resources[route.target]?.kind ?? ''];
  if (property === undefined || !template.has(route.target) || route.destination.startsWith('pl-')) {
    template.note(`The route ${route.destination} of ${template.nameOf(table)} to ${template.nameOf(route.target)} is not written: its target or destination is not.`);
    return;
  }
  const attachment = attachmentKey(route.target);
  const properties = { RouteTableId: template.ref(table), ...destinationOf(route), [property]: template.ref(route.target) };
  template.add(`${table} ${row}`, 'AWS::EC2::Route', { properties, dependsOn: template.has(attachment) ? [template.logicalId(attachment)] : [] });
}

function writeTable(template: Template, id: ResourceId, table: RouteTable): void {
  template.add(id, 'AWS::EC2::RouteTable', { properties: { VpcId: template.ref(table.vpc), Tags: tagsOf(table) } });
  for (const entry of Object.entries(table.routes)) writeRoute(template, id, entry);
  for (const gateway of table.propagatingGateways) {
    if (!template.has(attachmentKey(gateway))) continue;
    const properties = { RouteTableIds: [template.ref(id)], VpnGatewayId: template.ref(gateway) };
    template.add(`${id} propagation ${gateway}`, 'AWS::EC2::VPNGatewayRoutePropagation', { properties, dependsOn: [template.logicalId(attachmentKey(gateway))] });
  }
}

/** The table of a subnet: its own, else the VPC's main one, which a template can only be associated with by name. */
function writeAssociation(template: Template, id: ResourceId, subnet: Subnet): void {
  const table = subnet.routeTable ?? template.get(subnet.vpc, 'vpc')?.mainRouteTable;
  if (table === undefined || !template.has(table)) return;
  template.add(`${id} route table`, 'AWS::EC2::SubnetRouteTableAssociation', { properties: { SubnetId: template.ref(id), RouteTableId: template.ref(table) } });
}

/** A main table without routes of its own is the one AWS makes with the VPC. */
function isOrdinaryMain(template: Template, id: ResourceId, table: RouteTable): boolean {
  const isMain = template.get(table.vpc, 'vpc')?.mainRouteTable === id;
  return isMain && Object.keys(table.routes).length === 0 && table.propagatingGateways.length === 0;
}

/** Route tables, their routes, and which subnet uses which. */
export function writeRoutes(template: Template): void {
  for (const [id, table] of template.all('route-table')) {
    if (!template.has(table.vpc) || isOrdinaryMain(template, id, table)) continue;
    if (template.get(table.vpc, 'vpc')?.mainRouteTable === id) {
      template.note(`${template.nameOf(id)} is a main route table; a template cannot replace the main one, so each subnet that rides on it is associated with it.`);
    }
    writeTable(template, id, table);
  }
  for (const [id, subnet] of template.all('subnet')) if (template.has(id)) writeAssociation(template, id, subnet);
}
