import { bitsOf, cidrsOf, formatAddress, formatCidr, rangeOf, type Cidr } from '../address/cidr.ts';
import type { Interval } from '../address/interval.ts';
import { formatHeaders } from '../address/ports.ts';
import { joinNames } from '../editing/nouns.ts';
import { listExposure } from '../exposure/list-exposure.ts';
import type { ReachChange } from '../findings/comparison.ts';
import type { Design } from '../model/design.ts';
import { namesOf } from './compare-resources.ts';
import { readOutbound, splitByDestination } from './outbound-reach.ts';
import { readReach, subtractReach, type Reach } from './reach.ts';

/** What a change lets through that did not pass before, what no longer passes, and sentences about what was not looked at. */
export interface BlastRadius {
  readonly opens: readonly ReachChange[];
  readonly closes: readonly ReachChange[];
  readonly limits: readonly string[];
}

/** One place to look from: the internet, or a subnet with the ids of those that hold its addresses. */
interface Viewpoint {
  readonly from: string;
  readonly holders: ReadonlyMap<string, string>;
}

/** Beyond this many subnets only the internet is looked at, and the answer says so. */
export const MOST_SUBNETS_COMPARED = 24;
/** Sources in the internet are named up to this many blocks; what is more is "the internet". */
const MOST_BLOCKS_NAMED = 3;
/** So many machines of a subnet are named each for itself; what is more is the subnet. */
const MOST_MACHINES_NAMED = 3;
const INTERNET: Viewpoint = { from: 'internet', holders: new Map() };

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
  const holders = findHolders(...designs);
  const ids = designs.flatMap(({ resources }) => Object.entries(resources).flatMap(([id, { kind }]) => (kind === 'subnet' ? [id] : [])));
  return [...new Set(ids)].map((id) => ({ from: id, holders: holders.get(id) ?? new Map<string, string>() }));
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

/** Who of the viewpoint it is: a few blocks of the internet, a few of several machines of a subnet, else all of it. */
function findSources(sources: readonly (Interval<number> | Interval<bigint>)[], resource: string, viewpoint: Viewpoint): readonly string[] {
  const blocks = sources.flatMap(cidrsOf);
  if (viewpoint === INTERNET) {
    const areFew = blocks.length > 0 && blocks.length <= MOST_BLOCKS_NAMED && blocks.every((block) => block.prefixLength > 0);
    return areFew ? blocks.map(formatCidr) : [viewpoint.from];
  }
  const machines = new Set(blocks.map((block) => (isOneAddress(block) ? (viewpoint.holders.get(formatAddress(rangeOf(block)[0])) ?? '') : '')));
  // Nothing is reachable from itself.
  const areAll = [...viewpoint.holders.values()].every((holder) => holder === resource || machines.has(holder));
  return areAll || machines.has('') || machines.size > MOST_MACHINES_NAMED ? [viewpoint.from] : [...machines];
}

/** What one resource gains from one viewpoint, a gain for each kind of traffic. */
function readGains({ resource, traffic }: Reach, viewpoint: Viewpoint): readonly Gain[] {
  const sourcesOf = new Map<string, Interval<number>[] | Interval<bigint>[]>();
  for (const box of traffic.boxes) {
    const words = formatHeaders(box);
    sourcesOf.set(words, [...(sourcesOf.get(words) ?? []), box.source] as Interval<number>[]);
  }
  return [...sourcesOf].map(([words, sources]) => ({ resource, traffic: words, sources: findSources(sources, resource, viewpoint) }));
}

type Group = Omit<ReachChange, 'sentence'>;

/** Brings together what differs in one thing only: first all sources of a resource, then all resources of the same sources. */
function groupGains(gains: readonly Gain[]): readonly Group[] {
  const sourcesOf = new Map<string, { readonly gain: Gain; readonly sources: Set<string> }>();
  for (const gain of gains) {
    const key = `${gain.resource} ${gain.traffic}`;
    const known = sourcesOf.get(key) ?? { gain, sources: new Set<string>() };
    for (const source of gain.sources) known.sources.add(source);
    sourcesOf.set(key, known);
  }
  const groups = new Map<string, Group>();
  for (const { gain, sources } of sourcesOf.values()) {
    const key = `${[...sources].join(' ')} ${gain.traffic}`;
    const known = groups.get(key) ?? { resources: [], from: [...sources], traffic: gain.traffic };
    groups.set(key, { ...known, resources: [...known.resources, gain.resource] });
  }
  return [...groups.values()];
}

const namesOfBoth = (before: Design, after: Design): ((id: string) => string) => (id) => {
  if (id === INTERNET.from) return 'the internet';
  const name = namesOf(after)(id);
  return name === id ? namesOf(before)(id) : name;
};

const BECOMES = { one: 'becomes reachable', several: 'become reachable' };
const NO_LONGER = { one: 'is no longer reachable', several: 'are no longer reachable' };

/** A name keeps its own spelling at the start of a sentence. */
const capitaliseArticle = (text: string): string => text.replace(/^the internet\b/, 'The internet');

function say({ resources, from, traffic }: Group, verb: typeof BECOMES, nameOf: (id: string) => string): string {
  return `${capitaliseArticle(joinNames(resources.map(nameOf)))} ${resources.length === 1 ? verb.one : verb.several} from ${joinNames(from.map(nameOf))} (${traffic}).`;
}

function viewpointsOf(before: Design, after: Design, mostSubnets: number): { readonly viewpoints: readonly Viewpoint[]; readonly limits: readonly string[] } {
  const subnets = subnetsOf(before, after);
  if (subnets.length <= mostSubnets) return { viewpoints: [INTERNET, ...subnets], limits: [] };
  return { viewpoints: [INTERNET], limits: [`With ${subnets.length} subnets, only what the internet reaches was compared.`] };
}

interface Seen {
  readonly viewpoint: Viewpoint;
  readonly before: readonly Reach[];
  readonly after: readonly Reach[];
}

const gainsOf = (seen: readonly Seen[], difference: (one: Seen) => readonly Reach[]): readonly Gain[] =>
  seen.flatMap((one) => difference(one).flatMap((reach) => readGains(reach, one.viewpoint)));

/** What subnets reach in the internet, which has no resource to be listed at. */
function lookOutside(before: Design, after: Design, viewpoints: readonly Viewpoint[]): readonly Seen[] {
  const inside = viewpoints.filter((viewpoint) => viewpoint !== INTERNET);
  return inside.map((viewpoint) => ({ viewpoint, before: readOutbound(before, viewpoint.from), after: readOutbound(after, viewpoint.from) }));
}

export interface ReachOptions {
  /** With more subnets than this only the internet is looked from. */
  readonly mostSubnets?: number | undefined;
  /** Also what the subnets reach in the internet. */
  readonly outbound?: boolean;
}

/**
 * Compares who reaches what before and after a change: from the internet, and from every subnet of both designs, as far as
 * the options say.
 */
export function compareReach(before: Design, after: Design, { mostSubnets = MOST_SUBNETS_COMPARED, outbound = false }: ReachOptions = {}): BlastRadius {
  const { viewpoints, limits } = viewpointsOf(before, after, mostSubnets);
  const inside = viewpoints.map((viewpoint): Seen => ({ viewpoint, before: reachFrom(before, viewpoint), after: reachFrom(after, viewpoint) }));
  const outside = outbound ? lookOutside(before, after, viewpoints) : [];
  const difference = (a: 'before' | 'after', b: 'before' | 'after'): readonly Gain[] => [
    ...gainsOf(inside, (one) => subtractReach(one[a], one[b])),
    ...gainsOf(outside, (one) => subtractReach(one[a], one[b]).flatMap(splitByDestination)),
  ];
  const [opened, closed] = [difference('after', 'before'), difference('before', 'after')];
  const nameOf = namesOfBoth(before, after);
  return {
    opens: groupGains(opened).map((group) => ({ ...group, sentence: say(group, BECOMES, nameOf) })),
    closes: groupGains(closed).map((group) => ({ ...group, sentence: say(group, NO_LONGER, nameOf) })),
    limits,
  };
}
