import { formatAddressSet } from '../address/cidr.ts';
import type { Interval } from '../address/interval.ts';
import { formatHeaders } from '../address/ports.ts';
import { listExposure } from '../exposure/list-exposure.ts';
import type { Design } from '../model/design.ts';
import { readReach, subtractReach, type Reach } from './reach.ts';

/** Sentences about what a change lets through that did not pass before, and what no longer passes. */
export interface BlastRadius {
  readonly opens: readonly string[];
  readonly closes: readonly string[];
}

/** One place to look from. `label` stands for all its addresses. */
interface Viewpoint {
  readonly from: string;
  readonly label: string;
}

/** Beyond this many subnets only the internet is looked at, and the answer says so. */
export const MOST_SUBNETS_COMPARED = 24;
/** Source addresses are named one by one up to this many ranges; what is more is said by the viewpoint's label. */
const MOST_RANGES_NAMED = 3;
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

/** Collects who gains one kind of traffic to one resource, so that ten subnets make one sentence. */
class Gains {
  readonly #sources = new Map<string, { readonly resource: string; readonly traffic: string; readonly from: Set<string> }>();

  add(reach: Reach, viewpoint: Viewpoint): void {
    const sourcesOf = new Map<string, Interval<number | bigint>[]>();
    for (const box of reach.traffic.boxes) {
      const traffic = formatHeaders(box);
      sourcesOf.set(traffic, [...(sourcesOf.get(traffic) ?? []), box.source]);
    }
    for (const [traffic, sources] of sourcesOf) {
      const label = viewpoint !== INTERNET || sources.length > MOST_RANGES_NAMED ? viewpoint.label : formatAddressSet(sources as Interval<number>[]);
      const key = `${reach.resource} ${traffic}`;
      const gain = this.#sources.get(key) ?? { resource: reach.resource, traffic, from: new Set<string>() };
      gain.from.add(label);
      this.#sources.set(key, gain);
    }
  }

  describe(sentence: (parts: { readonly name: string; readonly traffic: string; readonly from: string }) => string, nameOf: (id: string) => string): readonly string[] {
    return [...this.#sources.values()].map(({ resource, traffic, from }) => sentence({ name: nameOf(resource), traffic, from: joinWords([...from]) }));
  }
}

function joinWords(words: readonly string[]): string {
  const last = words[words.length - 1] ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** Compares who reaches what before and after a change: from the internet, and from every subnet of both designs. */
export function compareReach(before: Design, after: Design): BlastRadius {
  const opened = new Gains();
  const closed = new Gains();
  const subnets = subnetsOf(before, after);
  const isLarge = subnets.length > MOST_SUBNETS_COMPARED;
  for (const viewpoint of [INTERNET, ...(isLarge ? [] : subnets)]) {
    const [old, fresh] = [reachFrom(before, viewpoint), reachFrom(after, viewpoint)];
    for (const reach of subtractReach(fresh, old)) opened.add(reach, viewpoint);
    for (const reach of subtractReach(old, fresh)) closed.add(reach, viewpoint);
  }
  const nameOf = (id: string): string => (after.resources[id as keyof typeof after.resources] ?? before.resources[id as keyof typeof before.resources])?.name || id;
  const limit = isLarge ? [`With ${subnets.length} subnets, only what the internet reaches was compared.`] : [];
  return {
    opens: [...opened.describe(({ name, traffic, from }) => `${name} becomes reachable from ${from} (${traffic}).`, nameOf), ...limit],
    closes: closed.describe(({ name, traffic, from }) => `${name} is no longer reachable from ${from} (${traffic}).`, nameOf),
  };
}
