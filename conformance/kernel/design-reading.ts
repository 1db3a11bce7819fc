import { formatAddress, readCidr, type Cidr } from '@core/address/cidr.ts';
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

function readBlock(text: string): Cidr {
  const block = readCidr(text);
  if (!block) throw new Error(`"${text}" is not a block`);
  return block;
}

/** Address number `offset` of a block. */
export function addressIn(cidr: string, offset: number): string {
  const { first } = readBlock(cidr);
  if (typeof first !== 'number') throw new Error(`${cidr} is not an IPv4 block`);
  return formatAddress(first + offset);
}

export const prefixLengthOf = (cidr: string): number => readBlock(cidr).prefixLength;

/** Whether one IPv4 block lies within another. */
export function isWithin(inner: string, outer: string): boolean {
  const [small, large] = [readBlock(inner), readBlock(outer)];
  const size = 2 ** (32 - large.prefixLength);
  return small.prefixLength >= large.prefixLength && typeof small.first === 'number' && typeof large.first === 'number' && small.first >= large.first && small.first < large.first + size;
}

/** The IPv4 blocks of a VPC. */
export const blocksOf = (vpc: Vpc): readonly string[] => [vpc.cidr, ...Object.values(vpc.secondaryCidrs).map(({ cidr }) => cidr)];

/** The IPv4 blocks of a prefix list; none where the design does not hold its entries. */
export function entriesOf(design: Design, list: ResourceId): readonly string[] {
  const entries = Object.values(resourceOf(design, list, 'prefix-list')?.entries ?? {});
  return entries.map(({ cidr }) => cidr).filter((cidr) => !cidr.includes(':'));
}

/** One interface with all that is drawn around it. */
export interface Host {
  readonly id: ResourceId;
  /** What a question calls it: the instance it serves, else the interface. */
  readonly words: string;
  readonly card: NetworkInterface;
  readonly address: string;
  readonly publicAddress: string | undefined;
}

/** Every interface that has a private IPv4 address. */
export function hostsOf(design: Design): readonly Host[] {
  return resourcesOf(design, 'network-interface').flatMap(([id, card]) => {
    const held = Object.values(card.addresses).find(({ primary }) => primary);
    return held ? [{ id, words: card.attachment?.resource ?? id, card, address: held.address, publicAddress: held.public?.address }] : [];
  });
}

/** The subnets of a VPC that have an IPv4 block. */
export function subnetsOf(design: Design, vpc: ResourceId): readonly (readonly [ResourceId, Subnet & { readonly cidr: string }])[] {
  return resourcesOf(design, 'subnet').filter((entry): entry is readonly [ResourceId, Subnet & { readonly cidr: string }] => entry[1].vpc === vpc && entry[1].cidr !== undefined);
}
