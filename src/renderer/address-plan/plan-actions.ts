import { blockAround4, formatCidr, type Cidr4 } from '@core/address/cidr.ts';
import { formatCount } from '@core/address/format-count.ts';
import { subnetSizes, usableIpv4Addresses } from '@core/aws/subnet-sizes.ts';
import { deleteResources } from '@core/editing/delete-resources.ts';
import { setSubnetCidr } from '@core/editing/set-subnet-cidr.ts';
import type { Design } from '@core/model/design.ts';
import { findBuddy, joinSubnet, resizedBlock, splitSubnet } from '@core/planning/reshape-subnets.ts';
import type { PlannedSubnet } from '@core/planning/vpc-plan.ts';
import type { App } from '../app/app-context.ts';
import type { MenuEntry } from '../controls/menu-entry.ts';
import { stepPrefix, stepToNeighbour, type BlockStep } from '../inspector/blocks/step-block.ts';

const { smallest } = subnetSizes[4];
/** Splits that the menu names: into two, four, eight and sixteen. */
const SPLIT_BITS = [1, 2, 3, 4] as const;

/** "10.0.0.0/23, 507 usable". */
export const describeBlock = (block: Cidr4): string => `${formatCidr(block)}, ${formatCount(usableIpv4Addresses(block.prefixLength))} usable`;

/** What a resize to a prefix length would do, said while the edge is dragged. */
export function judgeResize(design: Design, subnet: PlannedSubnet, prefixLength: number): { readonly block: Cidr4; readonly sentence: string; readonly isRefused: boolean } {
  const block = resizedBlock(subnet.block, prefixLength);
  if (block.prefixLength === subnet.block.prefixLength) return { block, sentence: describeBlock(block), isRefused: false };
  const result = setSubnetCidr(design, { subnet: subnet.id, cidr: formatCidr(block) });
  return { block, sentence: result.ok ? describeBlock(block) : result.refused, isRefused: !result.ok };
}

function step({ store }: App, { id }: PlannedSubnet, result: BlockStep): void {
  if ('none' in result) store.notify('problem', result.none);
  else store.edit((design) => setSubnetCidr(design, { subnet: id, cidr: result.cidr }), { mergeKey: `block:${id}` });
}

/** Twice or half the size, around the same start where that is free. */
export const resizeByStep = (app: App, subnet: PlannedSubnet, direction: 'larger' | 'smaller'): void => step(app, subnet, stepPrefix(app.store.getState().design, subnet.id, direction));

/** Gives a subnet the block that was dragged. */
export const resizeTo = ({ store }: App, { id }: PlannedSubnet, block: Cidr4): void => {
  store.edit((design) => setSubnetCidr(design, { subnet: id, cidr: formatCidr(block) }));
};

function splitEntries({ store }: App, { id, block }: PlannedSubnet): readonly MenuEntry[] {
  const into = (prefixLength: number): void => {
    store.edit((design, random) => splitSubnet(design, { subnet: id, prefixLength, random }));
  };
  return SPLIT_BITS.map((bits) => block.prefixLength + bits)
    .filter((prefixLength) => prefixLength <= smallest)
    .map((prefixLength) => ({ kind: 'action', id: `split-${prefixLength}`, label: `${2 ** (prefixLength - block.prefixLength)} × /${prefixLength}`, onSelect: () => into(prefixLength) }));
}

/** Everything that can be done with a subnet on the map, for its menu. */
export function subnetEntries(app: App, subnet: PlannedSubnet): readonly MenuEntry[] {
  const { store, canvas } = app;
  const { design } = store.getState();
  const { id } = subnet;
  const buddy = findBuddy(design, id);
  const splits = splitEntries(app, subnet);
  return [
    { kind: 'action', id: 'show', label: 'Show on the canvas', shortcut: 'Enter', onSelect: () => canvas.current?.reveal(id, { focus: true }) },
    { kind: 'separator', id: 'first' },
    { kind: 'submenu', id: 'split', label: 'Split into', disabled: splits.length === 0, entries: splits },
    {
      kind: 'action',
      id: 'join',
      label: typeof buddy === 'string' ? 'Join with the other half' : `Join to ${formatCidr(buddy.joined)}`,
      ...(typeof buddy === 'string' ? { disabled: true, sentence: buddy } : {}),
      onSelect: () => store.edit((now, random) => joinSubnet(now, { subnet: id, random })),
    },
    { kind: 'action', id: 'larger', label: 'Twice the size', shortcut: 'Alt+Right', onSelect: () => resizeByStep(app, subnet, 'larger') },
    { kind: 'action', id: 'smaller', label: 'Half the size', shortcut: 'Alt+Left', onSelect: () => resizeByStep(app, subnet, 'smaller') },
    { kind: 'action', id: 'next', label: 'Move to the next free block', onSelect: () => step(app, subnet, stepToNeighbour(design, id, 'next')) },
    { kind: 'action', id: 'previous', label: 'Move to the free block before', onSelect: () => step(app, subnet, stepToNeighbour(design, id, 'previous')) },
    { kind: 'separator', id: 'last' },
    { kind: 'action', id: 'delete', label: 'Delete', shortcut: 'Delete', onSelect: () => deleteSubnet(app, subnet) },
  ];
}

export const deleteSubnet = ({ store }: App, { id }: PlannedSubnet): void => {
  store.edit((design, random) => deleteResources(design, { keys: [id], random }));
};

/** The prefix length whose block, around the start of a subnet, ends nearest to an address. */
export function prefixThatEndsAt({ first }: Cidr4, address: number): number {
  const wanted = Math.max(1, address - first);
  const bits = Math.round(Math.log2(wanted));
  const prefixLength = Math.min(smallest, Math.max(0, 32 - bits));
  // A block that does not start where the subnet does would move its left edge.
  for (let length = prefixLength; length <= smallest; length += 1) if (blockAround4(first, length).first === first) return length;
  return smallest;
}
