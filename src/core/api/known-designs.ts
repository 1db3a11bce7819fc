import { DESIGN_VERSION, type Design } from '../model/design.ts';
import { asResourceId, type ResourceId } from '../model/ids.ts';
import { parseDesign } from '../model/parse-design.ts';
import { succeed, type Reply } from '../model/reply.ts';
import type { Resource } from '../model/resources/index.ts';

/**
 * Designs that came out of the core itself and were parsed when they came in. A host that keeps the object (the command
 * line asks thousands of questions of one design) does not pay for parsing again; a copy that crossed a pipe does.
 */
const known = new WeakSet();
/** The resources and layouts of such designs: after an edit all but one are the same objects. A resource by its id. */
const knownResources = new WeakMap<object, string>();
const knownLayouts = new WeakSet();

/** Remembers a design that the core has made or parsed. */
export function rememberDesign<Value extends Design>(design: Value): Value {
  known.add(design);
  knownLayouts.add(design.layout);
  for (const [id, resource] of Object.entries(design.resources)) knownResources.set(resource, id);
  return design;
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isKnown = (id: string, resource: unknown): resource is Resource => isObject(resource) && knownResources.get(resource) === id;

/** The resources that nobody has parsed yet; `undefined` where that is all of them. */
function newResources(resources: Fields): Fields | undefined {
  const fresh: Record<string, unknown> = {};
  let isSomeKnown = false;
  for (const [id, resource] of Object.entries(resources)) {
    if (isKnown(id, resource)) isSomeKnown = true;
    else fresh[id] = resource;
  }
  return isSomeKnown ? fresh : undefined;
}

/** All resources in their order, those that had to be parsed as they came out of it. */
function putTogether(given: Fields, parsed: Design['resources']): Design['resources'] {
  const resources: Record<ResourceId, Resource> = {};
  for (const [key, resource] of Object.entries(given)) {
    const id = asResourceId(key);
    const one = isKnown(id, resource) ? resource : parsed[id];
    if (one) resources[id] = one;
  }
  return resources;
}

/** Parses what is new in an edited design that the core knows. `undefined` where it knows nothing of it. */
function parseEdited(value: unknown): Reply<Design> | undefined {
  if (!isObject(value) || value['version'] !== DESIGN_VERSION) return undefined;
  const { resources, layout } = value;
  // The key that is refused would be lost in a copy.
  if (!isObject(resources) || Object.hasOwn(resources, '__proto__')) return undefined;
  const fresh = newResources(resources);
  if (!fresh) return undefined;
  const knownLayout = isObject(layout) && knownLayouts.has(layout) ? (layout as Design['layout']) : undefined;
  const parsed = parseDesign({ ...value, resources: fresh, ...(knownLayout && { layout: {} }) });
  if (!parsed.ok) return parsed;
  return succeed({ ...parsed.value, resources: putTogether(resources, parsed.value.resources), ...(knownLayout && { layout: knownLayout }) });
}

/**
 * The design of a request: as it is when the core knows it, else parsed like any outside data. Of an edited one only
 * the resources that are not the known objects are parsed.
 */
export function receiveDesign(value: unknown): Reply<Design> {
  if (typeof value === 'object' && value !== null && known.has(value)) return succeed(value as Design);
  const parsed = parseEdited(value) ?? parseDesign(value);
  if (parsed.ok) rememberDesign(parsed.value);
  return parsed;
}
