import type { Box, Design } from '../../model/design.ts';
import { makeId, type RandomSource, type ResourceId } from '../../model/ids.ts';
import type { Resource } from '../../model/resources/index.ts';
import { ownerOfKey, parseZoneKey, readContainer, zoneKey, type Container } from '../container.ts';
import type { Draft } from '../draft.ts';
import type { EditResult } from '../edit-result.ts';
import { edit } from '../edit.ts';
import { nextSiblingName, uniqueName } from '../names.ts';
import { countOf, joinNames } from '../nouns.ts';
import { rewireReferences } from '../references.ts';
import { refuse } from '../refusal.ts';
import { copyFragment, parseFragment, type Fragment } from './fragment.ts';
import { idPrefixes } from './id-prefixes.ts';
import { isCopiedWhole, pasteFar, refuseLonePeerings } from './paste-far.ts';
import { pasteDbInstances, pasteInterfaces, pasteNatGateways, renewOutside } from './paste-machines.ts';
import { pasteSubnets, pasteVpcs } from './paste-network.ts';
import { pasteAttachments, pasteGateways, pasteOutside, pasteRegional, pasteRouteTables, pasteRules, requireEnds } from './paste-rest.ts';
import { pasteUnmodelled } from './paste-unmodelled.ts';
import type { Pasting } from './pasting.ts';

/** Canvas pixels at 100 %: far enough to see the copy, near enough to know what it is of. */
const COPY_OFFSET = 24;
const NAMED_AT_MOST = 3;

function freshIds(draft: Draft, fragment: Fragment): ReadonlyMap<string, ResourceId> {
  const ids = new Map<string, ResourceId>();
  const taken = new Set<string>(Object.keys(draft.design.resources));
  for (const [old, resource] of Object.entries(fragment.resources)) {
    const { kind } = resource;
    if ((kind === 'internet' && draft.list('internet').length > 0) || !isCopiedWhole(fragment, resource)) continue;
    const id = makeId(idPrefixes[kind], draft.random, (candidate) => taken.has(candidate));
    taken.add(id);
    ids.set(old, id);
  }
  return ids;
}

const freshName = (design: Design, name: string): string => {
  const unique = uniqueName(design, name);
  return unique === name ? name : (nextSiblingName(design, [name]) ?? unique);
};

/** What a copy would be called if that name is free. */
type Rename = (name: string) => string;
const asBefore: Rename = (name) => name;

/** Puts the copies in with fresh ids and names; references among them follow, others stay where the design has them. */
function putCopies({ draft, fragment, ids }: Pasting, rename: Rename): void {
  for (const [old, id] of ids) {
    const resource = fragment.resources[old as ResourceId];
    if (!resource) continue;
    const rewired = rewireReferences(resource, (other) => ids.get(other) ?? (draft.find(other) ? other : undefined));
    const copy: Resource = rewired.kind === 'region' ? rewired : { ...rewired, name: freshName(draft.design, rename(rewired.name)) };
    draft.put(id, copy);
  }
}

function newKey(key: string, ids: Pasting['ids']): string | undefined {
  const zone = parseZoneKey(key);
  const vpc = zone && ids.get(zone.vpc);
  if (zone && vpc !== undefined) return zoneKey(vpc, zone.zone);
  const owner = ownerOfKey(key);
  const id = ids.get(owner);
  return id === undefined ? undefined : key.replace(owner, id);
}

function placeCopies({ draft, fragment, ids }: Pasting, at: Box | undefined): void {
  const roots = new Set<string>(fragment.roots);
  const boxes = fragment.roots.flatMap((root) => fragment.layout[root] ?? []);
  const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))];
  for (const [key, box] of Object.entries(fragment.layout)) {
    const target = newKey(key, ids);
    if (target === undefined) continue;
    const offset = at ? { x: at.x - left, y: at.y - top } : { x: COPY_OFFSET, y: COPY_OFFSET };
    draft.place(target, roots.has(key) ? { ...box, x: box.x + offset.x, y: box.y + offset.y } : box);
  }
}

/** The order matters: what others stand in comes first, routes come last. */
const STEPS: readonly ((pasting: Pasting) => void)[] = [
  pasteRegional,
  pasteVpcs,
  pasteSubnets,
  pasteRules,
  pasteGateways,
  pasteFar,
  pasteDbInstances,
  pasteInterfaces,
  pasteNatGateways,
  pasteOutside,
  renewOutside,
  requireEnds,
  pasteAttachments,
  pasteRouteTables,
  pasteUnmodelled,
];

/** Puts copies of a fragment into a draft. */
export function paste(draft: Draft, given: { readonly fragment: Fragment; readonly container: Container; readonly at: Box | undefined; readonly verb: string; readonly rename?: Rename }): { readonly said: string; readonly select: readonly ResourceId[] } {
  const { fragment, container, at, verb, rename = asBefore } = given;
  refuseLonePeerings(fragment);
  const pasting: Pasting = { draft, fragment, container, ids: freshIds(draft, fragment) };
  if (pasting.ids.size === 0) refuse('The internet is on the canvas already; there is one.');
  putCopies(pasting, rename);
  for (const step of STEPS) step(pasting);
  placeCopies(pasting, at);
  const select = fragment.roots.map((root) => pasting.ids.get(root)).filter((id) => id !== undefined);
  const names = select.map((id) => draft.nameOf(id));
  return { said: `${verb} ${names.length > NAMED_AT_MOST ? countOf(names.length, 'resource') : joinNames(names)}`, select };
}

export interface PasteFragmentRequest {
  /** What {@link copyFragment} gave, perhaps by way of the clipboard. */
  readonly fragment: unknown;
  /** Key of what it is pasted into; without it copies stand where the originals stand. */
  readonly container?: string | undefined;
  /** Place of the top left copy, relative to its container. */
  readonly at?: Box | undefined;
  readonly random: RandomSource;
}

/**
 * Pastes copies of resources. Ids, names, blocks and addresses are made fresh, references inside the fragment follow the
 * copies, and references to the rest stay where the design and the same VPC have what they name.
 */
export function pasteFragment(design: Design, { fragment: given, container, at, random }: PasteFragmentRequest): EditResult {
  return edit(
    design,
    (draft) => {
      const fragment = parseFragment(given);
      if (!fragment.ok) return refuse(fragment.problem.message);
      return paste(draft, { fragment: fragment.value, container: readContainer(design, container), at, verb: 'Paste' });
    },
    random,
  );
}

/** Duplicates resources with everything they contain, beside the originals. */
export function duplicateResources(design: Design, { keys, random }: { readonly keys: readonly string[]; readonly random: RandomSource }): EditResult {
  return edit(
    design,
    (draft) => {
      const fragment = copyFragment(design, { keys }) ?? refuse('Nothing is selected; select what to duplicate first.');
      return paste(draft, { fragment, container: { kind: 'canvas' }, at: undefined, verb: 'Duplicate as' });
    },
    random,
  );
}
