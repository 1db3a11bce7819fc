import type { ImportChange } from '../../findings/import-report.ts';
import type { Design } from '../../model/design.ts';
import type { ResourceId } from '../../model/ids.ts';
import { resourceSchemas, type Resource, type ResourceKind } from '../../model/resources/index.ts';
import { jsonEqual } from '../../patch/json.ts';
import { awsKeyOf } from '../aws-describe/aws-keys.ts';

/** A design with a newer snapshot of the same account laid over it, and what that changed. */
export interface MergedImport {
  readonly design: Design;
  readonly changes: readonly ImportChange[];
}

/** A name AWS does not have: the importer falls back on the id. */
const isUnnamed = (id: string, { name }: Resource): boolean => name === '' || name === id;

/** Fields that a person writes and `describe-*` does not print, beside those that the model does not know. */
const OWN_FIELDS: ReadonlySet<string> = new Set(['note', 'services', 'userData', 'onPremises', 'forwards']);

const fieldsOfKind = new Map(resourceSchemas.map((schema) => [schema.shape.kind.value, new Set(Object.keys(schema.shape))]));

const isOwn = (kind: ResourceKind, field: string): boolean => OWN_FIELDS.has(field) || fieldsOfKind.get(kind)?.has(field) !== true;

/** What AWS says now, with everything the person wrote that AWS does not speak of (notes, services, scripts, names). */
function layOver(id: string, known: Resource, read: Resource): Resource {
  if (known.kind !== read.kind) return read;
  const own = Object.fromEntries(Object.entries(known).filter(([field]) => isOwn(known.kind, field)));
  const merged: Resource = { ...own, ...read };
  return isUnnamed(id, read) && !isUnnamed(id, known) ? { ...merged, name: known.name } : merged;
}

function changedFields(known: Resource, merged: Resource): readonly string[] {
  const [before, after] = [known as Readonly<Record<string, unknown>>, merged as Readonly<Record<string, unknown>>];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((field) => !jsonEqual(before[field], after[field]));
}

/** Where a resource lies: the field of each kind that names what is around it. */
const UPWARDS = ['subnet', 'vpc', 'region', 'transitGateway', 'customerGateway', 'subnetGroup'] as const;

/** What lies in no subnet itself but has an interface that does: an instance, a database. */
function holdersOf(design: Design): ReadonlyMap<string, Resource> {
  const holders = new Map<string, Resource>();
  for (const resource of Object.values(design.resources)) {
    if (resource.kind === 'network-interface' && resource.attachment) holders.set(resource.attachment.resource, resource);
  }
  return holders;
}

/** The longest way up there is: interface, subnet, VPC, Region. */
const LONGEST_WAY_UP = 4;

/** The Region a resource lies in, as far as the design says. */
function regionOf(design: Design, id: ResourceId, holders: ReadonlyMap<string, Resource>): ResourceId | undefined {
  let resource = holders.get(id) ?? design.resources[id];
  for (let step = 0; step < LONGEST_WAY_UP && resource; step += 1) {
    const fields = resource as Readonly<Record<string, unknown>>;
    const field = UPWARDS.find((name) => typeof fields[name] === 'string');
    if (field === undefined) return undefined;
    const parent = fields[field] as ResourceId;
    if (field === 'region') return parent;
    resource = design.resources[parent];
  }
  return undefined;
}

/** Whether the new snapshot holds AWS's answer about such things, be it an empty one. */
function isAnswered(imported: Design, id: ResourceId, kind: ResourceKind): boolean {
  const known = awsKeyOf(id);
  const answered = imported.snapshot?.answered ?? [];
  if (known) return [known.key, ...known.otherKeys].some((key) => answered.includes(key));
  return Object.values(imported.resources).some((resource) => resource.kind === kind);
}

/** Whether the new snapshot would have shown this resource if it still were: it has that answer, from the same Region. */
function wouldBeShown(given: { readonly current: Design; readonly imported: Design; readonly holders: ReadonlyMap<string, Resource> }, id: ResourceId): boolean {
  const resource = given.current.resources[id];
  if (!resource || !isAnswered(given.imported, id, resource.kind)) return false;
  const region = regionOf(given.current, id, given.holders);
  return region !== undefined && Object.hasOwn(given.imported.resources, region);
}

const importedIds = ({ snapshot, resources }: Design): readonly ResourceId[] => snapshot?.imported ?? (snapshot ? (Object.keys(resources) as ResourceId[]) : []);

function findRemoved(current: Design, imported: Design): readonly ResourceId[] {
  const given = { current, imported, holders: holdersOf(current) };
  return importedIds(current).filter((id) => !Object.hasOwn(imported.resources, id) && wouldBeShown(given, id));
}

/** What neither snapshot had, or the earlier one alone, stays unknown; what either had is known. */
function mergeMissing(current: Design, imported: Design): readonly string[] {
  const missing = imported.snapshot?.missing ?? [];
  return current.snapshot ? missing.filter((word) => current.snapshot?.missing.includes(word)) : missing;
}

const toChange = (design: Design, id: ResourceId, how: Omit<ImportChange, 'resource' | 'name' | 'kind'>): ImportChange => {
  const resource = design.resources[id];
  return { resource: id, name: resource?.name ?? '', kind: resource?.kind ?? '', ...how };
};

/**
 * Lays a newer import over a design: what AWS describes is as AWS says now; places on the canvas, notes, services,
 * scripts, expectations, answers and everything the person drew stay. What an earlier import brought and the new
 * snapshot would show if it still were is removed. Removing leaves references to it, which the rules then name.
 */
export function mergeImport(current: Design, imported: Design): MergedImport {
  const removed = new Set(findRemoved(current, imported));
  const changes: ImportChange[] = [...removed].map((id) => toChange(current, id, { change: 'removed', fields: [] }));
  const resources: Record<ResourceId, Resource> = Object.fromEntries(Object.entries(current.resources).filter(([id]) => !removed.has(id as ResourceId)));
  for (const [key, read] of Object.entries(imported.resources)) {
    const id = key as ResourceId;
    const known = resources[id];
    const merged = known ? layOver(id, known, read) : read;
    resources[id] = merged;
    if (!known) changes.push(toChange(imported, id, { change: 'added', fields: [] }));
    else if (!jsonEqual(known, merged)) changes.push(toChange(imported, id, { change: 'changed', fields: changedFields(known, merged) }));
  }
  const kept = importedIds(current).filter((id) => !removed.has(id) && Object.hasOwn(resources, id));
  const ids = [...new Set([...kept, ...(Object.keys(imported.resources) as ResourceId[])])].sort();
  const answered = [...new Set([...(current.snapshot?.answered ?? []), ...(imported.snapshot?.answered ?? [])])].sort();
  const design: Design = { ...current, resources, snapshot: { ...current.snapshot, missing: [...mergeMissing(current, imported)], imported: ids, answered } };
  return { design, changes };
}
