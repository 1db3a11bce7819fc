import type { Design } from '../../model/design.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { Resource } from '../../model/resources/index.ts';

type Resources = Design['resources'];

/** A resource that is not the object it was: changed, added (nothing before) or removed (nothing after). */
export interface EditedResource {
  readonly id: ResourceId;
  readonly before: Resource | undefined;
  readonly after: Resource | undefined;
}

/** More than this is a new design rather than an edit. */
const MOST_EDITS = 50;

const idsOf = (resources: Resources): readonly ResourceId[] => Object.keys(resources) as ResourceId[];

interface Walk {
  readonly before: Resources;
  readonly after: Resources;
  readonly edits: EditedResource[];
}

/** The next id that both have, noting those that only one has. */
function skip(walk: Walk, ids: readonly ResourceId[], given: { readonly from: number; readonly other: Resources }): number {
  let at = given.from;
  for (let id = ids[at]; id !== undefined && given.other[id] === undefined; id = ids[at]) {
    walk.edits.push({ id, before: walk.before[id], after: walk.after[id] });
    at += 1;
  }
  return at;
}

/** Two versions of the resources: what differs, or `undefined` where it is much or the order of the rest is another. */
export function findEdits(before: Resources, after: Resources): readonly EditedResource[] | undefined {
  const walk: Walk = { before, after, edits: [] };
  const { edits } = walk;
  const [idsBefore, idsAfter] = [idsOf(before), idsOf(after)];
  let [was, is] = [0, 0];
  for (;;) {
    // Nearly always both stand at the same resource.
    if (idsBefore[was] !== idsAfter[is]) {
      was = skip(walk, idsBefore, { from: was, other: after });
      is = skip(walk, idsAfter, { from: is, other: before });
    }
    const id = idsAfter[is];
    if (edits.length > MOST_EDITS || id !== idsBefore[was]) return undefined;
    if (id === undefined) return edits;
    if (before[id] !== after[id]) edits.push({ id, before: before[id], after: after[id] });
    was += 1;
    is += 1;
  }
}
