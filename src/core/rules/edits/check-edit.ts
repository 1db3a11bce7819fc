import type { Finding } from '../../findings/finding.ts';
import type { Report } from '../../findings/report.ts';
import { buildLookup } from '../../lookup/build-lookup.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { computeFacts, keepFacts, knownFacts } from '../../lookup/resource-facts.ts';
import type { Design } from '../../model/design.ts';
import { nameCounts } from '../facts/names.ts';
import { declarePart } from '../facts/whole-design.ts';
import { areIdsStillOffered, areNamesStillOffered, keepOfferedNames, offeredNames, type OfferedNames } from '../fixes/new-ids.ts';
import { areAddressesStillOffered, keepOfferedAddresses, offeredAddresses, type OfferedAddresses } from '../fixes/placeholder-address.ts';
import { findEdits, type EditedResource } from './find-edits.ts';
import { cutOut, findIslands, joinTouched, tieFindings, type Island, type Islands } from './islands.ts';
import { isLocalEdit, touchesPublicAddresses } from './local-edits.ts';

/** The latest version of a design that was checked, and what the next check can take over. */
export interface CheckedDesign {
  readonly design: Design;
  readonly findings: readonly Finding[];
  /** What is free in the whole design and was offered in fixes, and how many have each name. */
  readonly names: OfferedNames;
  readonly addresses: OfferedAddresses;
  readonly nameCounts: ReadonlyMap<string, number>;
  /** Found at the first edit; grows with the edits. */
  islands?: Islands;
  /** The resources of the edited design that the islands are joined for already. */
  joinedFor?: Design['resources'];
  /** Edits after which islands are looked for again: the last one touched nearly everything, and so will the next. */
  wait?: number;
}

/** Remembers a check of a whole design, made with this lookup, and the islands of the check before it. */
export function rememberCheck(lookup: Lookup, findings: readonly Finding[], before?: CheckedDesign): CheckedDesign {
  const islands = before?.joinedFor === lookup.design.resources ? before.islands : undefined;
  if (islands) tieFindings(islands, findings);
  const wait = Math.max(0, (before?.wait ?? 0) - 1);
  const kept = { ...(islands && { islands }), ...(wait > 0 && { wait }) };
  return { ...kept, design: lookup.design, findings, names: offeredNames(lookup), addresses: offeredAddresses(lookup), nameCounts: nameCounts(lookup) };
}

/** The parts of a design that say nothing about what is reachable. */
const BESIDES: ReadonlySet<string> = new Set(['name', 'resources', 'layout', 'expectations', 'answers']);

function isSameBesides(before: Design, after: Design): boolean {
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...was.keys(), ...is.keys()].every((key) => BESIDES.has(key) || was.get(key) === is.get(key));
}

/** The names in the edited design; `undefined` where somebody else is now told apart by its id, or no longer. */
function recountNames(counts: ReadonlyMap<string, number>, edits: readonly EditedResource[]): ReadonlyMap<string, number> | undefined {
  const renamed = edits.filter(({ before, after }) => before?.name !== after?.name);
  if (renamed.length === 0) return counts;
  const names = renamed.flatMap(({ before, after }) => [before?.name ?? '', after?.name ?? '']);
  const recounted = new Map(counts);
  const add = (name: string | undefined, count: number): void => void (name && recounted.set(name, (recounted.get(name) ?? 0) + count));
  for (const { before, after } of renamed) {
    add(before?.name, -1);
    add(after?.name, 1);
  }
  return names.every((name) => (counts.get(name) ?? 0) < 2 && (recounted.get(name) ?? 0) < 2) ? recounted : undefined;
}

/** Whether every fix of the rest offers what is free in the edited design too. */
function offersTheSame(checked: CheckedDesign, design: Design, edits: readonly EditedResource[]): boolean {
  if (!areIdsStillOffered(checked.names, design)) return false;
  if (edits.some(({ before, after }) => before?.name !== after?.name) && !areNamesStillOffered(checked.names, design)) return false;
  const { placeholder, free } = checked.addresses;
  const isOffered = placeholder !== undefined || free.size > 0;
  return !isOffered || !edits.some(touchesPublicAddresses) || areAddressesStillOffered(checked.addresses, buildLookup(design));
}

const HALF = 0.5;
/** Where everything hangs together, islands are looked for after so many edits only. */
const WAIT = 16;

/** Whether an island is most of what there is now; what was taken away since stays in it, and counts no more. */
function isMostOf({ resources }: Design, island: Island): boolean {
  let [inside, all] = [0, 0];
  for (const id in resources) {
    all += 1;
    if (island.has(id)) inside += 1;
  }
  return inside > all * HALF;
}

function lookupOf(part: Design, design: Design, given: Pick<CheckedDesign, 'names' | 'addresses' | 'nameCounts'>): Lookup {
  const lookup = buildLookup(part);
  declarePart(lookup, () => buildLookup(design));
  keepOfferedNames(lookup, given.names);
  keepOfferedAddresses(lookup, given.addresses);
  nameCounts.keep(lookup, given.nameCounts);
  return lookup;
}

const isOf = (island: Island, { evidence }: Finding): boolean => evidence.some(({ at }) => island.has(at));

/** Facts are known again where they were known before. */
function carryFacts(before: Design, after: Design, given: { readonly island: Island; readonly part: Design }): void {
  const known = knownFacts(before);
  if (!known) return;
  const facts: Record<string, Report['facts'][string]> = {};
  for (const [id, fact] of Object.entries(known)) if (!given.island.has(id)) facts[id] = fact;
  keepFacts(after, Object.assign(facts, computeFacts(given.part)));
}

/** What a check of a part found that is about the part: what is about the design as a whole stands in no place. */
function mergeFindings(checked: CheckedDesign, island: Island, found: readonly Finding[]): readonly Finding[] | undefined {
  if (found.some(({ rule, id }) => id === `${rule}:unfinished`)) return undefined;
  return [...checked.findings.filter((finding) => !isOf(island, finding)), ...found.filter((finding) => isOf(island, finding))];
}

/** The edits of a design since it was checked, where they can be judged by what they touch. */
function localEdits(checked: CheckedDesign, design: Design): readonly EditedResource[] | undefined {
  if (!isSameBesides(checked.design, design)) return undefined;
  const edits = findEdits(checked.design.resources, design.resources);
  return edits?.every(isLocalEdit) === true && edits.length > 0 ? edits : undefined;
}

/**
 * Checks again only what an edit touches: the island of the edited resources, by the same rules. The findings of all
 * other islands are taken over. `undefined` where the edit could matter to the rest, so that all has to be checked.
 * The findings are not sorted.
 */
export function checkEdit(checked: CheckedDesign, design: Design, run: (lookup: Lookup) => readonly Finding[]): CheckedDesign | undefined {
  if (checked.wait !== undefined) return undefined;
  const edits = localEdits(checked, design);
  const counts = edits && recountNames(checked.nameCounts, edits);
  if (!edits || !counts || !offersTheSame(checked, design, edits)) return undefined;
  const islands = checked.islands ?? findIslands(checked.design, checked.findings);
  const island = joinTouched(islands, edits, design);
  checked.islands = islands;
  checked.joinedFor = design.resources;
  if (isMostOf(design, island)) {
    checked.wait = WAIT;
    return undefined;
  }
  const part = cutOut(design, island);
  const lookup = lookupOf(part, design, { ...checked, nameCounts: counts });
  const findings = mergeFindings(checked, island, run(lookup));
  if (!findings) return undefined;
  carryFacts(checked.design, design, { island, part });
  return { design, findings, names: checked.names, addresses: offeredAddresses(lookup), nameCounts: counts, islands };
}
