import type { Design } from '../model/design.ts';
import type { ResourceId } from '../model/ids.ts';
import type { Draft } from './draft.ts';
import type { EditResult } from './edit-result.ts';
import { edit } from './edit.ts';
import { interfacesOf } from './members.ts';
import { joinNames } from './nouns.ts';
import { refuse } from './refusal.ts';

const ZONES_OF_GROUP = 2;

function checkSubnets(draft: Draft, group: ResourceId, subnets: readonly ResourceId[]): void {
  const { name, vpc } = draft.need(group, 'db-subnet-group');
  const foreign = subnets.find((id) => draft.need(id, 'subnet').vpc !== vpc);
  if (foreign !== undefined) refuse(`${draft.nameOf(foreign)} is not in ${draft.nameOf(vpc)}; a DB subnet group holds subnets of one VPC.`);
  const zones = new Set(subnets.map((id) => draft.need(id, 'subnet').availabilityZone));
  if (zones.size < ZONES_OF_GROUP) refuse(`${name} needs subnets in at least two Availability Zones; these are in ${zones.size === 0 ? 'none' : joinNames([...zones])}.`);
}

function checkUsers(draft: Draft, group: ResourceId, subnets: readonly ResourceId[]): void {
  for (const { id, value } of draft.list('db-instance')) {
    if (value.subnetGroup !== group) continue;
    const used = interfacesOf(draft.design, id).find((entry) => !subnets.includes(entry.value.subnet));
    if (used) refuse(`${value.name} stands in ${draft.nameOf(used.value.subnet)}, so that subnet stays in ${draft.nameOf(group)}.`);
  }
}

/**
 * Sets the subnets of a DB subnet group: one VPC, at least two Availability Zones, and those its DB instances stand in.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html
 */
export function setDbSubnetGroupSubnets(design: Design, { dbSubnetGroup, subnets }: { readonly dbSubnetGroup: ResourceId; readonly subnets: readonly ResourceId[] }): EditResult {
  return edit(design, (draft) => {
    const chosen = [...new Set(subnets)];
    checkSubnets(draft, dbSubnetGroup, chosen);
    checkUsers(draft, dbSubnetGroup, chosen);
    draft.change(dbSubnetGroup, 'db-subnet-group', { subnets: chosen });
    return { said: `Put ${joinNames(chosen.map((id) => draft.nameOf(id)))} in ${draft.nameOf(dbSubnetGroup)}`, select: [dbSubnetGroup] };
  });
}
