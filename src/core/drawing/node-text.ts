import { formatCount } from '../address/format-count.ts';
import type { Report, SubnetFacts, VpcFacts } from '../findings/report.ts';
import type { Design } from '../model/design.ts';
import type { ResourceId } from '../model/ids.ts';
import type { NetworkInterface, Resource, ResourceKind, ResourceOfKind } from '../model/resources/index.ts';
import type { ContainedNode } from './containers.ts';
import { engineNames, operatingSystemNames, ownerNames, unmodelledNames } from './names.ts';
import { parseZoneKey } from './node-keys.ts';
import { describeLoadBalancer, describeVpcEndpoint } from './place-service.ts';
import type { Chip, NodeText } from './scene.ts';

export type Facts = Report['facts'];
/** Nothing has been checked yet; always the same value, so that what is made from it can be kept. */
export const NO_FACTS: Facts = {};

/** What the words of a node are made from. `interfaces` are those that have no node of their own and stand behind it. */
export interface TextSource {
  readonly resources: Design['resources'];
  readonly facts: Facts;
  readonly node: ContainedNode;
  readonly interfaces: readonly NetworkInterface[];
}

type PartialText = Partial<NodeText>;
const EMPTY: NodeText = { title: '', aside: '', address: '', word: '', room: '', chips: [], detail: '' };
const BLOCKS_SHOWN = 3;

const joinBlocks = (blocks: readonly string[]): string =>
  blocks.length <= BLOCKS_SHOWN ? blocks.join(', ') : `${blocks.slice(0, BLOCKS_SHOWN - 1).join(', ')} and ${blocks.length - BLOCKS_SHOWN + 1} more`;

/** A count with its noun: `1 subnet`, `2 subnets`. */
export const countOf = (count: number, noun: string): string => `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;

function chipsOf(resources: Design['resources'], groups: readonly ResourceId[]): readonly Chip[] {
  return [...new Set(groups)].map((key) => ({ key, text: resources[key]?.name.trim() || key }));
}

interface InterfaceText {
  readonly private: string;
  readonly public: string;
  readonly chips: readonly Chip[];
}

/** The first addresses and all groups of the interfaces behind one node. */
function readInterfaces({ resources, interfaces }: TextSource): InterfaceText {
  const rows = interfaces.flatMap((value) => Object.values(value.addresses)).sort((a, b) => Number(b.primary) - Number(a.primary));
  const ipv6 = interfaces.flatMap((value) => Object.values(value.ipv6Addresses));
  return {
    private: rows[0]?.address ?? ipv6[0]?.address ?? '',
    public: rows.find((row) => row.public)?.public?.address ?? '',
    chips: chipsOf(
      resources,
      interfaces.flatMap((value) => value.securityGroups),
    ),
  };
}

function describeRegion(_source: TextSource, region: ResourceOfKind<'region'>): PartialText {
  const isNamed = region.name !== '' && region.name !== region.code;
  const words = [isNamed ? region.name : '', region.account === undefined ? '' : `account ${region.account}`];
  return { title: region.code, word: words.filter((word) => word !== '').join(', ') };
}

type RoomFacts = Pick<VpcFacts, 'kind' | 'allocated' | 'free'> | Pick<SubnetFacts, 'kind' | 'used' | 'free'>;
/** How many IPv4 addresses are taken and free, in words. */
export function describeRoom(resource: ResourceOfKind<'vpc' | 'subnet'>, facts: RoomFacts): string {
  if (resource.cidr === undefined) return 'IPv6 only';
  const taken = facts.kind === 'vpc' ? `${formatCount(facts.allocated)} allocated` : `${formatCount(facts.used)} used`;
  return `${taken}, ${formatCount(facts.free)} free`;
}

function describeVpc({ facts, node }: TextSource, vpc: ResourceOfKind<'vpc'>): PartialText {
  const blocks = [vpc.cidr, ...Object.values(vpc.secondaryCidrs).map((row) => row.cidr), ...Object.values(vpc.ipv6Cidrs).map((row) => row.cidr)];
  const fact = facts[node.key];
  return { address: joinBlocks(blocks), room: fact?.kind === 'vpc' ? describeRoom(vpc, fact) : '' };
}

function describeSubnet({ facts, node }: TextSource, subnet: ResourceOfKind<'subnet'>): PartialText {
  const fact = facts[node.key];
  const address = subnet.cidr ?? subnet.ipv6Cidr ?? '';
  if (fact?.kind !== 'subnet') return { address };
  return { address, word: fact.exposure, room: describeRoom(subnet, fact) };
}

function describeInstance(source: TextSource, instance: ResourceOfKind<'instance'>): PartialText {
  const texts = readInterfaces(source);
  return {
    aside: instance.state === 'running' ? instance.instanceType : instance.state,
    address: texts.private,
    word: texts.private === '' ? 'no network interface' : '',
    chips: texts.chips,
    detail: texts.public,
  };
}

function describeDbInstance(source: TextSource, db: ResourceOfKind<'db-instance'>): PartialText {
  const texts = readInterfaces(source);
  const role = source.node.kind === 'db-standby' ? 'standby' : db.multiAz ? 'primary' : '';
  return {
    aside: engineNames[db.engine] ?? db.engine,
    address: texts.private,
    word: texts.private === '' ? 'address not known' : '',
    chips: texts.chips.length > 0 ? texts.chips : chipsOf(source.resources, db.securityGroups),
    detail: role || texts.public,
  };
}

function describeNatGateway(source: TextSource, gateway: ResourceOfKind<'nat-gateway'>): PartialText {
  const rows = Object.values(gateway.addresses).sort((a, b) => Number(b.primary ?? false) - Number(a.primary ?? false));
  const address = rows[0]?.privateAddress ?? readInterfaces(source).private;
  const asides = [gateway.connectivity === 'private' ? 'private' : '', gateway.availability === 'regional' ? 'regional' : ''];
  return {
    aside: gateway.state === 'available' ? asides.filter((word) => word !== '').join(', ') : gateway.state,
    address,
    word: address === '' ? 'NAT gateway' : '',
    detail: rows[0]?.publicAddress ?? '',
  };
}

function describeInterface(source: TextSource, value: NetworkInterface): PartialText {
  const holder = value.attachment && source.resources[value.attachment.resource];
  const owner = value.owner === undefined ? '' : (ownerNames[value.owner] ?? value.owner);
  const texts = readInterfaces({ ...source, interfaces: [value] });
  return {
    aside: holder ? `of ${holder.name.trim() || value.attachment?.resource}` : owner,
    address: texts.private,
    chips: texts.chips,
    detail: texts.public || (value.attachment === undefined && owner === '' ? 'unattached' : ''),
  };
}

function describeUnmodelled(_source: TextSource, value: ResourceOfKind<'unmodelled'>): PartialText {
  const type = unmodelledNames[value.type] ?? value.type.replaceAll('-', ' ');
  const subnets = value.subnets.length > 1 ? `, ${countOf(value.subnets.length, 'subnet')}` : '';
  return { word: `${type}${subnets}`, detail: 'not modelled' };
}

const describeClient = (_source: TextSource, client: ResourceOfKind<'client'>): PartialText => ({
  address: client.address ?? client.ipv6Address ?? '',
  detail: operatingSystemNames[client.operatingSystem],
});

const describeCustomerGateway = (_source: TextSource, gateway: ResourceOfKind<'customer-gateway'>): PartialText => ({
  address: gateway.address ?? '',
  word: gateway.address === undefined ? 'address not known' : '',
  detail: gateway.asn === undefined ? '' : `ASN ${gateway.asn}`,
});

const describePeering = ({ resources }: TextSource, { requester, accepter, state }: ResourceOfKind<'vpc-peering-connection'>): PartialText => {
  const names = [requester, accepter].map(({ vpc, account }) => (vpc === undefined ? `account ${account ?? 'not known'}` : resources[vpc]?.name.trim() || vpc));
  return { word: names.join(' – '), detail: state.replaceAll('-', ' ') };
};

const describeOnPremises = (_source: TextSource, network: ResourceOfKind<'on-premises-network'>): PartialText => ({
  address: joinBlocks(Object.values(network.cidrs).map((row) => row.cidr)),
});

/** A transit gateway says how much is attached to it. */
function describeTransitGateway({ resources, node }: TextSource): PartialText {
  const count = Object.values(resources).filter((one) => one.kind === 'transit-gateway-attachment' && one.state !== 'deleted' && (one.transitGateway === node.key || one.peer?.transitGateway === node.key)).length;
  return { word: count === 0 ? 'nothing attached' : countOf(count, 'attachment') };
}

const describeDirectConnect = (_source: TextSource, { asn }: ResourceOfKind<'direct-connect-gateway'>): PartialText => ({ word: asn === undefined ? '' : `ASN ${asn}` });

type DescribeByKind = { readonly [Kind in ResourceKind]?: (source: TextSource, value: ResourceOfKind<Kind>) => PartialText };
const describeByKind: DescribeByKind = {
  region: describeRegion,
  vpc: describeVpc,
  subnet: describeSubnet,
  instance: describeInstance,
  'db-instance': describeDbInstance,
  'nat-gateway': describeNatGateway,
  'network-interface': describeInterface,
  'vpc-peering-connection': describePeering,
  'load-balancer': (source, value) => ({ ...describeLoadBalancer(value), chips: chipsOf(source.resources, value.securityGroups) }),
  'vpc-endpoint': (source, value) => ({ ...describeVpcEndpoint(value), chips: chipsOf(source.resources, value.securityGroups) }),
  unmodelled: describeUnmodelled,
  client: describeClient,
  'customer-gateway': describeCustomerGateway,
  'transit-gateway': describeTransitGateway,
  'direct-connect-gateway': describeDirectConnect,
  'on-premises-network': describeOnPremises,
  internet: () => ({ address: '0.0.0.0/0' }),
};

/** The words of one node. */
export function describeText(source: TextSource): NodeText {
  const { resources, node } = source;
  const resource = node.resource === undefined ? undefined : resources[node.resource];
  if (!resource) return { ...EMPTY, title: parseZoneKey(node.key)?.zone ?? node.key, room: countOf(node.children.length, 'subnet') };
  const describe = describeByKind[resource.kind] as ((source: TextSource, value: Resource) => PartialText) | undefined;
  return { ...EMPTY, title: resource.name.trim() || node.resource || node.key, ...describe?.(source, resource) };
}
