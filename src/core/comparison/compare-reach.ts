import { bitsOf, cidrsOf, formatAddress, formatCidr, rangeOf, type Cidr } from '../address/cidr.ts';
import type { Interval } from '../address/interval.ts';
import { formatHeaders } from '../address/ports.ts';
import { joinNames } from '../editing/nouns.ts';
import { listExposure } from '../exposure/list-exposure.ts';
import type { Design } from '../model/design.ts';
import { namesOf } from './compare-resources.ts';
import { readReach, subtractReach, type Reach } from './reach.ts';

/** Sentences about what a change lets through that did not pass before, what no longer passes, and what was not looked at. */
export interface BlastRadius {
  readonly opens: readonly string[];
  readonly closes: readonly string[];
  readonly limits: readonly string[];
}

/** One place to look from. `label` stands for all its addresses. */
interface Viewpoint {
  readonly from: string;
  readonly label: string;
  /** The ids of those that hold its addresses. */
  readonly holders: ReadonlyMap<string, string>;
}

/** Beyond this many subnets only the internet is looked at, and the answer says so. */
export const MOST_SUBNETS_COMPARED = 24;
/** Sources in the internet are named up to this many blocks; what is more is "the internet". */
const MOST_BLOCKS_NAMED = 3;
/** So many machines of a subnet are named each for itself; what is more is the subnet. */
const MOST_MACHINES_NAMED = 3;
const INTERNET: Viewpoint = { from: 'internet', label: 'the internet', holders: new Map() };

const isOneAddress = ({ family, prefixLength }: Cidr): boolean => prefixLength === bitsOf(family);

/** Who holds which address, by subnet. */
function findHolders(...designs: readonly Design[]): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const holders = new Map<string, Map<string, string>>();
  for (const design of designs) {
    for (const [id, resource] of Object.entries(design.resources)) {
      if (resource.kind !== 'network-interface') continue;
      const held = holders.get(resource.subnet) ?? new Map<string, string>();
      const addresses = [...Object.values(resource.addresses), ...Object.values(resource.ipv6Addresses)];
      for (const { address } of addresses) held.set(address, resource.attachment?.resource ?? id);
      holders.set(resource.subnet, held);
    }
  }
  return holders;
}

function subnetsOf(...designs: readonly Design[]): readonly Viewpoint[] {
  const viewpoints = new Map<string, Viewpoint>();
  const holders = findHolders(...designs);
  for (const { resources } of designs) {
    for (const [id, resource] of Object.entries(resources)) {
      if (resource.kind === 'subnet') viewpoints.set(id, { from: id, label: resource.name === '' ? id : resource.name, holders: holders.get(id) ?? new Map<string, string>() });
    }
  }
  return [...viewpoints.values()];
}

function reachFrom(design: Design, viewpoint: Viewpoint): readonly Reach[] {
  const listed = listExposure(design, viewpoint.from);
  // A subnet that only one of the two designs has reaches nothing in the other.
  return listed.ok ? readReach(listed.value) : [];
}

/** Who gains, or loses, one kind of traffic to one resource. */
interface Gain {
  readonly resource: string;
  readonly traffic: string;
  readonly sources: readonly string[];
}

/** Where one looks from, and what an id is called in either design. */
interface Looked {
  readonly viewpoint: Viewpoint;
  readonly nameOf: (id: string) => string;
}

/** Who of the viewpoint it is: a few blocks of the internet, a few of several machines of a subnet, else all of it. */
function nameSources(sources: readonly (Interval<number> | Interval<bigint>)[], resource: string, { viewpoint, nameOf }: Looked): readonly string[] {
  const blocks = sources.flatMap(cidrsOf);
  if (viewpoint === INTERNET) {
    const areFew = blocks.length > 0 && blocks.length <= MOST_BLOCKS_NAMED && blocks.every((block) => block.prefixLength > 0);
    return areFew ? blocks.map(formatCidr) : [viewpoint.label];
  }
  const machines = new Set(blocks.map((block) => (isOneAddress(block) ? (viewpoint.holders.get(formatAddress(rangeOf(block)[0])) ?? '') : '')));
  // Nothing is reachable from itself.
  const areAll = [...viewpoint.holders.values()].every((holder) => holder === resource || machines.has(holder));
  return areAll || machines.has('') || machines.size > MOST_MACHINES_NAMED ? [viewpoint.label] : [...machines].map(nameOf);
}

/** What one resource gains from one viewpoint, a gain for each kind of traffic. */
function readGains({ resource, traffic }: Reach, looked: Looked): readonly Gain[] {
  const sourcesOf = new Map<string, Interval<number>[] | Interval<bigint>[]>();
  for (const box of traffic.boxes) {
    const words = formatHeaders(box);
    sourcesOf.set(words, [...(sourcesOf.get(words) ?? []), box.source] as Interval<number>[]);
  }
  return [...sourcesOf].map(([words, sources]) => ({ resource, traffic: words, sources: nameSources(sources, resource, looked) }));
}

/** Brings together what differs in one thing only: first all sources of a resource, then all resources of the same sources. */
function describeGains(gains: readonly Gain[], nameOf: (id: string) => string): readonly { readonly names: readonly string[]; readonly tail: string }[] {
  const sourcesOf = new Map<string, { readonly gain: Gain; readonly sources: Set<string> }>();
  for (const gain of gains) {
    const key = `${gain.resource} ${gain.traffic}`;
    const known = sourcesOf.get(key) ?? { gain, sources: new Set<string>() };
    for (const source of gain.sources) known.sources.add(source);
    sourcesOf.set(key, known);
  }
  const namesOf = new Map<string, string[]>();
  for (const { gain, sources } of sourcesOf.values()) {
    const tail = `${joinNames([...sources])} (${gain.traffic})`;
    namesOf.set(tail, [...(namesOf.get(tail) ?? []), nameOf(gain.resource)]);
  }
  return [...namesOf].map(([tail, names]) => ({ tail, names }));
}

function viewpointsOf(before: Design, after: Design): { readonly viewpoints: readonly Viewpoint[]; readonly limits: readonly string[] } {
  const subnets = subnetsOf(before, after);
  if (subnets.length <= MOST_SUBNETS_COMPARED) return { viewpoints: [INTERNET, ...subnets], limits: [] };
  return { viewpoints: [INTERNET], limits: [`With ${subnets.length} subnets, only what the internet reaches was compared.`] };
}

/** Compares who reaches what before and after a change: from the internet, and from every subnet of both designs. */
export function compareReach(before: Design, after: Design): BlastRadius {
  const { viewpoints, limits } = viewpointsOf(before, after);
  const nameOf = (id: string): string => {
    const name = namesOf(after)(id);
    return name === id ? namesOf(before)(id) : name;
  };
  const compared = viewpoints.map((viewpoint) => ({ viewpoint, old: reachFrom(before, viewpoint), fresh: reachFrom(after, viewpoint) }));
  const opened = compared.flatMap(({ viewpoint, old, fresh }) => subtractReach(fresh, old).flatMap((reach) => readGains(reach, { viewpoint, nameOf })));
  const closed = compared.flatMap(({ viewpoint, old, fresh }) => subtractReach(old, fresh).flatMap((reach) => readGains(reach, { viewpoint, nameOf })));
  return {
    opens: describeGains(opened, nameOf).map(({ names, tail }) => `${joinNames(names)} ${names.length === 1 ? 'becomes' : 'become'} reachable from ${tail}.`),
    closes: describeGains(closed, nameOf).map(({ names, tail }) => `${joinNames(names)} ${names.length === 1 ? 'is' : 'are'} no longer reachable from ${tail}.`),
    limits,
  };
}
