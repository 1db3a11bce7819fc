import { blockAround4, formatCidr, nextFree, overlaps, readCidr, type Cidr, type Cidr4 } from '../address/cidr.ts';
import { specialIpv4Ranges } from '../address/special-ranges.ts';
import { listResources } from '../editing/draft.ts';
import { blocksOf } from '../editing/members.ts';
import type { DeclaredRange, Design } from '../model/design.ts';
import { asRowId, type ResourceId, type RowId } from '../model/ids.ts';
import { usualRanges } from './usual-ranges.ts';

/** A network that the VPC may have to be joined with, or that its hosts may carry inside. */
export interface OtherNetwork {
  readonly key: string;
  readonly name: string;
  readonly block: Cidr4;
  readonly kind: DeclaredRange['kind'] | 'vpc' | 'usual';
  /** The row of a declared range, which can be taken away. */
  readonly row?: RowId;
  /** The VPC or on-premises network of the drawing it is. */
  readonly resource?: ResourceId;
}

/** What is to be expected of a VPC and one other network. */
export interface Forecast extends OtherNetwork {
  /** The block of the VPC that it meets; `undefined` where they are apart. */
  readonly meets: Cidr4 | undefined;
  /** The nearest block of its size that meets nothing known; only where it overlaps. */
  readonly instead: string | undefined;
  readonly sentence: string;
}

const toIpv4 = (text: string): readonly Cidr4[] => {
  const block = readCidr(text);
  return block?.family === 4 ? [block] : [];
};

/** Every network that a VPC should be apart from: declared ranges first, then what is drawn, then the defaults of containers. */
export function listOtherNetworks(design: Design, vpc: ResourceId | undefined): readonly OtherNetwork[] {
  const declared = Object.entries(design.declaredRanges ?? {}).flatMap(([row, { name, cidr, kind }]) => toIpv4(cidr).map((block): OtherNetwork => ({ key: `declared ${row}`, name, block, kind, row: asRowId(row) })));
  const vpcs = listResources(design, 'vpc')
    .filter(({ id }) => id !== vpc)
    .flatMap(({ id, value }) => blocksOf(value).map((block): OtherNetwork => ({ key: `${id} ${formatCidr(block)}`, name: value.name, block, kind: 'vpc', resource: id })));
  const offices = listResources(design, 'on-premises-network').flatMap(({ id, value }) =>
    Object.values(value.cidrs).flatMap(({ cidr }) => toIpv4(cidr).map((block): OtherNetwork => ({ key: `${id} ${cidr}`, name: value.name, block, kind: 'on-premises', resource: id }))),
  );
  const usual = usualRanges.flatMap(({ name, cidr }) => toIpv4(cidr).map((block): OtherNetwork => ({ key: `usual ${cidr}`, name, block, kind: 'usual' })));
  return [...declared, ...vpcs, ...offices, ...usual];
}

const privateSpace: readonly Cidr4[] = specialIpv4Ranges.filter(({ purpose }) => purpose === 'private').flatMap(({ cidr }) => toIpv4(cidr));

/**
 * The nearest private block of a size that overlaps none of the taken ones: first the space that the wanted block lies in
 * from there upwards, then from its start, then the rest of RFC 1918.
 */
export function nearestFree(wanted: Cidr4, taken: readonly Cidr[]): Cidr4 | undefined {
  const home = privateSpace.filter((space) => overlaps(space, wanted));
  const search = { taken, prefixLength: wanted.prefixLength };
  const found = nextFree({ ...search, within: home, from: wanted.first }) ?? nextFree({ ...search, within: home }) ?? nextFree({ ...search, within: privateSpace });
  return found?.family === 4 ? found : undefined;
}

function say({ name, block, kind }: OtherNetwork, { meets, instead }: Pick<Forecast, 'meets' | 'instead'>): string {
  const text = formatCidr(block);
  if (!meets) return `${name} (${text}) is clear.`;
  const advice = instead === undefined ? 'no private block of that size is free of all others' : `${instead} is free of all others`;
  if (kind === 'usual' || kind === 'container') return `${name} (${text}) overlaps ${formatCidr(meets)}: hosts that use it reach nothing there; ${advice}.`;
  const consequence = kind === 'on-premises' ? 'hosts of one side cannot tell the other' : 'AWS refuses the peering';
  return `${name} (${text}) overlaps ${formatCidr(meets)}, so ${consequence}; ${advice}.`;
}

/** Which networks blocks overlap, and where each could go instead. `blocks` may be typed ones that the design does not hold yet. */
export function forecastOverlaps(others: readonly OtherNetwork[], blocks: readonly Cidr4[]): readonly Forecast[] {
  return others.map((other) => {
    const meets = blocks.find((block) => overlaps(block, other.block));
    const taken = [...blocks, ...others.filter(({ key }) => key !== other.key).map(({ block }) => block)];
    const free = meets && nearestFree(other.block, taken);
    const outcome = { meets, instead: free && formatCidr(free) };
    return { ...other, ...outcome, sentence: say(other, outcome) };
  });
}

/** The nearest block of a VPC's size that is apart from every other network; `undefined` when the block is apart already. */
export function blockThatFitsAll(others: readonly OtherNetwork[], block: Cidr4): string | undefined {
  const taken = others.map((other) => other.block);
  if (!taken.some((other) => overlaps(other, block))) return undefined;
  const free = nearestFree(blockAround4(block.first, block.prefixLength), taken);
  return free && formatCidr(free);
}
