import { egressOnlyInternetGateway } from '../../editing/adding/add-gateway.ts';
import { egressOnlyGatewayOf } from '../../lookup/edge-gateways.ts';
import type { Lookup, VpcEntry } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { Patch } from '../../patch/patch.ts';
import { nameOf } from '../facts/names.ts';
import { addValue } from './patch-of.ts';
import { newId, newName } from './new-ids.ts';

/** An egress-only internet gateway of a VPC to route to, and what has to happen to the design besides. */
export interface EgressOnlyOffer {
  readonly id: ResourceId;
  /** What it is called in a title. */
  readonly words: string;
  readonly patch: Patch;
}

/** The one that the VPC has, else a new one. */
export function offerEgressOnlyGateway(lookup: Lookup, vpc: VpcEntry): EgressOnlyOffer {
  const own = egressOnlyGatewayOf(lookup, vpc.id);
  if (own !== undefined) return { id: own, words: nameOf(lookup, own), patch: [] };
  const id = newId(lookup, 'eigw');
  const name = newName(lookup, 'egress-only');
  const gateway = egressOnlyInternetGateway(name, { region: vpc.value.region, vpc: vpc.id });
  return { id, words: 'a new egress-only internet gateway', patch: addValue([id], gateway) };
}
