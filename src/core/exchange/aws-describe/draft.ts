import type { ImportLine } from '../../findings/import-report.ts';
import { asResourceId, resourceIdSchema, type ResourceId } from '../../model/ids.ts';
import { quote, shorten } from '../../model/quote.ts';
import type { Resource, ResourceKind, ResourceOfKind } from '../../model/resources/index.ts';
import type { Places } from './places.ts';
import type { Answer, SourcedRecord } from './record.ts';
import type { Snapshot } from './snapshot.ts';

/** A design in the making. Readers and joins put resources into it; what they cannot do is noted. */
export interface Draft {
  readonly places: Places;
  readonly recordsOf: (key: string) => readonly SourcedRecord[];
  /** Whether some file had this top-level key, be it with an empty list. */
  readonly hasKey: (key: string) => boolean;
  /** Whether AWS had more to list under this key of a reader than the files hold. */
  readonly isCut: (key: string) => boolean;
  /** The answers that had this key. */
  readonly answersOf: (key: string) => readonly Answer[];
  readonly note: (line: ImportLine) => void;
  readonly lines: () => readonly ImportLine[];
  /** An id for a new resource: the first of these that is not taken. */
  readonly claim: (...wanted: readonly string[]) => ResourceId;
  /** Remembers that a thing was in the files but could not be read, so that references to it are said rightly. */
  readonly leaveOut: (id: string) => void;
  readonly wasLeftOut: (id: string) => boolean;
  readonly put: (id: ResourceId, resource: Resource) => void;
  readonly remove: (id: ResourceId) => void;
  readonly get: <Kind extends ResourceKind>(id: string, kind: Kind) => ResourceOfKind<Kind> | undefined;
  readonly has: (id: string) => boolean;
  readonly all: <Kind extends ResourceKind>(kind: Kind) => readonly (readonly [ResourceId, ResourceOfKind<Kind>])[];
  readonly entries: () => readonly (readonly [ResourceId, Resource])[];
  /** Changes a resource that is there already; `false` when it is not. */
  readonly change: <Kind extends ResourceKind>(id: string, kind: Kind, change: (resource: ResourceOfKind<Kind>) => ResourceOfKind<Kind>) => boolean;
}

const isOfKind = <Kind extends ResourceKind>(resource: Resource | undefined, kind: Kind): resource is ResourceOfKind<Kind> => resource?.kind === kind;

/** The id of the drawn internet; it is an endpoint of questions, so that nothing else may have it. */
export const INTERNET_ID = asResourceId('internet');

/** Ids that nothing gets that is imported: the internet's, and those a design cannot hold. */
const UNUSABLE = new Set<string>([INTERNET_ID, '__proto__', 'constructor', 'prototype', '']);

function claimId(taken: (id: string) => boolean, wanted: readonly string[]): ResourceId {
  const isFree = (id: string): boolean => !UNUSABLE.has(id) && !taken(id);
  const free = wanted.find(isFree);
  if (free !== undefined) return asResourceId(free);
  const last = wanted.at(-1) ?? 'resource';
  let number = 2;
  while (!isFree(`${last}-${number}`)) number += 1;
  return asResourceId(`${last}-${number}`);
}

/** Why a resource cannot have its id: a design cannot hold it, or something else has it. */
function refuse(id: string, resource: Resource, earlier: Resource | undefined): string | undefined {
  if (!resourceIdSchema.safeParse(id).success) return `${shorten(quote(id))} cannot be an id in a design; this ${resource.kind} was left out.`;
  const isOther = earlier !== undefined && earlier.kind !== resource.kind;
  return isOther ? `${shorten(id)} is the id of a ${earlier.kind} and of a ${resource.kind}; the ${resource.kind} was left out.` : undefined;
}

interface Store {
  readonly resources: Map<string, Resource>;
  readonly idsOfKind: Map<ResourceKind, Set<string>>;
}

function putInto({ resources, idsOfKind }: Store, id: string, resource: Resource): void {
  const ids = idsOfKind.get(resource.kind) ?? new Set();
  idsOfKind.set(resource.kind, ids.add(id));
  resources.set(id, resource);
}

function removeFrom({ resources, idsOfKind }: Store, id: string): void {
  const resource = resources.get(id);
  if (resource) idsOfKind.get(resource.kind)?.delete(id);
  resources.delete(id);
}

function getFrom<Kind extends ResourceKind>({ resources }: Store, id: string, kind: Kind): ResourceOfKind<Kind> | undefined {
  const resource = resources.get(id);
  return isOfKind(resource, kind) ? resource : undefined;
}

/** The ids that are looked at by kind, so that a hundred thousand interfaces do not slow down the search for a NAT gateway. */
function allOf<Kind extends ResourceKind>(store: Store, kind: Kind): readonly (readonly [ResourceId, ResourceOfKind<Kind>])[] {
  return [...(store.idsOfKind.get(kind) ?? [])].flatMap((id) => {
    const resource = getFrom(store, id, kind);
    return resource ? [[asResourceId(id), resource] as const] : [];
  });
}

/** An empty draft on a snapshot. */
export function startDraft(snapshot: Snapshot, places: Places): Draft {
  const store: Store = { resources: new Map(), idsOfKind: new Map() };
  const lines: ImportLine[] = [...snapshot.lines];
  const leftOut = new Set<string>();
  const put = (id: string, resource: Resource): void => {
    const refusal = refuse(id, resource, store.resources.get(id));
    if (refusal === undefined) putInto(store, id, resource);
    else lines.push({ type: resource.kind, count: 1, outcome: 'skipped', sentence: refusal });
  };
  return {
    places,
    recordsOf: (key) => snapshot.records.get(key) ?? [],
    hasKey: (key) => snapshot.records.has(key),
    isCut: (key) => snapshot.cut.has(key),
    answersOf: (key) => snapshot.answers.get(key) ?? [],
    note: (line) => lines.push(line),
    lines: () => lines,
    claim: (...wanted) => claimId((id) => store.resources.has(id), wanted),
    leaveOut: (id) => leftOut.add(id),
    wasLeftOut: (id) => leftOut.has(id),
    put,
    remove: (id) => {
      removeFrom(store, id);
    },
    get: (id, kind) => getFrom(store, id, kind),
    has: (id) => store.resources.has(id),
    all: (kind) => allOf(store, kind),
    entries: () => [...store.resources].map(([id, resource]) => [asResourceId(id), resource] as const),
    change: (id, kind, change) => {
      const resource = getFrom(store, id, kind);
      if (resource) put(id, change(resource));
      return resource !== undefined;
    },
  };
}
