import type { ResourceId } from '../../model/ids.ts';
import type { Route, RouteTable, Subnet } from '../../model/resources/index.ts';
import { ipv6TextOf } from './ipv6-blocks.ts';
import { attachmentKey } from './write-gateways.ts';
import { tagsOf, type Template } from './template.ts';

/** The property of AWS::EC2::Route for each kind of target. */
const TARGET_PROPERTIES: Readonly<Record<string, string>> = {
  'internet-gateway': 'GatewayId',
  'virtual-private-gateway': 'GatewayId',
  'nat-gateway': 'NatGatewayId',
  'egress-only-internet-gateway': 'EgressOnlyInternetGatewayId',
  'network-interface': 'NetworkInterfaceId',
  instance: 'InstanceId',
  'vpc-peering-connection': 'VpcPeeringConnectionId',
  'transit-gateway': 'TransitGatewayId',
};

interface Destination {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly dependsOn: readonly string[];
}

/** Nothing for a prefix list that is not in the template. */
function destinationOf(template: Template, table: ResourceId, { destination }: Route): Destination | undefined {
  if (destination.startsWith('pl-')) return template.has(destination) ? { properties: { DestinationPrefixListId: template.ref(destination) }, dependsOn: [] } : undefined;
  if (!destination.includes(':')) return { properties: { DestinationCidrBlock: destination }, dependsOn: [] };
  const { value, dependsOn } = ipv6TextOf(template, destination, `A route of ${template.nameOf(table)}`);
  return { properties: { DestinationIpv6CidrBlock: value }, dependsOn };
}

/** What a route to a gateway waits for: its attachment to the table's VPC. */
function attachmentsBefore(template: Template, table: ResourceId, target: ResourceId): readonly string[] {
  const vpc = template.get(table, 'route-table')?.vpc;
  const attachments = template.all('transit-gateway-attachment').filter(([, attachment]) => attachment.transitGateway === target && attachment.vpc === vpc);
  return [attachmentKey(target), ...attachments.map(([id]) => id)].filter((key) => template.has(key)).map((key) => template.logicalId(key));
}

/** The route that a gateway endpoint puts into a table comes with the endpoint. */
function comesWithEndpoint(template: Template, { target }: Route): boolean {
  const endpoint = target === 'local' ? undefined : template.get(target, 'vpc-endpoint');
  return endpoint?.type === 'gateway' && template.has(endpoint.vpc);
}

function writeRoute(template: Template, table: ResourceId, [row, route]: readonly [row: string, route: Route]): void {
  // What a gateway propagates is not written: it comes by itself where propagation is on.
  if (route.target === 'local' || route.origin === 'propagated' || comesWithEndpoint(template, route)) return;
  const property = TARGET_PROPERTIES[template.design.resources[route.target]?.kind ?? ''];
  const destination = destinationOf(template, table, route);
  if (property === undefined || !template.has(route.target) || !destination) {
    template.note(`The route ${route.destination} of ${template.nameOf(table)} to ${template.nameOf(route.target)} is not written: its target or destination is not.`);
    return;
  }
  const properties = { RouteTableId: template.ref(table), ...destination.properties, [property]: template.ref(route.target) };
  template.add(`${table} ${row}`, 'AWS::EC2::Route', { properties, dependsOn: [...attachmentsBefore(template, table, route.target), ...destination.dependsOn] });
}

function writeTable(template: Template, id: ResourceId, table: RouteTable): void {
  if (table.gateways !== undefined && table.gateways.length > 0) template.note(`The association of ${template.nameOf(id)} with ${table.gateways.map((gateway) => template.nameOf(gateway)).join(', ')} is not written.`);
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
