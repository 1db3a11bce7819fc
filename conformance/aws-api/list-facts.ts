import { contains, readCidr } from '@core/address/cidr.ts';
import type { Design } from '@core/model/design.ts';
import type { RuleTraffic } from '@core/model/fields.ts';
import type { ResourceId } from '@core/model/ids.ts';
import type { NetworkAclRule, Resource, ResourceKind, ResourceOfKind, SecurityGroupRule } from '@core/model/resources/index.ts';

interface Reading {
  readonly design: Design;
  /** What the resources are called in both designs, where that is known better than by their names. */
  readonly names: ReadonlyMap<string, string>;
}

function all<Kind extends ResourceKind>({ design }: Reading, kind: Kind): readonly (readonly [ResourceId, ResourceOfKind<Kind>])[] {
  return Object.entries(design.resources).filter(([, resource]) => resource.kind === kind) as unknown as readonly (readonly [ResourceId, ResourceOfKind<Kind>])[];
}

const get = ({ design }: Reading, id: string | undefined): Resource | undefined => (id === undefined ? undefined : design.resources[id as ResourceId]);

/** A default group is its VPC's own, and an interface is known by its address. */
function specialName(reading: Reading, id: string | undefined): string | undefined {
  const resource = get(reading, id);
  if (resource?.kind === 'security-group') return isDefault(reading, id, resource.vpc) ? 'default' : undefined;
  return resource?.kind === 'network-interface' ? Object.values(resource.addresses)[0]?.address : undefined;
}

/** Ids are new in every account; what a resource is called says which one it is. */
function nameOf(reading: Reading, id: string | undefined): string {
  const known = id === undefined ? undefined : reading.names.get(id);
  const name = known ?? specialName(reading, id) ?? get(reading, id)?.name ?? '';
  return name === '' ? (id ?? '') : name;
}

/** The network that AWS makes for every account is no part of any design. */
const isOfAccount = (reading: Reading, vpc: ResourceId): boolean => {
  const value = get(reading, vpc);
  return value?.kind === 'vpc' && value.isDefault === true;
};

/** The routes of a gateway endpoint come with it; its own line names their tables. */
const isOfEndpoint = (reading: Reading, target: string): boolean => get(reading, target)?.kind === 'vpc-endpoint';

/** Where an IPv6 block or address lies within its VPC's block, which AWS chooses anew for every VPC. */
function placeOf(reading: Reading, text: string): string {
  const wanted = text.includes(':') ? readCidr(text.includes('/') ? text : `${text}/128`) : undefined;
  for (const [id, { ipv6Cidrs }] of all(reading, 'vpc')) {
    const [block] = Object.values(ipv6Cidrs).map(({ cidr }) => readCidr(cidr));
    if (wanted?.family === 6 && block?.family === 6 && contains(block, wanted)) return `${(wanted.first - block.first).toString(16)}/${wanted.prefixLength} of the block of ${nameOf(reading, id)}`;
  }
  return text;
}

function isDefault(reading: Reading, id: string | undefined, vpc: ResourceId): boolean {
  const value = get(reading, vpc);
  return value?.kind === 'vpc' && value.defaultSecurityGroup === id;
}

const trafficOf = ({ protocol, fromPort, toPort, icmpType, icmpCode }: RuleTraffic): string => {
  const isWhole = fromPort === undefined || (fromPort === 0 && (toPort ?? fromPort) === 65_535);
  return [protocol, isWhole ? '' : `${fromPort}-${toPort ?? fromPort}`, icmpType === undefined ? '' : `type ${icmpType}/${icmpCode ?? 'any'}`].filter((word) => word !== '').join(' ');
};

function peerOf(reading: Reading, { peer }: SecurityGroupRule): string {
  if ('cidr' in peer) return placeOf(reading, peer.cidr);
  return 'group' in peer ? nameOf(reading, peer.group) : peer.prefixList;
}

const aclLine = (reading: Reading, rule: NetworkAclRule): string => `${rule.number} ${rule.action} ${trafficOf(rule)} ${placeOf(reading, rule.cidr)}`;

/** The table a subnet uses: its own or the main one; a main one without routes is nothing to speak of. */
function tableOf(reading: Reading, subnet: ResourceOfKind<'subnet'>): string {
  const vpc = get(reading, subnet.vpc);
  const id = subnet.routeTable ?? (vpc?.kind === 'vpc' ? vpc.mainRouteTable : undefined);
  const table = get(reading, id);
  const isEmpty = table?.kind !== 'route-table' || Object.values(table.routes).every(({ target }) => target === 'local');
  return isEmpty && subnet.routeTable === undefined ? 'main' : nameOf(reading, id);
}

const allowsAll = (acl: Resource | undefined): boolean =>
  acl?.kind === 'network-acl' && [acl.inbound, acl.outbound].every((rules) => Object.values(rules).some(({ action, protocol, cidr }) => action === 'allow' && protocol === 'all' && cidr === '0.0.0.0/0') && Object.values(rules).every(({ action }) => action === 'allow'));

function aclOf(reading: Reading, subnet: ResourceOfKind<'subnet'>): string {
  const vpc = get(reading, subnet.vpc);
  const id = subnet.networkAcl ?? (vpc?.kind === 'vpc' ? vpc.defaultNetworkAcl : undefined);
  return vpc?.kind === 'vpc' && vpc.defaultNetworkAcl === id && allowsAll(get(reading, id)) ? 'default' : nameOf(reading, id);
}

function networkFacts(reading: Reading): readonly string[] {
  return [
    ...all(reading, 'vpc').filter(([id]) => !isOfAccount(reading, id)).map(([id, { cidr, secondaryCidrs, enableDnsSupport }]) => `vpc ${nameOf(reading, id)} ${[cidr, ...Object.values(secondaryCidrs).map((row) => row.cidr)].join(' ')} dns ${enableDnsSupport}`),
    ...all(reading, 'subnet').flatMap(([id, { ipv6Cidr }]) => (ipv6Cidr === undefined ? [] : [`IPv6 block of subnet ${nameOf(reading, id)}: ${placeOf(reading, ipv6Cidr)}`])),
    ...all(reading, 'subnet').filter(([, { vpc }]) => !isOfAccount(reading, vpc)).map(([id, subnet]) => `subnet ${nameOf(reading, id)} ${subnet.cidr ?? 'no IPv4'} in ${subnet.availabilityZone} of ${nameOf(reading, subnet.vpc)}, table ${tableOf(reading, subnet)}, acl ${aclOf(reading, subnet)}`),
    ...all(reading, 'route-table').flatMap(([id, { routes }]) => Object.values(routes).filter(({ target, origin }) => target !== 'local' && origin === 'static' && !isOfEndpoint(reading, target)).map((route) => `route ${nameOf(reading, id)} ${placeOf(reading, route.destination)} to ${nameOf(reading, route.target)}`)),
    ...all(reading, 'internet-gateway').map(([id, { vpc }]) => `internet gateway ${nameOf(reading, id)} at ${nameOf(reading, vpc)}`),
    ...all(reading, 'egress-only-internet-gateway').map(([id, { vpc }]) => `egress-only gateway ${nameOf(reading, id)} at ${nameOf(reading, vpc)}`),
    ...all(reading, 'vpc-endpoint').map(([id, endpoint]) => `endpoint ${nameOf(reading, id)} ${endpoint.type} ${endpoint.service} at ${nameOf(reading, endpoint.vpc)}: ${[...endpoint.routeTables, ...endpoint.subnets, ...endpoint.securityGroups].map((part) => nameOf(reading, part)).sort().join(' ')}`),
    ...all(reading, 'virtual-private-gateway').map(([id, { vpc }]) => `virtual private gateway ${nameOf(reading, id)} at ${nameOf(reading, vpc)}`),
    ...all(reading, 'nat-gateway').map(([id, { subnet, connectivity }]) => `NAT gateway ${nameOf(reading, id)} ${connectivity} in ${nameOf(reading, subnet)}`),
    ...all(reading, 'vpn-connection').map(([id, connection]) => `VPN ${nameOf(reading, id)} ${connection.routing} from ${nameOf(reading, connection.customerGateway)} to ${nameOf(reading, connection.gateway)}`),
    ...all(reading, 'vpc-peering-connection').map(([, { requester, accepter }]) => `peering of ${nameOf(reading, requester.vpc)} and ${nameOf(reading, accepter.vpc)}`),
  ];
}

/** AWS makes the attachment of a VPN with the connection, so that is what it is called by. */
function attachmentName(reading: Reading, id: string | undefined): string {
  const attachment = get(reading, id);
  return attachment?.kind === 'transit-gateway-attachment' && attachment.type === 'vpn' ? `the VPN ${nameOf(reading, attachment.vpnConnection)}` : nameOf(reading, id);
}

function transitFacts(reading: Reading): readonly string[] {
  const tables = all(reading, 'transit-gateway-route-table');
  return [
    ...all(reading, 'transit-gateway').map(([id]) => `transit gateway ${nameOf(reading, id)}`),
    ...all(reading, 'transit-gateway-attachment').map(([id, { transitGateway, subnets, routeTable }]) => {
      const places = subnets.map((subnet) => nameOf(reading, subnet)).sort().join(' ');
      return `attachment ${attachmentName(reading, id)} of ${nameOf(reading, transitGateway)} in ${places}, table ${nameOf(reading, routeTable)}`;
    }),
    ...tables.flatMap(([id, { propagations }]) => propagations.map((attachment) => `propagation of ${attachmentName(reading, attachment)} to ${nameOf(reading, id)}`)),
    ...tables.flatMap(([id, { routes }]) =>
      Object.values(routes).filter(({ origin }) => origin === 'static').flatMap(({ destination, attachment }) => {
        const line = `transit route ${nameOf(reading, id)} ${destination}`;
        return attachment === undefined ? [line] : [line, `${line} leads to ${attachmentName(reading, attachment)}`];
      }),
    ),
  ];
}

function filterFacts(reading: Reading): readonly string[] {
  const acls = all(reading, 'network-acl').filter(([, acl]) => !allowsAll(acl));
  const groups = all(reading, 'security-group').filter(([id, { vpc }]) => !isDefault(reading, id, vpc));
  return [
    ...acls.flatMap(([id, { inbound, outbound }]) => [...Object.values(inbound).map((rule) => `acl ${nameOf(reading, id)} in ${aclLine(reading, rule)}`), ...Object.values(outbound).map((rule) => `acl ${nameOf(reading, id)} out ${aclLine(reading, rule)}`)]),
    ...groups.flatMap(([id, { inbound, outbound }]) => [...Object.values(inbound).map((rule) => `group ${nameOf(reading, id)} in ${trafficOf(rule)} from ${peerOf(reading, rule)}`), ...Object.values(outbound).map((rule) => `group ${nameOf(reading, id)} out ${trafficOf(rule)} to ${peerOf(reading, rule)}`)]),
  ];
}

function machineFacts(reading: Reading): readonly string[] {
  const cards = all(reading, 'network-interface').filter(([, { owner, attachment }]) => owner === undefined && (attachment === undefined || get(reading, attachment.resource)?.kind === 'instance'));
  return [
    ...cards.flatMap(([, card]) => {
      const groups = card.securityGroups.map((id) => nameOf(reading, id)).sort().join(' ');
      const six = Object.values(card.ipv6Addresses).map(({ address }) => `address ${placeOf(reading, address)} of ${nameOf(reading, card.attachment?.resource)} in ${nameOf(reading, card.subnet)}`);
      const four = Object.values(card.addresses).map((held) => `address ${held.address} of ${nameOf(reading, card.attachment?.resource)} in ${nameOf(reading, card.subnet)}, groups ${groups}, ${held.public ? 'public' : 'private'}, check ${card.sourceDestinationCheck}`);
      return [...four, ...six];
    }),
    ...all(reading, 'db-instance').map(([id, { engine, port, multiAz, publiclyAccessible }]) => `database ${nameOf(reading, id)} ${engine} ${port} multi-AZ ${multiAz} public ${publiclyAccessible}`),
  ];
}

/** What a design says, a line for each fact, without ids: two designs are the same network when their lines are. */
export function listFacts(design: Design, names: ReadonlyMap<string, string>): readonly string[] {
  const reading: Reading = { design, names };
  return [...networkFacts(reading), ...transitFacts(reading), ...filterFacts(reading), ...machineFacts(reading)].sort();
}
