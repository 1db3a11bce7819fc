import type { GlyphId } from '@core/drawing/glyphs/index.ts';
import { isGlyphId } from '@core/drawing/glyphs/index.ts';
import { capitalise, nounOf } from '@core/editing/nouns.ts';
import type { Design } from '@core/model/design.ts';
import type { Resource } from '@core/model/resources/index.ts';

/** A resource as the palette finds it. */
export interface FoundResource {
  readonly id: string;
  readonly name: string;
  readonly noun: string;
  readonly glyph: GlyphId;
  /** The address or block to show beside the name. */
  readonly detail: string;
}

interface Searchable extends FoundResource {
  readonly text: string;
}

/** The addresses and blocks a resource is known by. */
function addressesOf(resource: Resource): readonly string[] {
  switch (resource.kind) {
    case 'vpc':
      return [resource.cidr, ...Object.values(resource.secondaryCidrs).map(({ cidr }) => cidr), ...Object.values(resource.ipv6Cidrs).map(({ cidr }) => cidr)];
    case 'subnet':
      return [resource.cidr, resource.ipv6Cidr].filter((cidr) => cidr !== undefined);
    case 'network-interface':
      return Object.values(resource.addresses).flatMap((row) => [row.address, ...(row.public ? [row.public.address] : [])]);
    case 'nat-gateway':
      return Object.values(resource.addresses).flatMap((row) => [row.privateAddress, row.publicAddress].filter((address) => address !== undefined));
    case 'on-premises-network':
      return Object.values(resource.cidrs).map(({ cidr }) => cidr);
    case 'prefix-list':
      return Object.values(resource.entries ?? {}).map(({ cidr }) => cidr);
    case 'elastic-ip':
      return [resource.address];
    case 'customer-gateway':
    case 'client':
      return resource.address === undefined ? [] : [resource.address];
    default:
      return [];
  }
}

function glyphOf({ kind }: Resource): GlyphId {
  if (kind === 'subnet') return 'subnet-private';
  return isGlyphId(kind) ? kind : 'unmodelled';
}

const known = new WeakMap<Design['resources'], readonly Searchable[]>();

/** Addresses of interfaces count for what they are attached to: nobody looks for `eni-…`. */
function index({ resources }: Design): readonly Searchable[] {
  const before = known.get(resources);
  if (before) return before;
  const carried = new Map<string, string[]>();
  for (const resource of Object.values(resources)) {
    if (resource.kind !== 'network-interface' || !resource.attachment) continue;
    carried.set(resource.attachment.resource, [...(carried.get(resource.attachment.resource) ?? []), ...addressesOf(resource)]);
  }
  const list = Object.entries(resources).map(([id, resource]): Searchable => {
    const addresses = [...addressesOf(resource), ...(carried.get(id) ?? [])];
    const noun = capitalise(nounOf(resource.kind));
    const name = resource.name === '' ? id : resource.name;
    return { id, name, noun, glyph: glyphOf(resource), detail: addresses[0] ?? '', text: [name, noun, id, ...addresses].join(' ').toLowerCase() };
  });
  known.set(resources, list);
  return list;
}

const MOST_FOUND = 50;

/**
 * Resources whose name, kind, id, addresses or blocks hold every typed word; names that start with what was typed first.
 */
export function searchResources(design: Design, typed: string): readonly FoundResource[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const rank = ({ name }: Searchable): number => {
    const lower = name.toLowerCase();
    if (lower === words[0]) return 0;
    return lower.startsWith(words[0] ?? '') ? 1 : 2;
  };
  return index(design)
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MOST_FOUND);
}
