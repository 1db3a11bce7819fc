import { cidrsOf, formatCidr } from '../address/cidr.ts';
import type { Interval } from '../address/interval.ts';
import { formatHeaders } from '../address/ports.ts';
import { joinNames } from '../editing/nouns.ts';
import { listExposure } from '../exposure/list-exposure.ts';
import type { Design } from '../model/design.ts';
import { asResourceId } from '../model/ids.ts';
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
}

/** Beyond this many subnets only the internet is looked at, and the answer says so. */
export const MOST_SUBNETS_COMPARED = 24;
/** Sources in the internet are named up to this many blocks; what is more is "the internet". */
const MOST_BLOCKS_NAMED = 3;
const INTERNET: Viewpoint = { from: 'internet', label: 'the internet' };

function subnetsOf(...designs: readonly Design[]): readonly Viewpoint[] {
  const viewpoints = new Map<string, Viewpoint>();
  for (const { resources } of designs) {
    for (const [id, resource] of Object.entries(resources)) {
      if (resource.kind === 'subnet') viewpoints.set(id, { from: id, label: resource.name === '' ? id : resource.name });
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

/** What one resource gains from one viewpoint, a gain for each kind of traffic. */
function readGains({ resource, traffic }: Reach, viewpoint: Viewpoint): readonly Gain[] {
  const sourcesOf = new Map<string, Interval<number>[] | Interval<bigint>[]>();
  for (const box of traffic.boxes) {
    const words = formatHeaders(box);
    sourcesOf.set(words, [...(sourcesOf.get(words) ?? []), box.source] as Interval<number>[]);
  }
  return [...sourcesOf].map(([words, sources]) => {
    const blocks = viewpoint === INTERNET ? sources.flatMap(cidrsOf) : [];
    const areFew = blocks.length > 0 && blocks.length <= MOST_BLOCKS_NAMED && blocks.every((block) => block.prefixLength > 0);
    return { resource, traffic: words, sources: areFew ? blocks.map(formatCidr) : [viewpoint.label] };
  });
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
  const compared = viewpoints.map((viewpoint) => ({ viewpoint, old: reachFrom(before, viewpoint), fresh: reachFrom(after, viewpoint) }));
  const opened = compared.flatMap(({ viewpoint, old, fresh }) => subtractReach(fresh, old).flatMap((reach) => readGains(reach, viewpoint)));
  const closed = compared.flatMap(({ viewpoint, old, fresh }) => subtractReach(old, fresh).flatMap((reach) => readGains(reach, viewpoint)));
  const nameOf = (id: string): string => {
    const resource = after.resources[asResourceId(id)] ?? before.resources[asResourceId(id)];
    return resource === undefined || resource.name === '' ? id : resource.name;
  };
  return {
    opens: describeGains(opened, nameOf).map(({ names, tail }) => `${joinNames(names)} ${names.length === 1 ? 'becomes' : 'become'} reachable from ${tail}.`),
    closes: describeGains(closed, nameOf).map(({ names, tail }) => `${joinNames(names)} ${names.length === 1 ? 'is' : 'are'} no longer reachable from ${tail}.`),
    limits,
  };
}
