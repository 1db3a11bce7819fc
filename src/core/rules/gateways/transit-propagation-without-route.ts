import { documentation } from '../../aws/documentation-links.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { attachedVpcs, routesInto } from '../facts/transit-routes.ts';
import { nameOf } from '../facts/names.ts';

interface Facts {
  readonly name: string;
  readonly gateway: string;
  readonly vpc: string;
  readonly table: string;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  if (lookup.isMissing('route-tables')) return;
  for (const attached of attachedVpcs(lookup)) {
    const { attachment, gateway, vpc } = attached;
    const table = lookup.byKind['transit-gateway-route-table'].find(({ value }) => value.propagations.includes(attachment.id));
    if (!table || vpc.subnets.length === 0 || routesInto(lookup, attached).length > 0) continue;
    yield { evidence: [{ at: vpc.id }, { at: attachment.id }], facts: { name: nameOf(lookup, attachment.id), gateway: nameOf(lookup, gateway), vpc: nameOf(lookup, vpc.id), table: nameOf(lookup, table.id) } };
  }
}

export const transitPropagationWithoutRoute = defineRule<Facts>({
  id: 'transit-propagation-without-route',
  area: 'gateways',
  severity: 'advice',
  why: 'Propagation tells a transit gateway where a VPC is; the VPC’s own route tables are told nothing and need a route to the transit gateway.',
  learnMore: documentation.transitGatewayAttachments,
  check,
  explain: ({ name, gateway, vpc, table }) => `${name} propagates into ${table}, but no route table of ${vpc} leads to ${gateway}, so nothing comes back; add a route there.`,
});
