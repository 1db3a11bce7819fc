import { listResources } from '@core/editing/draft.ts';
import { exclusionOf, regionOf, type ExclusionMode } from '@core/editing/public-access-exclusions.ts';
import type { Design } from '@core/model/design.ts';
import type { ResourceId } from '@core/model/ids.ts';
import { nameOf } from '../parts/name-of.ts';

/** How a VPC or subnet may be left out, as choices. */
export const EXCLUSION_MODES: readonly { readonly value: ExclusionMode; readonly label: string; readonly sentence: string }[] = [
  { value: 'allow-bidirectional', label: 'Allow both ways', sentence: 'Gateways decide there, as if Block Public Access were off.' },
  { value: 'allow-egress', label: 'Allow egress', sentence: 'What is opened from inside gets out; only while both ways are blocked.' },
];

/** The mode of a choice; `undefined` for none of them. */
export const readMode = (chosen: string): ExclusionMode | undefined => EXCLUSION_MODES.find(({ value }) => value === chosen)?.value;

/** VPCs and subnets of a Region that have no exclusion of their own yet, VPCs first. */
export function excludable(design: Design, region: ResourceId): readonly ResourceId[] {
  const all = [...listResources(design, 'vpc'), ...listResources(design, 'subnet')].map(({ id }) => id);
  return all.filter((id) => regionOf(design, id) === region && exclusionOf(design, id) === undefined);
}

/** What holds for a VPC or subnet without an exclusion of its own. */
export function sayWithoutExclusion(design: Design, id: ResourceId): string {
  const value = design.resources[id];
  const vpc = value?.kind === 'subnet' ? value.vpc : undefined;
  const isByVpc = vpc !== undefined && exclusionOf(design, vpc) !== undefined;
  return `As ${nameOf(design, isByVpc ? vpc : (regionOf(design, id) ?? id))} says`;
}
