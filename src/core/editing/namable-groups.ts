import { buildLookup } from '../lookup/build-lookup.ts';
import { groupReferenceReaches } from '../lookup/group-references.ts';
import type { Design } from '../model/design.ts';
import type { ResourceId } from '../model/ids.ts';
import type { SecurityGroup } from '../model/resources/index.ts';
import { listResources, type Entry } from './draft.ts';

/** The groups that a rule of a group in that VPC can name: its own VPC's first, then those of VPCs it is peered with. */
export function namableGroups(design: Design, vpc: ResourceId): readonly Entry<SecurityGroup>[] {
  const lookup = buildLookup(design);
  const groups = listResources(design, 'security-group').filter(({ id }) => groupReferenceReaches(lookup, vpc, { group: id }) === 'reaches');
  const isOwn = ({ value }: Entry<SecurityGroup>): boolean => value.vpc === vpc;
  return [...groups.filter(isOwn), ...groups.filter((group) => !isOwn(group))];
}
