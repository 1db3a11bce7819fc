import { compareBoxes } from './box.ts';
import type { Box } from './box.ts';
import { comparePoints } from './interval.ts';
import type { Interval, Point } from './interval.ts';
import { changeBoxes } from './traffic.ts';
import type { TrafficSet } from './traffic.ts';

const FIELDS = ['destinationPort', 'protocol', 'source', 'destination', 'sourcePort'] as const;
type Field = (typeof FIELDS)[number];

const compareIntervals = <N extends Point>(a: Interval<N>, b: Interval<N>): number =>
  comparePoints(a[0], b[0]) || comparePoints(a[1], b[1]);

/** Orders boxes by one field after another, so that boxes that differ in the last one only become neighbours. */
function compareByFields<N extends Point>(a: Box<N>, b: Box<N>, fields: readonly Field[]): number {
  for (const field of fields) {
    const order =
      field === 'source' || field === 'destination' ? compareIntervals(a[field], b[field]) : compareIntervals(a[field], b[field]);
    if (order !== 0) return order;
  }
  return 0;
}

/** One box of both, when they differ in one field only and touch there. */
function glue<N extends Point>(a: Box<N>, b: Box<N>, field: Field): Box<N> | undefined {
  const { source, destination, protocol, sourcePort, destinationPort } = a;
  if (a[field][1] !== b[field][0]) return undefined;
  switch (field) {
    case 'source':
      return { source: [source[0], b.source[1]], destination, protocol, sourcePort, destinationPort };
    case 'destination':
      return { source, destination: [destination[0], b.destination[1]], protocol, sourcePort, destinationPort };
    case 'protocol':
      return { source, destination, protocol: [protocol[0], b.protocol[1]], sourcePort, destinationPort };
    case 'sourcePort':
      return { source, destination, protocol, sourcePort: [sourcePort[0], b.sourcePort[1]], destinationPort };
    case 'destinationPort':
      return { source, destination, protocol, sourcePort, destinationPort: [destinationPort[0], b.destinationPort[1]] };
  }
}

function glueAlong<N extends Point>(boxes: readonly Box<N>[], field: Field): readonly Box<N>[] {
  const others = FIELDS.filter((name) => name !== field);
  const sorted = [...boxes].sort((a, b) => compareByFields(a, b, [...others, field]));
  const glued: Box<N>[] = [];
  for (const box of sorted) {
    const last = glued[glued.length - 1];
    const isNeighbour = last !== undefined && compareByFields(last, box, others) === 0;
    const both = isNeighbour ? glue(last, box, field) : undefined;
    if (both === undefined) glued.push(box);
    else glued[glued.length - 1] = both;
  }
  return glued;
}

function compactBoxes<N extends Point>(boxes: readonly Box<N>[]): readonly Box<N>[] {
  if (boxes.length < 2) return boxes;
  let current = boxes;
  let before = Infinity;
  while (current.length < before) {
    before = current.length;
    for (const field of FIELDS) current = glueAlong(current, field);
  }
  return [...current].sort(compareBoxes);
}

/**
 * The same packets in fewer boxes: boxes that touch are merged, and the answer is sorted. For showing a set and for long
 * chains of rules; the fewest boxes possible are not promised.
 */
export function compact<Set extends TrafficSet>(set: Set): Set {
  return changeBoxes(set, compactBoxes);
}
