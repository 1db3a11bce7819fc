import { fromIntervals, intersect, type IntervalSet } from '../../address/interval-set.ts';
import { isDown, traceExposure } from '../../exposure/trace-exposure.ts';
import type { AnyBox } from '../../filtering/rule-match.ts';
import type { InterfaceEntry, Lookup } from '../../lookup/entries.ts';
import { commonPart, intervalHas, intervalsMeet, type Interval } from '../../address/interval.ts';
import type { Endpoint } from '../../tracing/endpoint.ts';
import { traceRoundTrip } from '../../tracing/round-trip.ts';
import { startFlights } from '../../tracing/start-flights.ts';
import { internetAdmissions, isAddressable, type Admission } from './group-admissions.ts';
import type { Sources } from './internet-sources.ts';
import { oncePerLookup } from './once-per-lookup.ts';

/** One rule of a group and one interface it lets the internet reach over TCP, request and reply, by the evaluator. */
export interface ProvenExposure {
  readonly admission: Admission;
  readonly entry: InterfaceEntry;
  /** What arrives through this rule. */
  readonly boxes: readonly AnyBox[];
}

interface Cache {
  readonly byClass: Map<string, readonly AnyBox[]>;
}

const caches = oncePerLookup((): Cache => ({ byClass: new Map() }));

/** Whether its addresses lead to this interface and to no other that claims the same ones. */
function isOnlyHolder(lookup: Lookup, entry: InterfaceEntry): boolean {
  const { owners } = entry.subnet.vpc;
  return entry.addresses.every(({ address, public: translated }) => {
    const owner = owners.get(address);
    const holder = translated && lookup.publicAddresses.get(translated.address)?.owner;
    return owner?.kind === 'interface' && owner.interface === entry && (translated === undefined || (holder?.kind === 'interface' && holder.interface === entry));
  });
}

/** Interfaces of one class fare alike: same subnet, same groups, same sort of address. */
function classOf(lookup: Lookup, entry: InterfaceEntry): string | undefined {
  if (entry.addresses.length === 0 || !isOnlyHolder(lookup, entry)) return undefined;
  const groups = entry.groups.map(({ id }) => id).sort();
  const families = new Set(entry.addresses.map(({ address }) => typeof address));
  return [entry.subnet.id, ...groups, ...entry.unknownGroups, ...families].join(' ');
}

const INTERNET: Endpoint = { kind: 'internet', range: undefined };

/**
 * What arrives at a publicly accessible database whose addresses are not in the design. RDS gave it a public one, so that
 * the address is not known does not stop the reply; everything else on the way does.
 */
function arrivingAtStandIn(lookup: Lookup, entry: InterfaceEntry): readonly AnyBox[] {
  const target: Endpoint = { kind: 'interfaces', interfaces: [entry], address: undefined, via: 'private' };
  const starts = startFlights(INTERNET, target, { from: 'internet', to: entry.id, protocol: 'tcp' });
  if (!starts.ok) return [];
  const outcomes = traceRoundTrip({ lookup, policy: 'strict' }, starts.value);
  return outcomes.filter(({ blocks }) => blocks.every(({ leg, component }) => leg === 'reply' && component === 'public-ip')).flatMap(({ asked }) => asked);
}

/** The TCP traffic from the internet that arrives at an interface and is answered. */
function arrivingAt(lookup: Lookup, entry: InterfaceEntry): readonly AnyBox[] {
  if (isDown(entry)) return [];
  if (entry.addresses.length === 0) return arrivingAtStandIn(lookup, entry);
  const key = classOf(lookup, entry);
  const { byClass } = caches(lookup);
  const known = key === undefined ? undefined : byClass.get(key);
  if (known) return known;
  const { boxes } = traceExposure(lookup, { from: INTERNET, to: entry, asked: { protocol: 'tcp' } });
  if (key !== undefined) byClass.set(key, boxes);
  return boxes;
}

const isIpv4 = (range: Interval): range is Interval<number> => typeof range[0] === 'number';

/** What of the arriving traffic a rule lets in. */
function throughRule(admission: Admission, boxes: readonly AnyBox[]): readonly AnyBox[] {
  const [sample] = admission.sources;
  if (sample === undefined) return [];
  return boxes.flatMap((box) => {
    if (typeof box.source[0] !== typeof sample[0] || !intervalsMeet(box.destinationPort, admission.ports)) return [];
    const destinationPort = commonPart(box.destinationPort, admission.ports);
    return admission.sources.filter((range) => intervalsMeet(range, box.source)).map((range) => ({ ...box, source: commonPart(range, box.source), destinationPort }));
  });
}

/** Whether what a rule lets in could matter to any rule about exposure; most of what serves the web does not. */
function couldMatter({ width, ports, admitsAdministration, admitsDatabases }: Admission, { holder }: InterfaceEntry): boolean {
  if (holder.kind === 'db-instance') return intervalHas(ports, holder.db.port);
  return admitsDatabases || (admitsAdministration && width !== 'narrow');
}

const NO_ADMISSIONS: readonly Admission[] = [];

function admissionsThatMatter(entry: InterfaceEntry): readonly Admission[] {
  const matters = (admission: Admission): boolean => couldMatter(admission, entry);
  if (!entry.groups.some((group) => internetAdmissions(group).some(matters))) return NO_ADMISSIONS;
  return entry.groups.flatMap((group) => internetAdmissions(group).filter(matters));
}

function* provenAt(lookup: Lookup, entry: InterfaceEntry): Iterable<ProvenExposure> {
  const admissions = admissionsThatMatter(entry);
  const boxes = admissions.length === 0 ? [] : arrivingAt(lookup, entry);
  for (const admission of admissions) {
    const through = boxes.length === 0 ? boxes : throughRule(admission, boxes);
    if (through.length > 0) yield { admission, entry, boxes: through };
  }
}

function collect(lookup: Lookup): readonly ProvenExposure[] {
  const proven: ProvenExposure[] = [];
  const standIns = [...lookup.dbInstances.values()].flatMap((db) => (db.interfaces.length === 0 ? db.standIns : []));
  const judge = (entry: InterfaceEntry): void => {
    if (isAddressable(entry)) proven.push(...provenAt(lookup, entry));
  };
  for (const entry of lookup.interfaces.values()) judge(entry);
  for (const entry of standIns) judge(entry);
  return proven;
}

/** Every rule of a group that lets the internet in on a sensitive TCP port, with every interface where it arrives. */
export const provenExposures = oncePerLookup(collect);

/** A rule, what it exposes and to whom. */
export interface ExposingRule {
  readonly admission: Admission;
  readonly entries: readonly InterfaceEntry[];
  readonly ports: IntervalSet<number>;
  readonly sources: Sources;
}

const joined = (ranges: readonly Interval[]): Sources => {
  const narrow = ranges.filter(isIpv4);
  return narrow.length > 0 ? fromIntervals(narrow) : fromIntervals(ranges as readonly Interval<bigint>[]);
};

/**
 * The rules that expose some of the ports that matter at an interface, each once, with every interface it does so at.
 * `portsAt` says which ports those are.
 */
export function findExposingRules(lookup: Lookup, portsAt: (exposure: ProvenExposure) => IntervalSet<number>): readonly ExposingRule[] {
  const found = new Map<string, { readonly admission: Admission; readonly entries: InterfaceEntry[]; readonly ports: Interval<number>[]; readonly sources: Interval[] }>();
  for (const exposure of provenExposures(lookup)) {
    const ports = portsAt(exposure);
    const boxes = ports.length === 0 ? [] : exposure.boxes.filter(({ destinationPort }) => intersect([destinationPort], ports).length > 0);
    if (boxes.length === 0) continue;
    const { admission, entry } = exposure;
    const key = `${admission.group.id}/${admission.row}`;
    const rule = found.get(key) ?? { admission, entries: [], ports: [], sources: [] };
    found.set(key, rule);
    rule.entries.push(entry);
    rule.sources.push(...boxes.map(({ source }) => source));
    rule.ports.push(...boxes.flatMap(({ destinationPort }) => intersect([destinationPort], ports)));
  }
  return [...found.values()].map(({ ports, sources, ...rule }) => ({ ...rule, ports: fromIntervals(ports), sources: joined(sources) }));
}
