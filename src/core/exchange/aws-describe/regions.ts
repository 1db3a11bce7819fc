import { describeRegion } from '../../aws/regions.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { Draft } from './draft.ts';
import { UNKNOWN_REGION } from './places.ts';
import { textIn, type SourcedRecord } from './record.ts';

interface Known {
  readonly id: ResourceId;
  readonly code: string;
  readonly account: string | undefined;
}
const known = new WeakMap<Draft, Known[]>();

function regionsOf(draft: Draft): Known[] {
  const list = known.get(draft) ?? [];
  known.set(draft, list);
  return list;
}

function addRegion(draft: Draft, code: string, account: string | undefined): ResourceId {
  const id = draft.claim(`region-${code}`, `region-${code}-${account ?? 'other'}`);
  draft.put(id, { kind: 'region', name: describeRegion(code).name, code, ...(account === undefined ? {} : { account }) });
  regionsOf(draft).push({ id, code, account });
  if (code === UNKNOWN_REGION) {
    const sentence = 'The files do not say which Region they are from; put them into a folder named after it, such as us-east-1.';
    draft.note({ type: 'Regions', count: 1, outcome: 'skipped', sentence });
  }
  return id;
}

/** The account whose Region a VPC stands in: its owner, where the snapshot has files of that account, else who was asked. */
function accountOfVpc(draft: Draft, sourced: SourcedRecord): string | undefined {
  const owner = textIn(sourced.record, 'OwnerId');
  const asked = sourced.source.account;
  const isAsked = draft.recordsOf('Vpcs').some(({ source }) => source.account !== undefined && source.account === owner);
  return isAsked || asked === undefined ? owner : asked;
}

/** The Region of a VPC; it is put into the draft when it is not there yet. */
export function regionOfVpc(draft: Draft, sourced: SourcedRecord): ResourceId {
  const code = draft.places.regionOf(sourced);
  const account = accountOfVpc(draft, sourced);
  return regionsOf(draft).find((region) => region.code === code && region.account === account)?.id ?? addRegion(draft, code, account);
}

/**
 * The Region of anything else. What belongs to a VPC is where that is; the owners of other things are often not told,
 * then the Region of the same code that is there already is taken.
 */
export function regionOf(draft: Draft, sourced: SourcedRecord, vpc?: string): ResourceId {
  const ofVpc = vpc === undefined ? undefined : draft.get(vpc, 'vpc')?.region;
  if (ofVpc !== undefined) return ofVpc;
  const code = draft.places.regionOf(sourced);
  const account = sourced.source.account ?? textIn(sourced.record, 'OwnerId');
  const sameCode = regionsOf(draft).filter((region) => region.code === code);
  const best = sameCode.find((region) => region.account === account) ?? (sourced.source.account === undefined ? sameCode[0] : undefined);
  return best?.id ?? addRegion(draft, code, account);
}

/** Every Region that the draft has, for what is said about a whole Region. */
export const regionsWithCode = (draft: Draft, code: string): readonly ResourceId[] =>
  regionsOf(draft).flatMap((region) => (region.code === code ? [region.id] : []));

/** Where all VPCs of a Region have one owner, that is whose Region it is: folders may be named after anything. */
export function nameRegionOwners(draft: Draft): void {
  for (const { id } of regionsOf(draft)) {
    const owners = new Set(draft.all('vpc').flatMap(([, vpc]) => (vpc.region === id && vpc.account !== undefined ? [vpc.account] : [])));
    const [owner] = owners;
    if (owners.size === 1 && owner !== undefined) draft.change(id, 'region', (region) => ({ ...region, account: owner }));
  }
}
