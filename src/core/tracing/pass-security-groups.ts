import { admitByGroup } from '../filtering/group-reference.ts';
import type { Direction } from '../filtering/rule-match.ts';
import { filterBySecurityGroups, type GroupRuling } from '../filtering/security-group.ts';
import type { InterfaceEntry } from '../lookup/entries.ts';
import { asRowId, type ResourceId } from '../model/ids.ts';
import type { GroupPeer } from '../model/resources/index.ts';
import { blockAt, evidenceAt, passOn, type BlockInput, type StepInput, type TraceContext } from './advance.ts';
import { carveOf } from './carve.ts';
import type { Flight, Place, TracedParcel } from './flight.ts';
import { groupMayAdmit } from './services/may-admit-service.ts';
import { middleboxOf } from './middlebox.ts';
import { nodeKeepingClient } from './services/return-to-node.ts';
import { lacksReferencing } from './transit/lacks-referencing.ts';

interface Gate {
  readonly interface: InterfaceEntry;
  readonly direction: Direction;
  readonly next: Place;
  /** The interface of a machine that passed it on unchanged: groups that rules name do not match then. */
  readonly middlebox?: ResourceId | undefined;
  /** A load balancer handed it on under its client's address. */
  readonly isClientKept?: boolean;
}

const hasSession = (flight: Flight, entry: InterfaceEntry): boolean =>
  flight.leg === 'reply' && flight.sessions.some((session) => session.kind === 'security-group' && session.interface === entry.id);

const firstGroup = (entry: InterfaceEntry): string => entry.groups[0]?.id ?? entry.unknownGroups[0] ?? entry.id;

function describeStep(gate: Gate, ruling: { readonly group: string | undefined; readonly row: string | undefined; readonly isReply: boolean }): StepInput {
  const { interface: entry, direction } = gate;
  return {
    step: 'security-group',
    resource: ruling.group ?? firstGroup(entry),
    row: ruling.row,
    detail: { kind: 'security-group', direction, isReply: ruling.isReply, interface: entry.id },
  };
}

const isOfOtherVpc = (peer: GroupPeer): boolean => 'group' in peer && (peer.account ?? peer.peering) !== undefined;

/** What is not known: a group of the interface itself, or whom the rule that may match names. */
function unknownCode(entry: InterfaceEntry, { group, row }: GroupRuling<TracedParcel>): string {
  const rules = entry.groups.find(({ id }) => id === group)?.value;
  if (!rules || row === undefined) return 'X_GROUP_NOT_KNOWN';
  const peer = (rules.inbound[asRowId(row)] ?? rules.outbound[asRowId(row)])?.peer;
  if (!peer) return 'X_GROUP_NOT_KNOWN';
  if ('prefixList' in peer) return 'X_PREFIX_LIST_NOT_KNOWN';
  return isOfOtherVpc(peer) ? 'UNKNOWN_PEERED_SGS' : 'X_GROUP_NOT_KNOWN';
}

/** Whether a rule that names a group would let it in, had it not come through a machine. */
function isReferenceLost({ lookup }: TraceContext, { interface: entry, direction, middlebox }: Gate, parcels: readonly TracedParcel[]): boolean {
  const [first] = parcels;
  if (middlebox === undefined || !first) return false;
  const family = typeof first.now.source[0] === 'number' ? 4 : 6;
  return filterBySecurityGroups(lookup, { interface: entry, parcels }, { direction, family, carve: (parcel) => parcel }).some(({ effect }) => effect === 'allow');
}

function codeOf(context: TraceContext, gate: Gate, ruling: GroupRuling<TracedParcel>): string {
  const { interface: entry, direction, isClientKept } = gate;
  if (ruling.effect === 'unknown') return unknownCode(entry, ruling);
  if (isClientKept === true) return 'ELBV2_SOURCE_ADDRESS_PRESERVATION';
  if (entry.groups.every((group) => Object.keys(group.value[direction]).length === 0)) return 'SG_HAS_NO_RULES';
  if (isReferenceLost(context, gate, ruling.parcels)) return 'SG_REFERENCES_NOT_PRESERVED';
  return lacksReferencing(context.lookup, entry, { direction, parcels: ruling.parcels }) ? 'SG_REFERENCING_SUPPORT' : 'ENI_SG_RULES_MISMATCH';
}

function describeBlock(context: TraceContext, gate: Gate, ruling: GroupRuling<TracedParcel>): BlockInput {
  const { interface: entry, direction } = gate;
  const mayAdmit = groupMayAdmit(entry.groups, direction, ruling.parcels);
  const isUnknown = ruling.effect === 'unknown' || mayAdmit;
  return {
    component: 'security-group',
    resource: ruling.group ?? firstGroup(entry),
    row: ruling.row,
    code: mayAdmit ? 'X_SERVICE_ADDRESSES_NOT_KNOWN' : codeOf(context, gate, ruling),
    certainty: isUnknown ? 'unknown' : undefined,
    evidence: [...entry.groups.map((group) => evidenceAt(group.id)), evidenceAt(entry.id)],
    subject: { interface: entry.id, direction, ...(gate.middlebox !== undefined && { target: gate.middlebox }) },
  };
}

/** An interface of a service that has no groups at all filters nothing (a NAT gateway's, a transit gateway's). */
const filtersNothing = (entry: InterfaceEntry): boolean =>
  (entry.holder.kind === 'service' || entry.holder.kind === 'load-balancer' || entry.holder.kind === 'vpc-endpoint') && entry.groups.length === 0 && entry.unknownGroups.length === 0;

/** What the groups say; a load balancer that keeps its clients' addresses is let in by rules that name its groups, too. */
function ruleOn(context: TraceContext, flight: Flight, { interface: entry, direction, middlebox }: Gate): readonly GroupRuling<TracedParcel>[] {
  const carve = carveOf(flight);
  const rulings = filterBySecurityGroups(context.lookup, { interface: entry, parcels: flight.parcels }, { direction, family: flight.family, carve, isByAddressAlone: middlebox !== undefined });
  const node = direction === 'inbound' ? nodeKeepingClient(flight) : undefined;
  if (!node) return rulings;
  const senders = node.groups.map(({ id }) => id);
  return rulings.flatMap((ruling) => (ruling.effect === 'deny' ? admitByGroup(entry, { senders, parcels: ruling.parcels, family: flight.family, carve }) : [ruling]));
}

/** An interface that names no group, in a snapshot without security groups: which it has is not known. */
const lacksGroups = (context: TraceContext, { groups, unknownGroups }: InterfaceEntry): boolean => groups.length === 0 && unknownGroups.length === 0 && context.lookup.isMissing('security-groups');

function stopUnknown(context: TraceContext, flight: Flight, gate: Gate): Flight {
  const { interface: entry, direction } = gate;
  const block: BlockInput = { component: 'security-group', resource: entry.id, code: 'X_GROUP_NOT_KNOWN', certainty: 'unknown', evidence: [evidenceAt(entry.id)], subject: { interface: entry.id, direction } };
  const step = describeStep(gate, { group: undefined, row: undefined, isReply: false });
  return blockAt(context, { ...flight, sessions: [...flight.sessions, { kind: 'security-group', interface: entry.id }] }, { block, step, next: gate.next });
}

/** Traffic passes the security groups of an interface. What opens a connection is judged; its replies pass: groups are stateful. */
export function passSecurityGroups(context: TraceContext, flight: Flight, given: Gate): readonly Flight[] {
  const gate: Gate = given.direction === 'inbound' ? { ...given, middlebox: middleboxOf(flight) } : given;
  const entry = gate.interface;
  if (filtersNothing(entry)) return [passOn(flight, { place: gate.next })];
  if (hasSession(flight, entry)) {
    return [passOn(flight, { place: gate.next, step: describeStep(gate, { group: undefined, row: undefined, isReply: true }) })];
  }
  if (lacksGroups(context, entry)) return [stopUnknown(context, flight, gate)];
  const rulings = ruleOn(context, flight, gate);
  const isClientKept = gate.direction === 'inbound' && nodeKeepingClient(flight) !== undefined;
  const tracked: Flight = { ...flight, sessions: [...flight.sessions, { kind: 'security-group', interface: entry.id }] };
  return rulings.map((ruling) => {
    const step = describeStep(gate, { group: ruling.group, row: ruling.row, isReply: false });
    if (ruling.effect === 'allow') return passOn(tracked, { place: gate.next, step, parcels: ruling.parcels });
    return blockAt(context, tracked, { block: describeBlock(context, { ...gate, isClientKept }, ruling), step, next: gate.next, parcels: ruling.parcels });
  });
}
