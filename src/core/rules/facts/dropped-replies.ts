import { boxCovers, boxesMeet, isEmptyBox } from '../../address/box.ts';
import { fromIntervals, isSubset, subtract, type IntervalSet } from '../../address/interval-set.ts';
import { intervalHas, intervalsMeet, type Interval } from '../../address/interval.ts';
import { rangeOf } from '../../address/cidr.ts';
import { ALL_PORTS } from '../../address/ports.ts';
import { TCP, UDP } from '../../address/protocol.ts';
import { ephemeralPorts } from '../../aws/ephemeral-ports.ts';
import { closingRow, filterByNetworkAcl, orderedAclRules } from '../../filtering/network-acl.ts';
import { ALL_ADDRESSES, type AnyBox, type Direction, type Family, type Parcel } from '../../filtering/rule-match.ts';
import { groupMatchRules } from '../../filtering/security-group.ts';
import type { Entry, Lookup, SubnetEntry } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { NetworkAcl, SecurityGroup } from '../../model/resources/index.ts';
import { directions, families } from './covered-acl-rules.ts';
import { oncePerLookup } from './once-per-lookup.ts';
import { isManyPorts } from './sensitive-ports.ts';

type Addresses = IntervalSet<number | bigint>;

/** TCP or UDP, and some of its ports. */
export interface RequestPorts {
  readonly protocol: number;
  readonly ports: IntervalSet<number>;
}

/** Requests that a row of an ACL lets through, and what the ACL does with their replies. */
interface Dropped {
  readonly acl: Entry<NetworkAcl>;
  /** The way the requests go. */
  readonly direction: Direction;
  readonly row: string;
  readonly family: Family;
  /** Protocols and destination ports of the requests. */
  readonly requests: readonly RequestPorts[];
  /** Whom the replies do not get to, or from, whatever client asks. */
  readonly peers: Addresses;
  /** Ephemeral ports whose replies are dropped. */
  readonly droppedPorts: IntervalSet<number>;
  /** Rows of the other direction that drop them. */
  readonly droppingRows: readonly string[];
  /** Whether replies to every sort of client are dropped, or only to some. */
  readonly isComplete: boolean;
}

/** The same for one subnet with that ACL. */
export interface DroppedReplies extends Dropped {
  readonly subnet: SubnetEntry;
}

const cut = (_parcel: Parcel, now: AnyBox): Parcel => ({ now });
const back: Readonly<Record<Direction, Direction>> = { inbound: 'outbound', outbound: 'inbound' };
const peerField: Readonly<Record<Direction, 'source' | 'destination'>> = { inbound: 'source', outbound: 'destination' };

/** What every client uses, whatever it is: replies to these ports missing, nobody gets any. */
const SHARED: Interval<number> = [ephemeralPorts.windows.ports[0], ephemeralPorts.linux.ports[1]];
const ANY_CLIENT = ephemeralPorts.any.ports;

/** Replies of a protocol to everybody, at the ports any client may use. */
const repliesToAll = (protocol: number, family: Family): AnyBox => ({
  source: ALL_ADDRESSES[family],
  destination: ALL_ADDRESSES[family],
  protocol: [protocol, protocol + 1],
  sourcePort: ALL_PORTS,
  destinationPort: ANY_CLIENT,
});

/** Whether one rule lets the replies to everybody through before any rule denies some of them. */
function answersEverybody(acl: NetworkAcl, direction: Direction, replies: { readonly protocol: number; readonly family: Family }): boolean {
  const wanted = repliesToAll(replies.protocol, replies.family);
  for (const { effect, boxes: [box] } of orderedAclRules(acl, direction, replies.family)) {
    if (box === undefined || !boxesMeet(box, wanted)) continue;
    if (effect !== 'allow') return false;
    if (boxCovers(box, wanted)) return true;
  }
  return false;
}

/** Whether requests of a protocol are let through at all. */
const admitsProtocol = (acl: NetworkAcl, direction: Direction, { protocol, family }: { readonly protocol: number; readonly family: Family }): boolean =>
  orderedAclRules(acl, direction, family).some(({ effect, boxes: [box] }) => effect === 'allow' && box !== undefined && intervalHas(box.protocol, protocol));

/** Whether the ACL could drop replies to requests of this direction: the quick question that most ACLs pass. */
const mayDrop = (acl: NetworkAcl, direction: Direction, family: Family): boolean =>
  [TCP, UDP].some((protocol) => admitsProtocol(acl, direction, { protocol, family }) && !answersEverybody(acl, back[direction], { protocol, family }));

/** The TCP and UDP part of what a group rule allows. "All traffic" is looked at as TCP. */
function requestsOf(box: AnyBox): readonly AnyBox[] {
  const isAll = box.protocol[1] - box.protocol[0] > 1;
  const protocols = isAll ? [TCP] : [TCP, UDP].filter((protocol) => box.protocol[0] === protocol);
  return protocols.map((protocol) => ({ ...box, protocol: [protocol, protocol + 1] }));
}

/** Ranges of a thousand ports and more are there for replies, unless they begin with the ports that services use. */
function isForReplies({ destinationPort }: AnyBox, direction: Direction): boolean {
  return isManyPorts(destinationPort) && (direction === 'outbound' || destinationPort[0] >= ANY_CLIENT[0]);
}

const replyOf = (request: AnyBox): AnyBox => ({
  source: request.destination,
  destination: request.source,
  protocol: request.protocol,
  sourcePort: request.destinationPort,
  destinationPort: ANY_CLIENT,
});

/** Part of some traffic and the row of the ACL that decided it. */
interface Decided {
  readonly row: string;
  readonly box: AnyBox;
}

function dropsOf(acl: NetworkAcl, request: AnyBox, how: { readonly direction: Direction; readonly family: Family }): readonly Decided[] {
  const rulings = filterByNetworkAcl(acl, [{ now: replyOf(request) }], { direction: back[how.direction], family: how.family, carve: cut });
  return rulings.flatMap(({ rule, parcels }) => (rule.effect === 'allow' ? [] : parcels.map(({ now }) => ({ row: rule.row, box: now }))));
}

const isWide = (range: Interval): range is Interval<bigint> => typeof range[0] === 'bigint';

function addressSet(ranges: readonly Interval[]): Addresses {
  const wide = ranges.filter(isWide);
  return wide.length > 0 ? fromIntervals(wide) : fromIntervals(ranges as readonly Interval<number>[]);
}

/** A client class is lost when more than a hundredth of its ports is. */
const LOST_SHARE = 0.01;

function isLost(dropped: IntervalSet<number>, ports: Interval<number>): boolean {
  const size = ports[1] - ports[0];
  const kept = subtract([ports], dropped).reduce((sum, [start, end]) => sum + end - start, 0);
  return size - kept > LOST_SHARE * size;
}

/** The client classes that lose replies when these ports are closed to them. */
export const lostClients = (dropped: IntervalSet<number>): readonly string[] => [ephemeralPorts.linux, ephemeralPorts.windows, ephemeralPorts.nat].filter(({ ports }) => isLost(dropped, ports)).map(({ name }) => name);

interface Way {
  readonly acl: Entry<NetworkAcl>;
  readonly direction: Direction;
  readonly family: Family;
}

function judgeRequest(way: Way, row: string, request: AnyBox): Dropped | undefined {
  const { direction } = way;
  const drops = dropsOf(way.acl.value, request, way);
  const shared = drops.filter(({ box }) => intervalsMeet(box.destinationPort, SHARED));
  const relevant = shared.length > 0 ? shared : drops;
  // A reply takes the request's way back, so its peer stands at its other end.
  const peers = addressSet(relevant.map(({ box }) => box[peerField[back[direction]]]));
  const droppedPorts = fromIntervals(relevant.map(({ box }) => box.destinationPort));
  const isComplete = shared.length > 0;
  if (peers.length === 0 || (!isComplete && lostClients(droppedPorts).length === 0)) return undefined;
  const requests = [{ protocol: request.protocol[0], ports: [request.destinationPort] }];
  return { ...way, row, requests, peers, droppedPorts, droppingRows: [...new Set(drops.map((drop) => drop.row))], isComplete };
}

/** The parts of the requests that rows of the ACL let through. */
function* admittedBy(acl: NetworkAcl, requests: readonly AnyBox[], { direction, family }: Way): Iterable<Decided> {
  const rulings = filterByNetworkAcl(acl, requests.map((now) => ({ now })), { direction, family, carve: cut });
  for (const { rule, parcels } of rulings) {
    if (rule.effect === 'allow' && rule.row !== closingRow(direction)) for (const { now } of parcels) yield { row: rule.row, box: now };
  }
}

function* judgeGroup(lookup: Lookup, group: Entry<SecurityGroup>, way: Way): Iterable<Dropped> {
  for (const { boxes } of groupMatchRules(lookup, group, way)) {
    const requests = boxes.filter((box) => !isEmptyBox(box)).flatMap(requestsOf);
    for (const { row, box } of admittedBy(way.acl.value, requests, way)) {
      const dropped = isForReplies(box, way.direction) ? undefined : judgeRequest(way, row, box);
      if (dropped) yield dropped;
    }
  }
}

function mergeRequests(requests: readonly RequestPorts[]): readonly RequestPorts[] {
  return [TCP, UDP].flatMap((protocol) => {
    const ports = fromIntervals(requests.filter((request) => request.protocol === protocol).flatMap((request) => request.ports));
    return ports.length === 0 ? [] : [{ protocol, ports }];
  });
}

/** Both as one; what is dropped for everybody is the fault to tell, what only some clients lose comes after it. */
function merge(a: Dropped, b: Dropped): Dropped {
  const droppingRows = [...new Set([...a.droppingRows, ...b.droppingRows])];
  if (a.isComplete !== b.isComplete) return { ...(a.isComplete ? a : b), requests: mergeRequests([...a.requests, ...b.requests]), droppingRows };
  return {
    ...a,
    droppingRows,
    requests: mergeRequests([...a.requests, ...b.requests]),
    peers: addressSet([...a.peers, ...b.peers]),
    droppedPorts: fromIntervals([...a.droppedPorts, ...b.droppedPorts]),
  };
}

function groupsIn({ interfaces }: SubnetEntry): ReadonlyMap<ResourceId, Entry<SecurityGroup>> {
  const found = new Map<ResourceId, Entry<SecurityGroup>>();
  let before: readonly Entry<SecurityGroup>[] | undefined;
  for (const { groups } of interfaces) {
    // Machines that stand side by side are in the same groups.
    if (groups === before) continue;
    before = groups;
    for (const group of groups) found.set(group.id, group);
  }
  return found;
}

/** The ways of an ACL on which replies may be lost. */
const waysThatDrop = oncePerLookup(() => new Map<ResourceId, readonly Way[]>());

function waysOf(lookup: Lookup, acl: Entry<NetworkAcl>): readonly Way[] {
  const known = waysThatDrop(lookup).get(acl.id);
  if (known) return known;
  const ways = directions.flatMap((direction) => families.filter((family) => mayDrop(acl.value, direction, family)).map((family) => ({ acl, direction, family })));
  waysThatDrop(lookup).set(acl.id, ways);
  return ways;
}

function* judgePair(lookup: Lookup, group: Entry<SecurityGroup>, acl: Entry<NetworkAcl>): Iterable<Dropped> {
  for (const way of waysOf(lookup, acl)) yield* judgeGroup(lookup, group, way);
}

const pairs = oncePerLookup(() => new Map<string, readonly Dropped[]>());

/** What an ACL drops of the replies to what a group lets through: the same in every subnet that has both. */
function droppedBetween(lookup: Lookup, group: Entry<SecurityGroup>, acl: Entry<NetworkAcl>): readonly Dropped[] {
  const key = `${acl.id} ${group.id}`;
  const known = pairs(lookup).get(key);
  if (known) return known;
  const found = [...judgePair(lookup, group, acl)];
  pairs(lookup).set(key, found);
  return found;
}

/** Inside a subnet its ACL is not crossed. */
function staysInside({ peers, family }: Dropped, { blocks }: SubnetEntry): boolean {
  return isSubset(peers, addressSet(blocks.filter((block) => block.family === family).map((block) => rangeOf(block))));
}

const NOTHING_DROPPED: readonly DroppedReplies[] = [];

/** For each row of a subnet's ACL that lets requests through which its groups allow: what is dropped of the replies. */
export function findDroppedReplies(lookup: Lookup, subnet: SubnetEntry, acl: Entry<NetworkAcl>): readonly DroppedReplies[] {
  if (waysOf(lookup, acl).length === 0) return NOTHING_DROPPED;
  const found = new Map<string, Dropped>();
  for (const group of groupsIn(subnet).values()) {
    for (const dropped of droppedBetween(lookup, group, acl)) {
      if (staysInside(dropped, subnet)) continue;
      const key = `${dropped.direction} ${dropped.row}`;
      const known = found.get(key);
      found.set(key, known ? merge(known, dropped) : dropped);
    }
  }
  return [...found.values()].map((dropped) => ({ ...dropped, subnet }));
}
