import { fromIntervals, intersect, type IntervalSet } from '../../address/interval-set.ts';
import { isOnlyHolder } from '../../exposure/fare-alike.ts';
import { closeOwnBlocks } from '../../exposure/group-boxes.ts';
import { isDown, traceExposure } from '../../exposure/trace-exposure.ts';
import type { AnyBox } from '../../filtering/rule-match.ts';
import type { InterfaceEntry, Lookup } from '../../lookup/entries.ts';
import { commonPart, intervalHas, intervalsMeet, type Interval } from '../../address/interval.ts';
import type { Endpoint } from '../../tracing/endpoint.ts';
import { ownIpv6Of } from '../../tracing/outside-addresses.ts';
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

/** What a rule lets through to an interface, whichever of its class it is. */
type Through = Pick<ProvenExposure, 'admission' | 'boxes'>;

const throughByClass = oncePerLookup(() => new Map<string, readonly Through[]>());

/** Interfaces of one class fare alike: same subnet, same groups, same sort of address. */
function classOf(lookup: Lookup, entry: InterfaceEntry): string | undefined {
  if (entry.addresses.length === 0 || !isOnlyHolder(lookup, entry)) return undefined;
  const groups = entry.groups.map(({ id }) => id).sort();
  const families = new Set(entry.addresses.map(({ address, public: translated }) => `${typeof address}${translated ? ' with a public one' : ''}`));
  const port = entry.holder.kind === 'db-instance' ? entry.holder.db.port : '';
  return [entry.subnet.id, ...groups, ...entry.unknownGroups, ...families, port].join(' ');
}

const INTERNET: Endpoint = { kind: 'internet', range: undefined };

/** The TCP traffic from the internet that arrives at an interface and is answered. */
function arrivingAt(lookup: Lookup, entry: InterfaceEntry): readonly AnyBox[] {
  return traceExposure(lookup, { from: INTERNET, to: entry, asked: { protocol: 'tcp' } }).boxes;
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

function traceAdmissions(lookup: Lookup, entry: InterfaceEntry, admissions: readonly Admission[]): readonly Through[] {
  const arriving = arrivingAt(lookup, entry);
  return admissions.flatMap((admission): readonly Through[] => {
    const boxes = throughRule(admission, arriving);
    return boxes.length === 0 ? [] : [{ admission, boxes }];
  });
}

function throughAt(lookup: Lookup, entry: InterfaceEntry): readonly Through[] {
  const admissions = isDown(entry) ? NO_ADMISSIONS : admissionsThatMatter(entry);
  if (admissions.length === 0) return [];
  const key = classOf(lookup, entry);
  const known = key === undefined ? undefined : throughByClass(lookup).get(key);
  if (known) return known;
  const through = traceAdmissions(lookup, entry, admissions);
  if (key !== undefined) throughByClass(lookup).set(key, through);
  return through;
}

function collect(lookup: Lookup): readonly ProvenExposure[] {
  const proven: ProvenExposure[] = [];
  const standIns = [...lookup.dbInstances.values()].flatMap((db) => (db.interfaces.length === 0 ? db.standIns : []));
  const judge = (entry: InterfaceEntry): void => {
    if (!isAddressable(entry)) return;
    for (const through of throughAt(lookup, entry)) proven.push({ ...through, entry });
  };
  for (const entry of lookup.interfaces.values()) judge(entry);
  for (const entry of standIns) judge(entry);
  return proven;
}

/** Every rule of a group that lets the internet in on a sensitive TCP port, with every interface where it arrives. */
export const provenExposures = oncePerLookup(collect);

/** The interfaces that something sensitive reaches from the internet. */
export const exposedInterfaces = oncePerLookup((lookup): ReadonlySet<InterfaceEntry> => new Set(provenExposures(lookup).map(({ entry }) => entry)));

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
  return [...found.values()].map(({ ports, sources, ...rule }) => ({ ...rule, ports: fromIntervals(ports), sources: closeOwnBlocks(joined(sources), rule.entries.flatMap(({ subnet }) => ownIpv6Of(subnet.vpc))) }));
}
