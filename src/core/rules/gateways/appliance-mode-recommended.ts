import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Lookup, SubnetEntry } from '../../lookup/entries.ts';
import { subnetsOfAttachment, type AttachmentEntry } from '../../lookup/transit-gateways.ts';
import { resolveTarget } from '../../lookup/route-target.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { attachedVpcs } from '../facts/transit-routes.ts';
import { nameOf } from '../facts/names.ts';
import { addValue, replaceValue } from '../fixes/patch-of.ts';

interface Facts {
  readonly attachment: AttachmentEntry;
  readonly name: string;
  readonly vpc: string;
  readonly appliance: string;
}

/** The interface or endpoint that a subnet of the attachment sends traffic through. */
function applianceOf(lookup: Lookup, { vpc, routeTable }: SubnetEntry): string | undefined {
  for (const route of Object.values(routeTable?.value.routes ?? {})) {
    const target = resolveTarget(lookup, vpc, route);
    if (target.kind === 'network-interface' || (target.kind !== 'local' && target.kind !== 'blackhole' && target.id.startsWith('vpce-'))) return target.id;
  }
  return undefined;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const { attachment, vpc } of attachedVpcs(lookup)) {
    const subnets = subnetsOfAttachment(lookup, attachment);
    if (attachment.value.applianceMode === true || subnets.length < 2) continue;
    const appliance = subnets.map((subnet) => applianceOf(lookup, subnet)).find((id) => id !== undefined);
    if (appliance === undefined) continue;
    yield { evidence: [{ at: attachment.id }, { at: appliance as AttachmentEntry['id'] }], namedBy: 1, facts: { attachment, name: nameOf(lookup, attachment.id), vpc: nameOf(lookup, vpc.id), appliance: nameOf(lookup, appliance) } };
  }
}

function fix({ attachment, name }: Facts): readonly Fix[] {
  const { applianceMode } = attachment.value;
  const patch = applianceMode === undefined ? addValue([attachment.id, 'applianceMode'], true) : replaceValue([attachment.id, 'applianceMode'], applianceMode, true);
  return [{ title: `Turn on appliance mode of ${name}`, effect: 'Keeps both directions of a connection in one Availability Zone.', patch }];
}

export const applianceModeRecommended = defineRule<Facts>({
  id: 'appliance-mode-recommended',
  area: 'gateways',
  severity: 'warning',
  why: 'Without appliance mode a transit gateway sends the two directions of a connection into different Availability Zones, and a stateful appliance sees only half of it (TRANSIT_GATEWAY_APPLIANCE_MODE_RECOMMENDED).',
  learnMore: documentation.transitGatewayAppliances,
  check,
  explain: ({ name, vpc, appliance }) => `${name} leads traffic in several zones through ${appliance} of ${vpc} without appliance mode; turn it on, so that replies come back through the same appliance.`,
  fix,
});
