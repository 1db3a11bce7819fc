import { formatAddress, formatCidr, lastAddress, type Cidr } from '../../address/cidr.ts';
import { RESERVED_ADDRESS_COUNT } from '../../aws/reserved-addresses.ts';
import { buildLookup } from '../../lookup/build-lookup.ts';
import type { InterfaceEntry, SubnetEntry } from '../../lookup/entries.ts';
import { isStandInAddress } from '../../lookup/stand-in-addresses.ts';
import type { Design } from '../../model/design.ts';
import { asResourceId } from '../../model/ids.ts';
import { nodeKeyOf, type Containers } from '../containers.ts';
import type { Scene } from '../scene.ts';
import { placeTag } from './place-tags.ts';
import type { ViewTag } from './views.ts';

/** The addresses AWS lets interfaces have: without the first four and the last of IPv4 (VPC User Guide, subnet-sizing). */
function usableOf(block: Cidr): string {
  if (block.family === 6) return formatCidr(block);
  return `${formatAddress(block.first + RESERVED_ADDRESS_COUNT - 1)} – ${formatAddress(lastAddress(block) - 1)}`;
}

function addressesOf({ addresses }: InterfaceEntry): readonly string[] {
  return addresses.flatMap(({ address, public: translated }) => [...(isStandInAddress(address) ? [] : [formatAddress(address)]), ...(translated ? [formatAddress(translated.address)] : [])]);
}

/** A card shows one private and one public address itself. */
const SHOWN_ANYWAY = 2;

const isMore = (addresses: readonly string[]): boolean => addresses.length > SHOWN_ANYWAY || addresses.some((address) => address.includes(':'));

function describeSubnet(scene: Scene, { id, blocks }: SubnetEntry): readonly ViewTag[] {
  const node = scene.byKey.get(id);
  const text = blocks.map(usableOf).join(', ');
  return node ? [placeTag(node, { view: 'addresses', text, title: `${node.title}: interfaces can have ${text}` })] : [];
}

/** The usable addresses of each subnet, and every address of a machine that has more than its card shows. */
export function describeAddresses(design: Design, containers: Containers, scene: Scene): readonly ViewTag[] {
  const lookup = buildLookup(design);
  const held = new Map<string, string[]>();
  for (const entry of lookup.interfaces.values()) {
    const key = nodeKeyOf(containers, entry.id);
    if (key === undefined || scene.byKey.get(key)?.shape !== 'card') continue;
    held.set(key, [...(held.get(key) ?? []), ...addressesOf(entry)]);
  }
  const cards = [...held].flatMap(([key, addresses]) => {
    const node = isMore(addresses) ? scene.byKey.get(asResourceId(key)) : undefined;
    return node ? [placeTag(node, { view: 'addresses', text: addresses.join(', '), title: `${node.title} has ${addresses.join(', ')}` })] : [];
  });
  return [...[...lookup.subnets.values()].flatMap((subnet) => describeSubnet(scene, subnet)), ...cards];
}
