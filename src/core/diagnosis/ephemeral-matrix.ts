import { rangeOf } from '../address/cidr.ts';
import type { Interval } from '../address/interval.ts';
import { ALL_PORTS, formatPorts } from '../address/ports.ts';
import { TCP } from '../address/protocol.ts';
import { ephemeralPorts, type EphemeralPorts } from '../aws/ephemeral-ports.ts';
import { closingRow, filterByNetworkAcl } from '../filtering/network-acl.ts';
import { ALL_ADDRESSES, type AnyBox, type Direction } from '../filtering/rule-match.ts';
import type { EphemeralCell, EphemeralMatrix, EphemeralRow, RepliesPass } from '../findings/diagnosis.ts';
import type { Fix } from '../findings/fix.ts';
import type { Lookup } from '../lookup/entries.ts';
import type { ResourceId } from '../model/ids.ts';
import type { NetworkAcl } from '../model/resources/index.ts';
import { addAclRule, freeRuleNumber } from './fixes/network-acl.ts';

const CLIENTS = ['linux', 'windows', 'elb', 'nat', 'lambda'] as const;
const NAMES: Readonly<Record<(typeof CLIENTS)[number], string>> = { linux: 'Linux', windows: 'Windows', elb: 'Load balancer', nat: 'NAT gateway', lambda: 'Lambda' };
const DIRECTIONS = ['outbound', 'inbound'] as const;
const ANYWHERE = '0.0.0.0/0';

interface Acl {
  readonly lookup: Lookup;
  readonly id: ResourceId;
  readonly acl: NetworkAcl;
}
interface Replies {
  readonly direction: Direction;
  readonly ports: Interval<number>;
  /** The far end: whom they go to (outbound), or who answers (inbound). */
  readonly peers: readonly Interval[];
}
interface Fare {
  readonly allowed: readonly AnyBox[];
  readonly denied: readonly AnyBox[];
  /** Whether the closing rule alone denies: nobody has written a rule against it. */
  readonly isOnlyUnlisted: boolean;
}

/** IPv4 replies over TCP, judged by the filter that judges everything else. The near end's addresses are in no ACL rule. */
function fareOf({ acl }: Acl, { direction, ports, peers }: Replies): Fare {
  const boxes = peers.map((peer): AnyBox => {
    const [source, destination] = direction === 'outbound' ? [ALL_ADDRESSES[4], peer] : [peer, ALL_ADDRESSES[4]];
    return { source, destination, protocol: [TCP, TCP + 1], sourcePort: ALL_PORTS, destinationPort: ports };
  });
  const rulings = filterByNetworkAcl(acl, boxes.map((now) => ({ now })), { direction, family: 4, carve: (_, now) => ({ now }) });
  const denied = rulings.filter(({ rule }) => rule.effect !== 'allow');
  return {
    allowed: rulings.filter(({ rule }) => rule.effect === 'allow').flatMap(({ parcels }) => parcels.map(({ now }) => now)),
    denied: denied.flatMap(({ parcels }) => parcels.map(({ now }) => now)),
    isOnlyUnlisted: denied.every(({ rule }) => rule.row === closingRow(direction)),
  };
}

function vpcRanges({ lookup, acl }: Acl): readonly Interval[] {
  const blocks = lookup.vpcs.get(acl.vpc)?.subnets.flatMap((subnet) => subnet.blocks) ?? [];
  return blocks.filter(({ family }) => family === 4).map((block) => rangeOf(block));
}

function judgeFare(given: Acl, fare: Fare, replies: Omit<Replies, 'peers'>): RepliesPass {
  if (fare.denied.length === 0) return 'all';
  const peers = vpcRanges(given);
  if (peers.length > 0 && fareOf(given, { ...replies, peers }).denied.length === 0) return 'inside-vpc';
  return fare.allowed.length > 0 ? 'some' : 'none';
}

/** The ports that somebody's replies do not pass on, as closed ranges. */
function mergePorts(boxes: readonly AnyBox[]): readonly (readonly [number, number])[] {
  const merged: [number, number][] = [];
  for (const [first, end] of boxes.map(({ destinationPort }) => destinationPort).sort((a, b) => a[0] - b[0])) {
    const last = merged[merged.length - 1];
    if (last && first <= last[1] + 1) last[1] = Math.max(last[1], end - 1);
    else merged.push([first, end - 1]);
  }
  return merged;
}

function missingRule(given: Acl, { direction, ports }: Omit<Replies, 'peers'>): readonly Fix[] {
  const number = freeRuleNumber(given.acl, direction, closingRow(direction));
  if (number === undefined) return [];
  const rule = { number, action: 'allow', protocol: 'tcp', fromPort: ports[0], toPort: ports[1] - 1, cidr: ANYWHERE } as const;
  return addAclRule(given.lookup, { id: given.id, direction, rule, words: `TCP ${formatPorts(ports)}` });
}

function cellOf(given: Acl, client: EphemeralPorts, direction: Direction): EphemeralCell {
  const replies = { direction, ports: client.ports };
  const fare = fareOf(given, { ...replies, peers: [ALL_ADDRESSES[4]] });
  const passes = judgeFare(given, fare, replies);
  // Where somebody wrote a deny, letting replies pass in front of it would undo it.
  const isFixable = passes !== 'all' && fare.isOnlyUnlisted;
  return { direction, passes, missing: mergePorts(fare.denied), fixes: isFixable ? missingRule(given, replies) : [] };
}

function rowOf(given: Acl, client: EphemeralRow['client']): EphemeralRow {
  const range = ephemeralPorts[client];
  return { client, name: NAMES[client], ports: [range.firstPort, range.lastPort], cells: DIRECTIONS.map((direction) => cellOf(given, range, direction)) };
}

/**
 * Which replies a network ACL lets pass, for each class of client that opens connections: outbound, replies to clients
 * outside of its subnets; inbound, replies to clients in them. IPv4 over TCP (VPC User Guide, nacl-ephemeral-ports:
 * https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html). Undefined where the id is of no network ACL.
 */
export function findEphemeralMatrix(lookup: Lookup, networkAcl: ResourceId): EphemeralMatrix | undefined {
  const acl = lookup.resource(networkAcl);
  if (acl?.kind !== 'network-acl') return undefined;
  return { networkAcl, rows: CLIENTS.map((client) => rowOf({ lookup, id: networkAcl, acl }, client)) };
}
