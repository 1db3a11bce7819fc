import type { Design } from '../model/design.ts';
import { nextRowId, type ResourceId, type RowId } from '../model/ids.ts';
import type { BlockPublicAccessExclusion, Region } from '../model/resources/index.ts';
import type { Draft } from './draft.ts';
import { listResources } from './draft.ts';
import type { EditResult } from './edit-result.ts';
import { edit, type Done } from './edit.ts';
import { refuse } from './refusal.ts';
import { rowEntries, withoutRow } from './rows.ts';

export type ExclusionMode = BlockPublicAccessExclusion['mode'];

/** An exclusion where it stands: its Region, its row and itself. */
export interface PlacedExclusion {
  readonly region: ResourceId;
  readonly row: RowId;
  readonly exclusion: BlockPublicAccessExclusion;
}

/** What AWS makes of an exclusion that is over; it leaves nothing out any more (EC2 API, VpcBlockPublicAccessExclusion, `State`). */
const OVER: ReadonlySet<string> = new Set(['delete-complete', 'disable-complete', 'create-failed']);

/** The exclusion of a VPC or subnet itself; that of a subnet's VPC is not its own. */
export function exclusionOf(design: Design, excluded: ResourceId): PlacedExclusion | undefined {
  for (const { id: region, value } of listResources(design, 'region')) {
    const own = rowEntries(value.blockPublicAccessExclusions ?? {}).find(([, { vpc, subnet, state }]) => (subnet ?? vpc) === excluded && !OVER.has(state ?? ''));
    if (own) return { region, row: own[0], exclusion: own[1] };
  }
  return undefined;
}

/** The Region of a VPC or subnet; `undefined` where the design does not hold it. */
export function regionOf(design: Design, excluded: ResourceId): ResourceId | undefined {
  const value = design.resources[excluded];
  const vpc = value?.kind === 'subnet' ? design.resources[value.vpc] : value;
  return vpc?.kind === 'vpc' && design.resources[vpc.region]?.kind === 'region' ? vpc.region : undefined;
}

const putExclusions = (draft: Draft, region: ResourceId, rows: NonNullable<Region['blockPublicAccessExclusions']>): void =>
  draft.change(region, 'region', { blockPublicAccessExclusions: Object.keys(rows).length === 0 ? undefined : rows });

const LEAVES: Readonly<Record<ExclusionMode, string>> = { 'allow-bidirectional': 'both ways', 'allow-egress': 'for what is opened from inside' };

const rowsIn = (draft: Draft, region: ResourceId): NonNullable<Region['blockPublicAccessExclusions']> => draft.need(region, 'region').blockPublicAccessExclusions ?? {};

function takeAway(draft: Draft, excluded: ResourceId): Done {
  const name = draft.nameOf(excluded);
  const { region, row } = exclusionOf(draft.design, excluded) ?? refuse(`${name} has no exclusion of its own.`);
  putExclusions(draft, region, withoutRow(rowsIn(draft, region), row));
  return { said: `Remove the exclusion of ${name}`, select: [region] };
}

const targetOf = (draft: Draft, excluded: ResourceId): Pick<BlockPublicAccessExclusion, 'vpc' | 'subnet'> => (draft.findOf(excluded, 'subnet') ? { subnet: excluded } : { vpc: excluded });

function leaveOut(draft: Draft, excluded: ResourceId, mode: ExclusionMode): Done {
  const name = draft.nameOf(excluded);
  const before = exclusionOf(draft.design, excluded);
  if (before?.exclusion.mode === mode) refuse(`${name} is left out ${LEAVES[mode]} already.`);
  const region = before?.region ?? regionOf(draft.design, excluded) ?? refuse(`${name} is no VPC or subnet of a Region in the design.`);
  const rows = rowsIn(draft, region);
  putExclusions(draft, region, { ...rows, [before?.row ?? nextRowId('exclusion', rows)]: { ...before?.exclusion, ...targetOf(draft, excluded), mode } });
  return { said: `Leave ${name} out of Block Public Access, ${LEAVES[mode]}`, select: [region] };
}

/**
 * Leaves a VPC or subnet out of VPC Block Public Access, changes how it is left out, or, without a mode, takes its exclusion
 * away. A VPC or subnet has one exclusion. https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-exclusions.html
 */
export function setExclusion(design: Design, { excluded, mode }: { readonly excluded: ResourceId; readonly mode: ExclusionMode | undefined }): EditResult {
  return edit(design, (draft) => (mode === undefined ? takeAway(draft, excluded) : leaveOut(draft, excluded, mode)));
}
