import { addressCount, readCidr } from '../address/cidr.ts';
import type { Design } from '../model/design.ts';
import type { ContainedNode } from './containers.ts';
import { describeRoom } from './node-text.ts';
import type { NodeText } from './scene.ts';

/** A subnet is drawn with room for a count of two digits at least, so that it does not widen with its tenth address. */
const USED_AT_LEAST = 99;

function countAddresses(blocks: readonly string[]): number {
  let count = 0;
  for (const block of blocks) {
    const cidr = readCidr(block);
    if (cidr?.family === 4) count += addressCount(cidr);
  }
  return count;
}

/** The widest words that facts will add to a container's caption: the box leaves room for them from the start. */
export function expectRoom(resources: Design['resources'], node: ContainedNode): Partial<NodeText> {
  const resource = node.resource === undefined ? undefined : resources[node.resource];
  if (resource?.kind === 'subnet') {
    const free = countAddresses(resource.cidr === undefined ? [] : [resource.cidr]);
    const used = Math.max(USED_AT_LEAST, node.children.length);
    return { word: 'private', room: describeRoom(resource, { kind: 'subnet', used, free }) };
  }
  if (resource?.kind === 'vpc') {
    const all = countAddresses([resource.cidr, ...Object.values(resource.secondaryCidrs).map((row) => row.cidr)]);
    return { room: describeRoom(resource, { kind: 'vpc', allocated: all, free: all }) };
  }
  return {};
}
