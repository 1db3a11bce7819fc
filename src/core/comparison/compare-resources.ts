import { compareText, naturalKey } from '../drawing/natural-order.ts';
import type { ResourceChange } from '../findings/comparison.ts';
import type { Design } from '../model/design.ts';
import type { ResourceId } from '../model/ids.ts';
import { resourceSchemas, type Resource, type ResourceKind } from '../model/resources/index.ts';
import { compareFields } from './compare-fields.ts';
import type { NameOf } from './describe-value.ts';

/** What an id is called in a design; what is no resource there is its own name. */
export const namesOf = ({ resources }: Design): NameOf => (id) => {
  const name = Object.hasOwn(resources, id) ? resources[id as ResourceId]?.name : undefined;
  return name === undefined || name === '' ? id : name;
};

const rank = new Map<ResourceKind, number>(resourceSchemas.map((schema, index) => [schema.shape.kind.value, index]));

function compareChanges(a: ResourceChange, b: ResourceChange): number {
  const byKind = (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0);
  return byKind !== 0 ? byKind : compareText(naturalKey(`${a.name} ${a.resource} ${a.change}`), naturalKey(`${b.name} ${b.resource} ${b.change}`));
}

const toChange = (change: 'added' | 'removed', resource: ResourceId, { kind, name }: Resource): ResourceChange => ({ change, resource, kind, name, fields: [] });

/** Everything of one id. An id that stands for another kind of thing now is one thing gone and another one new. */
function compareOne(id: ResourceId, { before, after }: { readonly before: Design; readonly after: Design }): readonly ResourceChange[] {
  const [old, fresh] = [before.resources[id], after.resources[id]];
  if (old === fresh) return [];
  if (old?.kind !== fresh?.kind || !old || !fresh) return [...(old ? [toChange('removed', id, old)] : []), ...(fresh ? [toChange('added', id, fresh)] : [])];
  const fields = compareFields(old, fresh, { nameOfBefore: namesOf(before), nameOfAfter: namesOf(after) });
  return fields.length === 0 ? [] : [{ change: 'changed', resource: id, kind: fresh.kind, name: fresh.name, fields }];
}

/** The resources that are new, gone, or not the same, by their ids: a renamed one is changed. Places do not count. */
export function compareResources(before: Design, after: Design): readonly ResourceChange[] {
  const ids = [...new Set([...Object.keys(before.resources), ...Object.keys(after.resources)])] as ResourceId[];
  return ids.flatMap((id) => compareOne(id, { before, after })).sort(compareChanges);
}
