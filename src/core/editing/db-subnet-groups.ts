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
 * Puts a DB instance into a DB subnet group, which has to hold the subnets it stands in, or into none. RDS moves an
 * instance only together with its addresses.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html
 */
export function setDbSubnetGroup(design: Design, { dbInstance, dbSubnetGroup }: { readonly dbInstance: ResourceId; readonly dbSubnetGroup: ResourceId | undefined }): EditResult {
  return edit(design, (draft) => {
    const { name } = draft.need(dbInstance, 'db-instance');
    if (dbSubnetGroup === undefined) {
      draft.change(dbInstance, 'db-instance', { subnetGroup: undefined });
      return { said: `Take ${name} out of its DB subnet group`, select: [dbInstance] };
    }
    const { subnets } = draft.need(dbSubnetGroup, 'db-subnet-group');
    const outside = interfacesOf(draft.design, dbInstance).find(({ value }) => !subnets.includes(value.subnet));
    if (outside) refuse(`${name} stands in ${draft.nameOf(outside.value.subnet)}, which is not in ${draft.nameOf(dbSubnetGroup)}; add that subnet to the group first.`);
    draft.change(dbInstance, 'db-instance', { subnetGroup: dbSubnetGroup });
    return { said: `Put ${name} in ${draft.nameOf(dbSubnetGroup)}`, select: [dbInstance] };
  });
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
