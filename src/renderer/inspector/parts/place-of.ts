import { describeRegion } from '@core/aws/regions.ts';
import { engineNames, unmodelledNames } from '@core/drawing/names.ts';
import { interfacesOf } from '@core/editing/members.ts';
import { capitalise } from '@core/editing/nouns.ts';
import type { Design } from '@core/model/design.ts';
import type { ResourceId } from '@core/model/ids.ts';
import type { Resource, ResourceKind, ResourceOfKind } from '@core/model/resources/index.ts';
import { findOfKind, nameOf } from './name-of.ts';

interface Placed<Kind extends ResourceKind> {
  readonly design: Design;
  readonly id: ResourceId;
  readonly value: ResourceOfKind<Kind>;
}

const IN_PARENTHESES = /\(([^)]+)\)/;

/** "N. Virginia" of us-east-1; a Region that is not listed has no other name than its code. */
export function regionCity(code: string): string | undefined {
  const { name, known } = describeRegion(code);
  return known ? (IN_PARENTHESES.exec(name)?.[1] ?? name) : undefined;
}

function inRegion(design: Design, region: string): string {
  const code = findOfKind(design, region, 'region')?.code ?? region;
  const city = regionCity(code);
  return city === undefined ? code : `${code}, ${city}`;
}

const ofVpc = (design: Design, vpc: string): string => `of VPC ${nameOf(design, vpc)}`;

const attachedTo = (design: Design, noun: string, vpc: string | undefined): string =>
  vpc === undefined ? `${noun}, detached` : `${noun} ${ofVpc(design, vpc)}`;

function placeOfInstance({ design, id }: Placed<'instance'>): string {
  const [primary] = interfacesOf(design, id);
  const subnet = findOfKind(design, primary?.value.subnet, 'subnet');
  return primary && subnet ? `Instance in ${nameOf(design, primary.value.subnet)}, ${subnet.availabilityZone}` : 'Instance, in no subnet';
}

function placeOfNatGateway({ design, value }: Placed<'nat-gateway'>): string {
  if (value.subnet !== undefined) return `${capitalise(value.connectivity)} NAT gateway in ${nameOf(design, value.subnet)}`;
  return value.vpc === undefined ? 'NAT gateway' : `Regional NAT gateway ${ofVpc(design, value.vpc)}`;
}

function placeOfVpnConnection({ design, value }: Placed<'vpn-connection'>): string {
  const far = nameOf(design, value.customerGateway);
  return value.gateway === undefined ? `VPN connection to ${far}` : `VPN connection of ${nameOf(design, value.gateway)} and ${far}`;
}

function placeOfPeering({ design, value: { requester, accepter } }: Placed<'vpc-peering-connection'>): string {
  const [near, far] = [requester, accepter].map(({ vpc, account }) => (vpc === undefined ? `account ${account ?? 'not known'}` : nameOf(design, vpc)));
  return `Peering of ${near ?? ''} and ${far ?? ''}`;
}

function placeOfRouteTable({ design, id, value }: Placed<'route-table'>): string {
  const isMain = findOfKind(design, value.vpc, 'vpc')?.mainRouteTable === id;
  return `${isMain ? 'Main' : 'Custom'} route table ${ofVpc(design, value.vpc)}`;
}

function placeOfNetworkAcl({ design, id, value }: Placed<'network-acl'>): string {
  const isDefault = findOfKind(design, value.vpc, 'vpc')?.defaultNetworkAcl === id;
  return `${isDefault ? 'Default' : 'Custom'} network ACL ${ofVpc(design, value.vpc)}`;
}

function placeOfSecurityGroup({ design, id, value }: Placed<'security-group'>): string {
  const isDefault = findOfKind(design, value.vpc, 'vpc')?.defaultSecurityGroup === id;
  return `${isDefault ? 'Default security group' : 'Security group'} ${ofVpc(design, value.vpc)}`;
}

function placeOfDbInstance({ design, value }: Placed<'db-instance'>): string {
  const group = findOfKind(design, value.subnetGroup, 'db-subnet-group');
  const engine = `DB instance, ${engineNames[value.engine] ?? value.engine}`;
  return group ? `${engine}, VPC ${nameOf(design, group.vpc)}` : engine;
}

const placeOfUnmodelled = ({ value }: Placed<'unmodelled'>): string =>
  `${capitalise(unmodelledNames[value.type] ?? value.type.replaceAll('-', ' '))}, not modelled`;

type PlaceByKind = { readonly [Kind in ResourceKind]: (placed: Placed<Kind>) => string };

const PLACES: PlaceByKind = {
  region: ({ value }) => `Region, ${describeRegion(value.code).name}`,
  vpc: ({ design, value }) => `${value.isDefault === true ? 'Default VPC' : 'VPC'} in ${inRegion(design, value.region)}`,
  subnet: ({ design, value }) => `Subnet in ${value.availabilityZone}, VPC ${nameOf(design, value.vpc)}`,
  'route-table': placeOfRouteTable,
  'internet-gateway': ({ design, value }) => attachedTo(design, 'Internet gateway', value.vpc),
  'egress-only-internet-gateway': ({ design, value }) => attachedTo(design, 'Egress-only internet gateway', value.vpc),
  'virtual-private-gateway': ({ design, value }) => attachedTo(design, 'Virtual private gateway', value.vpc),
  'nat-gateway': placeOfNatGateway,
  'customer-gateway': ({ design, value }) => (value.onPremises === undefined ? 'Customer gateway' : `Customer gateway of ${nameOf(design, value.onPremises)}`),
  'vpn-connection': placeOfVpnConnection,
  'transit-gateway': ({ design, value }) => `Transit gateway in ${inRegion(design, value.region)}`,
  'transit-gateway-route-table': ({ design, value }) => `Route table of ${nameOf(design, value.transitGateway)}`,
  'transit-gateway-attachment': ({ design, value }) => `Attachment of ${nameOf(design, value.transitGateway)}`,
  'direct-connect-gateway': () => 'Direct Connect gateway',
  'virtual-interface': ({ value }) => `${capitalise(value.type)} virtual interface`,
  'vpc-peering-connection': placeOfPeering,
  'prefix-list': ({ design, value }) => (value.region === undefined ? 'Prefix list' : `Prefix list in ${inRegion(design, value.region)}`),
  'load-balancer': ({ design, value }) => `${capitalise(value.type)} load balancer${value.vpc === undefined ? '' : ` ${ofVpc(design, value.vpc)}`}`,
  'target-group': ({ design, value }) => (value.vpc === undefined ? 'Target group' : `Target group ${ofVpc(design, value.vpc)}`),
  'vpc-endpoint': ({ design, value }) => `${capitalise(value.type.replaceAll('-', ' '))} endpoint ${ofVpc(design, value.vpc)}`,
  'network-acl': placeOfNetworkAcl,
  'security-group': placeOfSecurityGroup,
  instance: placeOfInstance,
  'network-interface': ({ design, value }) => `Network interface in ${nameOf(design, value.subnet)}`,
  'elastic-ip': ({ design, value }) => `Elastic IP address in ${inRegion(design, value.region)}`,
  'db-subnet-group': ({ design, value }) => `DB subnet group ${ofVpc(design, value.vpc)}`,
  'db-instance': placeOfDbInstance,
  'on-premises-network': () => 'On-premises network',
  client: ({ design, value }) => (value.network === undefined ? 'Client on the internet' : `Client in ${nameOf(design, value.network)}`),
  internet: () => 'Everybody outside of the design',
  'iam-role': ({ value }) => (value.account === undefined ? 'IAM role' : `IAM role of account ${value.account}`),
  unmodelled: placeOfUnmodelled,
};

/** What a resource is and where it stands, in a few words: "Subnet in us-east-1a, VPC app". */
export function placeOf(design: Design, id: ResourceId, value: Resource): string {
  const describe = PLACES[value.kind] as (placed: { readonly design: Design; readonly id: ResourceId; readonly value: Resource }) => string;
  return describe({ design, id, value });
}
