import { rangeOf, readCidr } from '../address/cidr.ts';
import { ALL_PORTS, portRange } from '../address/ports.ts';
import { ALL_PROTOCOLS, protocolInterval } from '../address/protocol.ts';
import { box4, box6, compact, isEmpty, noTraffic, subtract, traffic4, traffic6, type Box, type TrafficSet } from '../address/traffic-set.ts';
import type { ExposureRow } from '../findings/exposure.ts';

/** Who reaches one resource with what: sources, protocols and ports, once per family. */
export interface Reach {
  readonly resource: string;
  readonly traffic: TrafficSet;
}

type BoxesOfFamily = { readonly 4: Box<number>[]; readonly 6: Box<bigint>[] };

function addBoxes(row: ExposureRow, boxes: BoxesOfFamily): void {
  const protocol = protocolInterval(row.protocol) ?? ALL_PROTOCOLS;
  const ports = row.ports.length === 0 ? [ALL_PORTS] : row.ports.map(([first, last]) => portRange(first, last));
  for (const source of row.from) {
    const block = readCidr(source);
    for (const destinationPort of ports) {
      if (block?.family === 4) boxes[4].push(box4({ source: rangeOf(block), protocol, destinationPort }));
      if (block?.family === 6) boxes[6].push(box6({ source: rangeOf(block), protocol, destinationPort }));
    }
  }
}

const keyOf = ({ resource, traffic }: Reach): string => `${traffic.family} ${resource}`;

/** The rows of an exposure list as sets, one per resource and family, which can be compared. */
export function readReach(rows: readonly ExposureRow[]): readonly Reach[] {
  const boxesOf = new Map<string, BoxesOfFamily>();
  for (const row of rows) {
    const boxes = boxesOf.get(row.resource) ?? { 4: [], 6: [] };
    addBoxes(row, boxes);
    boxesOf.set(row.resource, boxes);
  }
  return [...boxesOf].flatMap(([resource, boxes]) => [
    { resource, traffic: traffic4(...boxes[4]) },
    { resource, traffic: traffic6(...boxes[6]) },
  ]);
}

/** What of `a` is not in `b`, in few boxes; resources with nothing left are gone. */
export function subtractReach(a: readonly Reach[], b: readonly Reach[]): readonly Reach[] {
  const others = new Map(b.map((reach) => [keyOf(reach), reach.traffic]));
  return a
    .map((reach) => ({ resource: reach.resource, traffic: compact(subtract(reach.traffic, others.get(keyOf(reach)) ?? noTraffic(reach.traffic.family))) }))
    .filter((reach) => !isEmpty(reach.traffic));
}
