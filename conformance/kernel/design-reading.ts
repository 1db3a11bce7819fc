import { contains, formatAddress, readCidr, type Cidr } from '@core/address/cidr.ts';
import type { Design } from '@core/model/design.ts';
import type { ResourceId } from '@core/model/ids.ts';
import type { NatGateway, NetworkInterface, ResourceKind, ResourceOfKind, Subnet, Vpc } from '@core/model/resources/index.ts';

/** The resources of one kind, in the order of the design. */
export function resourcesOf<Kind extends ResourceKind>(design: Design, kind: Kind): readonly (readonly [ResourceId, ResourceOfKind<Kind>])[] {
  return Object.entries(design.resources).filter(([, resource]) => resource.kind === kind) as unknown as readonly (readonly [ResourceId, ResourceOfKind<Kind>])[];
}

/** The resource with this id, when it is there and of this kind. */
export function resourceOf<Kind extends ResourceKind>(design: Design, id: ResourceId | undefined, kind: Kind): ResourceOfKind<Kind> | undefined {
  const found = id === undefined ? undefined : design.resources[id];
  return found?.kind === kind ? (found as ResourceOfKind<Kind>) : undefined;
}

/** The VPC a subnet lies in. */
export function vpcOfSubnet(design: Design, id: ResourceId | undefined): Vpc | undefined {
  return resourceOf(design, resourceOf(design, id, 'subnet')?.vpc, 'vpc');
}

/** The first private address of a NAT gateway. */
export const addressOfNat = (gateway: NatGateway): string | undefined => Object.values(gateway.addresses).find(({ privateAddress }) => privateAddress !== undefined)?.privateAddress;

export type Family = 4 | 6;

function readBlock(text: string): Cidr {
  const block = readCidr(text);
  if (!block) throw new Error(`"${text}" is not a block`);
  return block;
}

export const familyOf = (text: string): Family => (text.includes(':') ? 6 : 4);

/** Address number `offset` of a block. */
export function addressIn(cidr: string, offset: number): string {
  const { first } = readBlock(cidr);
  return formatAddress(typeof first === 'number' ? first + offset : first + BigInt(offset));
}

export const prefixLengthOf = (cidr: string): number => readBlock(cidr).prefixLength;

/** Whether one block lies within another. */
export const isWithin = (inner: string, outer: string): boolean => contains(readBlock(outer), readBlock(inner));

/** The blocks of a VPC. */
export function blocksOf(vpc: Vpc, family: Family): readonly string[] {
  const rows = Object.values(family === 4 ? vpc.secondaryCidrs : vpc.ipv6Cidrs).map(({ cidr }) => cidr);
  return family === 4 ? [vpc.cidr, ...rows] : rows;
}

/** The blocks of a prefix list; none where the design does not hold its entries. */
export function entriesOf(design: Design, list: ResourceId, family: Family): readonly string[] {
  const entries = Object.values(resourceOf(design, list, 'prefix-list')?.entries ?? {});
  return entries.map(({ cidr }) => cidr).filter((cidr) => familyOf(cidr) === family);
}

/** The block of a subnet, where it has one of the family. */
export const blockOfSubnet = ({ cidr, ipv6Cidr }: Subnet, family: Family): string | undefined => (family === 4 ? cidr : ipv6Cidr);

/** The addresses an interface has of its own. */
export const addressesOf = ({ addresses, ipv6Addresses }: NetworkInterface, family: Family): readonly string[] => Object.values<{ readonly address: string }>(family === 4 ? addresses : ipv6Addresses).map(({ address }) => address);

/** One interface with all that is drawn around it. */
export interface Host {
  readonly id: ResourceId;
  /** What a question calls it: the instance it serves, else the interface. */
  readonly words: string;
  readonly card: NetworkInterface;
  readonly address: string;
  readonly publicAddress: string | undefined;
}

/** A machine of both families is called by its address, so that the question is about one of them. */
const wordsOf = (id: ResourceId, card: NetworkInterface, address: string): string => (Object.keys(card.ipv6Addresses).length > 0 ? address : (card.attachment?.resource ?? id));

/** Every interface that has an address of the family; for IPv4 its primary private one. */
export function hostsOf(design: Design, family: Family): readonly Host[] {
  return resourcesOf(design, 'network-interface').flatMap(([id, card]) => {
    const primary = Object.values(card.addresses).find((held) => held.primary);
    const address = family === 4 ? primary?.address : addressesOf(card, 6)[0];
    return address === undefined ? [] : [{ id, words: wordsOf(id, card, address), card, address, publicAddress: family === 4 ? primary?.public?.address : undefined }];
  });
}

/** The subnets of a VPC that have a block of the family, each with it. */
export function subnetsOf(design: Design, vpc: ResourceId, family: Family): readonly (readonly [ResourceId, string])[] {
  return resourcesOf(design, 'subnet').flatMap(([id, subnet]) => {
    const block = blockOfSubnet(subnet, family);
    return subnet.vpc === vpc && block !== undefined ? [[id, block] as const] : [];
  });
}
