import type { Box, Design } from '../model/design.ts';
import { makeId, type RandomSource, type ResourceId } from '../model/ids.ts';
import type { Resource, ResourceKind, ResourceOfKind } from '../model/resources/index.ts';
import { ownerOfKey, parseZoneKey } from './container.ts';
import { nounOf, withArticle } from './nouns.ts';
import { refuse } from './refusal.ts';

/** A resource with its id. */
export interface Entry<Value> {
  readonly id: ResourceId;
  readonly value: Value;
}

type ByKind = Map<ResourceKind, readonly Entry<Resource>[]>;

/** Designs are never written to, so what their resources sort into holds as long as they do. */
const sorted = new WeakMap<object, ByKind>();

function sortByKind(resources: Design['resources']): ByKind {
  const known = sorted.get(resources);
  if (known) return known;
  const kinds = new Map<ResourceKind, Entry<Resource>[]>();
  for (const [id, value] of Object.entries(resources)) {
    const entry = { id: id as ResourceId, value };
    const entries = kinds.get(value.kind);
    if (entries) entries.push(entry);
    else kinds.set(value.kind, [entry]);
  }
  sorted.set(resources, kinds);
  return kinds;
}

/** Every resource of a kind, in the order of the design. */
export function listResources<Kind extends ResourceKind>(design: Design, kind: Kind): readonly Entry<ResourceOfKind<Kind>>[] {
  return (sortByKind(design.resources).get(kind) ?? []) as readonly Entry<ResourceOfKind<Kind>>[];
}

function isOfKind<Kind extends ResourceKind>(resource: Resource, kind: Kind): resource is ResourceOfKind<Kind> {
  return resource.kind === kind;
}

/** The fields of a resource that an edit may set; `undefined` takes an optional field away. */
export type Changes<Value> = { readonly [Field in keyof Value]?: Value[Field] | undefined };

/** A copy with fields set, or taken away where the change is `undefined`. */
export function withChanges<Value extends object>(value: Value, changes: Changes<Value>): Value {
  const changed = Object.entries({ ...value, ...changes }).filter(([, member]) => member !== undefined);
  return Object.fromEntries(changed) as Value;
}

/**
 * A design while an edit is at work on it. Each step makes a new `design`, so that whatever reads it in between (a
 * lookup, another step) sees a whole design and no object of the start is ever written to.
 */
export class Draft {
  design: Design;
  readonly random: RandomSource;

  constructor(design: Design, random: RandomSource) {
    this.design = design;
    this.random = random;
  }

  list<Kind extends ResourceKind>(kind: Kind): readonly Entry<ResourceOfKind<Kind>>[] {
    return listResources(this.design, kind);
  }

  find(id: string): Resource | undefined {
    return Object.hasOwn(this.design.resources, id) ? this.design.resources[id as ResourceId] : undefined;
  }

  /** The resource of that id if it is of that kind. */
  findOf<Kind extends ResourceKind>(id: string | undefined, kind: Kind): ResourceOfKind<Kind> | undefined {
    const resource = id === undefined ? undefined : this.find(id);
    return resource && isOfKind(resource, kind) ? resource : undefined;
  }

  /** The resource of that id; refuses the edit when the design has none of that kind. */
  need<Kind extends ResourceKind>(id: string, kind: Kind): ResourceOfKind<Kind> {
    const resource = this.find(id);
    if (!resource) return refuse(`${id} is not in the design.`);
    if (!isOfKind(resource, kind)) return refuse(`${resource.name} is ${withArticle(resource.kind)}, not ${withArticle(kind)}.`);
    return resource;
  }

  nameOf(id: string): string {
    const name = this.find(id)?.name;
    return name === undefined || name === '' ? id : name;
  }

  /** "subnet app-a". */
  describe(id: string): string {
    const resource = this.find(id);
    return resource ? `${nounOf(resource.kind)} ${this.nameOf(id)}` : id;
  }

  put(id: ResourceId, resource: Resource): void {
    this.design = { ...this.design, resources: { ...this.design.resources, [id]: resource } };
  }

  /** Adds a resource under a fresh id of AWS's form. */
  add(prefix: string, resource: Resource): ResourceId {
    const id = makeId(prefix, this.random, (taken) => Object.hasOwn(this.design.resources, taken));
    this.put(id, resource);
    return id;
  }

  /** Sets fields of a resource; `undefined` takes an optional one away. */
  change<Kind extends ResourceKind>(id: ResourceId, kind: Kind, changes: Changes<ResourceOfKind<Kind>>): void {
    this.put(id, withChanges(this.need(id, kind), changes));
  }

  /** Takes resources out of the design and off the canvas; what refers to them is the caller's care. */
  remove(ids: ReadonlySet<string>): void {
    const keep = ([id]: readonly [string, unknown]): boolean => !ids.has(ownerOfKey(id)) && !ids.has(parseZoneKey(id)?.vpc ?? '');
    this.design = {
      ...this.design,
      resources: Object.fromEntries(Object.entries(this.design.resources).filter(keep)),
      layout: Object.fromEntries(Object.entries(this.design.layout).filter(keep)),
    };
  }

  /** Puts the node of that key (a resource id or a zone key) at a place relative to its container; it keeps its size. */
  place(key: string, box: Box | undefined): void {
    if (!box) return;
    const { layout } = this.design;
    this.design = { ...this.design, layout: { ...layout, [key]: { ...layout[key], ...box } } };
  }
}
