import type { Evidence } from '../../findings/evidence.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Design } from '../../model/design.ts';
import { asResourceId } from '../../model/ids.ts';
import type { Resource } from '../../model/resources/index.ts';
import type { EditedResource } from './find-edits.ts';
import { globalAddressesOf } from './local-edits.ts';

/** Resources that are tied to each other, by their ids, and the public addresses they hold. */
export type Island = Set<string>;

/** A design in parts that share nothing but their Regions: whatever a rule says of one depends on nothing in another. */
export interface Islands {
  readonly of: Map<string, Island>;
  /** Every text that stands anywhere in a resource: what is not among them names nobody. */
  readonly texts: Set<string>;
}

type Visit = (text: string) => void;

/** Every text of a resource, keys too: what a resource names stands somewhere among them. */
function visitTexts(value: unknown, visit: Visit): void {
  if (typeof value === 'string') visit(value);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) {
      visit(key);
      visitTexts(member, visit);
    }
  }
}

const markOf = (address: string): string => `address:${address}`;

/** What a resource is tied to besides those it names. */
const marksOf = (resource: Resource): readonly string[] => globalAddressesOf(resource).map(markOf);

/** All VPCs name their Region, and it ties them to each other only where it names some of them itself. */
export const isHub = (resource: Resource | undefined): boolean => resource?.kind === 'region' && Object.keys(resource.blockPublicAccessExclusions ?? {}).length === 0;

function unite(islands: Islands, first: string, second: string): void {
  const [one, other] = [islands.of.get(first), islands.of.get(second)];
  if (!one || !other || one === other) return;
  const [large, small] = one.size < other.size ? [other, one] : [one, other];
  for (const node of small) {
    large.add(node);
    islands.of.set(node, large);
  }
}

function addNode(islands: Islands, node: string): void {
  if (!islands.of.has(node)) islands.of.set(node, new Set([node]));
}

function tie(islands: Islands, id: string, resource: Resource): void {
  for (const mark of marksOf(resource)) {
    addNode(islands, mark);
    unite(islands, id, mark);
  }
  visitTexts(resource, (text) => {
    islands.texts.add(text);
    unite(islands, id, text);
  });
}

const idsInPatches = ({ fixes }: Finding): readonly string[] => fixes.flatMap(({ patch }) => patch.flatMap(({ path }) => path.split('/')));

/** What stands in one finding was judged together. */
function tieFinding(islands: Islands, finding: Finding): void {
  const [first] = finding.evidence.filter(({ at }: Evidence) => islands.of.has(at));
  if (!first) return;
  for (const { at } of finding.evidence) unite(islands, first.at, at);
  for (const part of idsInPatches(finding)) unite(islands, first.at, part);
}

/** What a check of the whole design said of several islands makes them one. */
export function tieFindings(islands: Islands, findings: readonly Finding[]): void {
  for (const finding of findings) tieFinding(islands, finding);
}

/** What is not modelled may be a connection of any virtual private gateway, and is told together. */
function tieUnmodelled(islands: Islands, resources: Design['resources']): void {
  const entries = Object.entries(resources);
  const [first] = entries.find(([, { kind }]) => kind === 'unmodelled') ?? [];
  if (first === undefined) return;
  for (const [id, { kind }] of entries) if (kind === 'unmodelled' || kind === 'virtual-private-gateway') unite(islands, first, id);
}

/** The islands of a design that was checked. */
export function findIslands({ resources }: Design, findings: readonly Finding[]): Islands {
  const islands: Islands = { of: new Map(), texts: new Set() };
  for (const [id, resource] of Object.entries(resources)) if (!isHub(resource)) addNode(islands, id);
  for (const [id, resource] of Object.entries(resources)) if (!isHub(resource)) tie(islands, id, resource);
  tieUnmodelled(islands, resources);
  tieFindings(islands, findings);
  return islands;
}

/** Who names a resource that was not there before. */
function tieToNamers(islands: Islands, id: string, { resources }: Design): void {
  if (!islands.texts.has(id)) return;
  for (const [other, resource] of Object.entries(resources)) {
    if (isHub(resource)) continue;
    visitTexts(resource, (text) => {
      if (text === id) unite(islands, id, other);
    });
  }
}

/**
 * Ties what an edit ties, and joins everything it touches into one island. What it unties stays together: an island may
 * be larger than it has to be.
 */
export function joinTouched(islands: Islands, edits: readonly EditedResource[], edited: Design): Island {
  const [first] = edits;
  // What was there once has stayed with those that name it.
  const added = edits.filter(({ id }) => !islands.of.has(id));
  for (const { id } of edits) addNode(islands, id);
  for (const { id, after } of edits) {
    if (after) tie(islands, id, after);
    if (first) unite(islands, first.id, id);
  }
  for (const { id } of added) tieToNamers(islands, id, edited);
  const touched = first && islands.of.get(first.id);
  return touched ?? new Set();
}

/** The resources of an island and the Regions it stands in, in the order of the design. */
export function cutOut({ resources, ...design }: Design, island: Island): Design {
  const own: Design['resources'] = {};
  for (const key in resources) {
    const id = asResourceId(key);
    const resource = resources[id];
    if (resource && (island.has(id) || isHub(resource))) own[id] = resource;
  }
  return { ...design, resources: own };
}
