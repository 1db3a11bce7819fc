import type { Design } from '../model/design.ts';
import type { RandomSource, ResourceId } from '../model/ids.ts';
import { makeDbInterface } from './adding/add-db-instance.ts';
import { blackholeRoutes } from './blackholes.ts';
import type { Draft } from './draft.ts';
import type { EditResult } from './edit-result.ts';
import { edit } from './edit.ts';
import { interfacesOf } from './members.ts';
import { refuse } from './refusal.ts';
import { moveInterface } from './moving/move-interface.ts';

function subnetsOfGroup(draft: Draft, db: ResourceId): readonly { readonly id: ResourceId; readonly zone: string }[] {
  const group = draft.findOf(draft.need(db, 'db-instance').subnetGroup, 'db-subnet-group');
  return (group?.subnets ?? []).map((id) => ({ id, zone: draft.findOf(id, 'subnet')?.availabilityZone ?? '' })).filter(({ zone }) => zone !== '');
}

function interfaceOfRole(draft: Draft, db: ResourceId, role: 'primary' | 'standby'): ResourceId | undefined {
  return interfacesOf(draft.design, db).find(({ value }) => (value.attachment?.role ?? 'primary') === role)?.id;
}

/** Makes the zone's side of a DB instance the primary one: the standby takes over, or a lone primary moves there. */
export function failOver(draft: Draft, db: ResourceId, zone: string): void {
  const { name, subnetGroup } = draft.need(db, 'db-instance');
  const target = subnetsOfGroup(draft, db).find((subnet) => subnet.zone === zone);
  if (!target) return refuse(`${name} has no subnet in ${zone}; add one to its DB subnet group ${draft.nameOf(subnetGroup ?? '')} first.`);
  const [primary, standby] = [interfaceOfRole(draft, db, 'primary'), interfaceOfRole(draft, db, 'standby')];
  const standsBy = standby !== undefined && draft.findOf(draft.need(standby, 'network-interface').subnet, 'subnet')?.availabilityZone === zone;
  if (primary !== undefined && standby !== undefined && standsBy) {
    draft.change(primary, 'network-interface', { attachment: { resource: db, deviceIndex: 1, role: 'standby' } });
    draft.change(standby, 'network-interface', { attachment: { resource: db, deviceIndex: 0, role: 'primary' } });
  } else if (primary !== undefined) moveInterface(draft, primary, target.id);
  draft.change(db, 'db-instance', { availabilityZone: zone });
}

function addStandby(draft: Draft, db: ResourceId): void {
  const { name, availabilityZone, subnetGroup } = draft.need(db, 'db-instance');
  const target = subnetsOfGroup(draft, db).find(({ zone }) => zone !== availabilityZone);
  if (!target) return refuse(`${name} needs a subnet in a second Availability Zone in ${draft.nameOf(subnetGroup ?? 'its DB subnet group')} for a standby.`);
  makeDbInterface(draft, { db, subnet: target.id, role: 'standby' });
}

function removeStandby(draft: Draft, standby: ResourceId): void {
  blackholeRoutes(draft, new Set([standby]));
  draft.remove(new Set([standby]));
}

/**
 * Turns Multi-AZ on, which puts a standby in another zone of the DB subnet group, or off, which takes the standby away.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html
 */
export function setMultiAz(design: Design, { dbInstance, multiAz, random }: { readonly dbInstance: ResourceId; readonly multiAz: boolean; readonly random: RandomSource }): EditResult {
  return edit(
    design,
    (draft) => {
      const before = draft.need(dbInstance, 'db-instance');
      if (before.multiAz === multiAz) refuse(`Multi-AZ of ${before.name} is ${multiAz ? 'on' : 'off'} already.`);
      const standby = interfaceOfRole(draft, dbInstance, 'standby');
      if (multiAz && standby === undefined) addStandby(draft, dbInstance);
      if (!multiAz && standby !== undefined) removeStandby(draft, standby);
      draft.change(dbInstance, 'db-instance', { multiAz });
      return { said: `Turn Multi-AZ of ${before.name} ${multiAz ? 'on' : 'off'}`, select: [dbInstance] };
    },
    random,
  );
}
