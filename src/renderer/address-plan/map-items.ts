import { addressCount, formatCidr, type Cidr4 } from '@core/address/cidr.ts';
import { formatCount } from '@core/address/format-count.ts';
import type { Forecast } from '@core/planning/forecast.ts';
import { placeOnMap, type MapPlace, type SpaceMap } from '@core/planning/space-map.ts';
import type { PlannedSubnet, VpcPlan } from '@core/planning/vpc-plan.ts';

/** A rectangle of the map that takes the focus: a subnet, or a free aligned block. */
export interface MapItem {
  readonly key: string;
  readonly kind: 'public' | 'private' | 'free';
  readonly block: Cidr4;
  readonly place: MapPlace;
  /** What a screen reader says. */
  readonly label: string;
  readonly subnet: PlannedSubnet | undefined;
}

/** A declared range that wants addresses of the VPC. */
export interface MapConflict {
  readonly key: string;
  readonly place: MapPlace;
  readonly words: string;
  readonly consequence: string;
  readonly cidr: string;
}

const sayUse = ({ used, usable }: PlannedSubnet): string => `${formatCount(used)} of ${formatCount(usable)} usable addresses held`;

const kindOf = ({ isPublic }: PlannedSubnet): 'public' | 'private' => (isPublic ? 'public' : 'private');

function toItem(map: SpaceMap, block: Cidr4, subnet: PlannedSubnet | undefined): readonly MapItem[] {
  const place = placeOnMap(map, block);
  if (!place) return [];
  const cidr = formatCidr(block);
  const kind = subnet ? kindOf(subnet) : 'free';
  const label = subnet ? `${subnet.name}, ${cidr}, ${kind}, ${subnet.zone}, ${sayUse(subnet)}` : `Free: ${cidr}, ${formatCount(addressCount(block))} addresses`;
  return [{ key: subnet?.id ?? `free ${cidr}`, kind, block, place, label, subnet }];
}

/** Subnets and free blocks of the block that is shown, by address. */
export function listMapItems(map: SpaceMap, plan: VpcPlan): readonly MapItem[] {
  const subnets = plan.subnets.flatMap((subnet) => toItem(map, subnet.block, subnet));
  const gaps = plan.gaps.flatMap((gap) => toItem(map, gap, undefined));
  return [...subnets, ...gaps].sort((a, b) => a.block.first - b.block.first);
}

const consequenceOf = ({ kind }: Forecast): string => (kind === 'container' || kind === 'usual' ? 'its hosts reach nothing here' : kind === 'on-premises' ? 'neither side can tell the other' : 'AWS refuses the peering');

/** Where networks that overlap stand on the map; those that want the same addresses are one. */
export function listConflicts(map: SpaceMap, forecasts: readonly Forecast[]): readonly MapConflict[] {
  const byCidr = new Map<string, MapConflict>();
  for (const forecast of forecasts) {
    const place = forecast.meets && placeOnMap(map, forecast.block);
    if (!place) continue;
    const cidr = formatCidr(forecast.block);
    const before = byCidr.get(cidr);
    const words = before ? before.words.replace(/ wants? [^ ]+$/, `, ${forecast.name} want ${cidr}`) : `${forecast.name} wants ${cidr}`;
    byCidr.set(cidr, { key: cidr, place, words, consequence: before?.consequence ?? consequenceOf(forecast), cidr });
  }
  return [...byCidr.values()];
}

export type MapMove = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End';
const moves: readonly string[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'];
export const isMapMove = (key: string): key is MapMove => moves.includes(key);

/** The item that holds an address, else the last one that starts before it. */
function indexAt(items: readonly MapItem[], address: number): number {
  let found = 0;
  items.forEach(({ block }, index) => {
    if (block.first <= address) found = index;
  });
  return found;
}

/** Which item a key leads to: left and right by address, up and down by rows of the map. */
export function moveOnMap(items: readonly MapItem[], at: { readonly index: number; readonly rowSize: number }, move: MapMove): number {
  const { index, rowSize } = at;
  const last = items.length - 1;
  const block = items[index]?.block;
  if (!block) return 0;
  const below = block.first + Math.max(rowSize, addressCount(block));
  const above = block.first - rowSize;
  const steps: Readonly<Record<MapMove, number>> = {
    ArrowLeft: index - 1,
    ArrowRight: index + 1,
    ArrowUp: Math.min(index - 1, indexAt(items, above)),
    ArrowDown: Math.max(index + 1, indexAt(items, below)),
    Home: 0,
    End: last,
  };
  return Math.min(last, Math.max(0, steps[move]));
}
