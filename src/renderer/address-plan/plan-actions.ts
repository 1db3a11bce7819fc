import { formatCidr, type Cidr4 } from '@core/address/cidr.ts';
import { subnetSizes } from '@core/aws/subnet-sizes.ts';
import { deleteResources } from '@core/editing/delete-resources.ts';
import { setSubnetCidr } from '@core/editing/set-subnet-cidr.ts';
import type { Design } from '@core/model/design.ts';
import { findBuddy, joinSubnet, splitSubnet } from '@core/planning/reshape-subnets.ts';
import type { PlannedSubnet } from '@core/planning/vpc-plan.ts';
import type { App } from '../app/app-context.ts';
import type { MenuEntry } from '../controls/menu-entry.ts';
import { stepPrefix, stepToNeighbour, type BlockStep } from '../inspector/blocks/step-block.ts';

const { smallest } = subnetSizes[4];
/** Splits that the menu names: into two up to sixty-four. */
const SPLIT_BITS = [1, 2, 3, 4, 5, 6] as const;

function step({ store }: App, { id }: PlannedSubnet, result: BlockStep): void {
  if ('none' in result) store.notify('problem', result.none);
  else store.edit((design) => setSubnetCidr(design, { subnet: id, cidr: result.cidr }), { mergeKey: `block:${id}` });
}

/** Twice or half the size, around the same start where that is free. */
export const resizeByStep = (app: App, subnet: PlannedSubnet, direction: 'larger' | 'smaller'): void => step(app, subnet, stepPrefix(app.store.getState().design, subnet.id, direction));

/** To the free block of its size after it, or before it. */
export const stepSubnet = (app: App, subnet: PlannedSubnet, direction: 'next' | 'previous'): void => step(app, subnet, stepToNeighbour(app.store.getState().design, subnet.id, direction));

export const deleteSubnet = ({ store }: App, { id }: PlannedSubnet): void => {
  store.edit((design, random) => deleteResources(design, { keys: [id], random }));
};

function splitEntries({ store }: App, { id, block }: PlannedSubnet): readonly MenuEntry[] {
  const into = (prefixLength: number): void => {
    store.edit((design, random) => splitSubnet(design, { subnet: id, prefixLength, random }));
  };
  return SPLIT_BITS.map((bits) => block.prefixLength + bits)
    .filter((prefixLength) => prefixLength <= smallest)
    .map((prefixLength) => ({ kind: 'action', id: `split-${prefixLength}`, label: `${2 ** (prefixLength - block.prefixLength)} × /${prefixLength}`, onSelect: () => into(prefixLength) }));
}

function joinEntry({ store }: App, { id }: PlannedSubnet, design: Design): MenuEntry {
  const buddy = findBuddy(design, id);
  const onSelect = (): void => void store.edit((now, random) => joinSubnet(now, { subnet: id, random }));
  if (typeof buddy === 'string') return { kind: 'action', id: 'join', label: 'Join with the other half', disabled: true, sentence: buddy, onSelect };
  const other = buddy.other === undefined ? 'free addresses' : (design.resources[buddy.other]?.name ?? buddy.other);
  return { kind: 'action', id: 'join', label: `Join with ${other} to ${formatCidr(buddy.joined)}`, onSelect };
}

/** Everything that can be done with a subnet on the map, for its menu. */
export function subnetEntries(app: App, subnet: PlannedSubnet, design: Design): readonly MenuEntry[] {
  const splits = splitEntries(app, subnet);
  return [
    { kind: 'label', id: 'name', label: `${subnet.name} ${formatCidr(subnet.block)}` },
    { kind: 'action', id: 'show', label: 'Show on the canvas', shortcut: 'Enter', onSelect: () => app.canvas.current?.reveal(subnet.id, { focus: true }) },
    { kind: 'separator', id: 'first' },
    { kind: 'submenu', id: 'split', label: 'Split into', disabled: splits.length === 0, entries: splits },
    joinEntry(app, subnet, design),
    { kind: 'action', id: 'larger', label: 'Twice the size', shortcut: '+', onSelect: () => resizeByStep(app, subnet, 'larger') },
    { kind: 'action', id: 'smaller', label: 'Half the size', shortcut: '-', onSelect: () => resizeByStep(app, subnet, 'smaller') },
    { kind: 'action', id: 'next', label: 'Move to the next free block', shortcut: 'Alt+Right', onSelect: () => stepSubnet(app, subnet, 'next') },
    { kind: 'action', id: 'previous', label: 'Move to the free block before', shortcut: 'Alt+Left', onSelect: () => stepSubnet(app, subnet, 'previous') },
    { kind: 'separator', id: 'last' },
    { kind: 'action', id: 'delete', label: 'Delete', shortcut: 'Delete', onSelect: () => deleteSubnet(app, subnet) },
  ];
}

/** What can be done with a free block. */
export function gapEntries(block: Cidr4, onGap: (gap: Cidr4) => void): readonly MenuEntry[] {
  return [{ kind: 'action', id: 'use', label: `Use ${formatCidr(block)} for the next subnet`, glyph: 'plus', onSelect: () => onGap(block) }];
}
