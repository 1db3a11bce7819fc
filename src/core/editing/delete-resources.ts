import type { Design } from '../model/design.ts';
import { asResourceId, type RandomSource, type ResourceId } from '../model/ids.ts';
import { ownerOfKey, parseZoneKey } from './container.ts';
import { cascade } from './deleting/cascade.ts';
import { leaveBehind } from './deleting/leave-behind.ts';
import { refuseDeletion, refusePrimaryInterfaces } from './deleting/refuse-deletion.ts';
import type { Draft } from './draft.ts';
import type { EditResult } from './edit-result.ts';
import { edit } from './edit.ts';
import { subnetsOf } from './members.ts';
import { countOf, joinNames } from './nouns.ts';
import { refuse } from './refusal.ts';

const NAMED_AT_MOST = 3;

/** The resources that keys mean: a zone's key means its subnets. */
function resourcesOfKeys(draft: Draft, keys: readonly string[]): readonly ResourceId[] {
  return keys.flatMap((key) => {
    const zone = parseZoneKey(key);
    if (zone && !draft.find(key)) return subnetsOf(draft.design, zone.vpc).filter(({ value }) => value.availabilityZone === zone.zone).map(({ id }) => id);
    const id = asResourceId(ownerOfKey(key));
    return draft.find(id) ? [id] : refuse(`${key} is not in the design.`);
  });
}

function removeZones(draft: Draft, keys: readonly string[]): void {
  for (const key of keys) {
    const zone = parseZoneKey(key);
    const vpc = zone && draft.findOf(zone.vpc, 'vpc');
    if (!zone || !vpc) continue;
    draft.change(zone.vpc, 'vpc', { availabilityZones: vpc.availabilityZones.filter((name) => name !== zone.zone) });
    const { [key]: _box, ...layout } = draft.design.layout;
    draft.design = { ...draft.design, layout };
  }
}

function sayDeletion(draft: Draft, keys: readonly string[], doomed: number): string {
  const names = keys.map((key) => parseZoneKey(key)?.zone ?? draft.nameOf(ownerOfKey(key)));
  const subjects = names.length > NAMED_AT_MOST ? [countOf(names.length, 'resource')] : names;
  const along = doomed - keys.filter((key) => draft.find(ownerOfKey(key))).length;
  if (along <= 0) return `Delete ${joinNames(subjects)}`;
  return `Delete ${joinNames([...subjects, countOf(along, 'resource')])} with ${names.length === 1 ? 'it' : 'them'}`;
}

/**
 * Deletes resources, and zones by their keys, with everything they contain. What refers to them becomes what AWS would
 * leave: routes to a deleted gateway are blackholes, Elastic IP addresses stay allocated, subnets go back to the main
 * table and the default ACL. Main tables, default ACLs and default groups go with their VPC only.
 */
export function deleteResources(design: Design, { keys, random }: { readonly keys: readonly string[]; readonly random: RandomSource }): EditResult {
  return edit(
    design,
    (draft) => {
      if (keys.length === 0) refuse('Nothing is selected; select what to delete first.');
      const chosen = resourcesOfKeys(draft, keys);
      refusePrimaryInterfaces(draft, chosen);
      const doomed = cascade(design, chosen);
      refuseDeletion(draft, doomed);
      const said = sayDeletion(draft, keys, doomed.size);
      leaveBehind(draft, doomed);
      draft.remove(doomed);
      removeZones(draft, keys);
      return { said };
    },
    random,
  );
}
