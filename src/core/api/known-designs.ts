import { DESIGN_VERSION, emptyDesign, type Design } from '../model/design.ts';
import { asResourceId } from '../model/ids.ts';
import { isSameData } from '../model/is-same-data.ts';
import { parseDesign } from '../model/parse-design.ts';
import { succeed, type Reply } from '../model/reply.ts';
import type { Resource } from '../model/resources/index.ts';

/**
 * Designs that came out of the core itself and were parsed when they came in. A host that keeps the object (the command
 * line asks thousands of questions of one design) does not pay for parsing again.
 */
const known = new WeakSet();
/** The resources of such designs, each by its id: after an edit all but one are the same objects. */
const knownResources = new WeakMap<object, string>();

/** The last one, with which a copy that crossed a pipe is compared: that is much quicker than parsing it. */
let latest: Design = emptyDesign();

/** Remembers a design that the core has made or parsed. */
export function rememberDesign<Value extends Design>(design: Value): Value {
  known.add(design);
  latest = design;
  for (const [id, resource] of Object.entries(design.resources)) knownResources.set(resource, id);
  return design;
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isKnown = (id: string, resource: unknown): resource is Resource => isObject(resource) && knownResources.get(resource) === id;

/** The resource as it was parsed before; `undefined` for a new one. What parsing gave is what parsing it gives again. */
function parsedBefore(id: string, resource: unknown): Resource | undefined {
  if (isKnown(id, resource)) return resource;
  const before = Object.hasOwn(latest.resources, id) ? latest.resources[asResourceId(id)] : undefined;
  return before !== undefined && isSameData(resource, before) ? before : undefined;
}

/** Resources in their order, each as it was parsed before or still to be parsed. */
type Sorted = readonly { readonly id: string; readonly given: unknown; readonly before: Resource | undefined }[];

function putTogether(sorted: Sorted, parsed: Design['resources']): Design['resources'] {
  const resources: Design['resources'] = {};
  for (const { id, before } of sorted) {
    const one = before ?? parsed[asResourceId(id)];
    if (one) resources[asResourceId(id)] = one;
  }
  return resources;
}

/** The other fields of a design; those that are as before are the objects they were. */
function keepOthers<Value extends Design>(design: Value): Value {
  const before: Fields = latest;
  return Object.fromEntries(Object.entries(design).map(([key, value]) => [key, isSameData(value, before[key]) ? before[key] : value])) as Value;
}

/** A design of this version whose resources are an object; the key that is refused would be lost in a copy. */
function resourcesIn(value: Fields): Fields | undefined {
  const { resources } = value;
  return value['version'] === DESIGN_VERSION && isObject(resources) && !Object.hasOwn(resources, '__proto__') ? resources : undefined;
}

/** Parses a design with these resources alone, and without its layout where that is as before. */
function parseRest(value: Fields, fresh: Fields): Reply<Design> {
  const layout = isSameData(value['layout'], latest.layout) ? latest.layout : undefined;
  const parsed = parseDesign({ ...value, resources: fresh, ...(layout && { layout: {} }) });
  return parsed.ok && layout ? succeed({ ...parsed.value, layout }) : parsed;
}

/** Parses what is new in an edited design. `undefined` where all of it is. */
function parseEdited(value: unknown): Reply<Design> | undefined {
  if (!isObject(value)) return undefined;
  const resources = resourcesIn(value);
  if (!resources) return undefined;
  const sorted: Sorted = Object.entries(resources).map(([id, given]) => ({ id, given, before: parsedBefore(id, given) }));
  const fresh = sorted.filter(({ before }) => before === undefined);
  if (fresh.length === sorted.length) return undefined;
  const parsed = parseRest(value, Object.fromEntries(fresh.map(({ id, given }) => [id, given])));
  return parsed.ok ? succeed(keepOthers({ ...parsed.value, resources: putTogether(sorted, parsed.value.resources) })) : parsed;
}

/**
 * The design of a request: as it is when the core knows it, else parsed like any outside data. Of an edited one only
 * the resources that are new are parsed.
 */
export function receiveDesign(value: unknown): Reply<Design> {
  if (isObject(value) && known.has(value)) return succeed(value as unknown as Design);
  const parsed = parseEdited(value) ?? parseDesign(value);
  if (parsed.ok) rememberDesign(parsed.value);
  return parsed;
}
