import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { isUsableAttachment, tablesOf, type AttachmentEntry } from '../../lookup/transit-gateways.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { addValue, expectValue, together } from '../fixes/patch-of.ts';

interface Facts {
  readonly attachment: AttachmentEntry;
  readonly name: string;
  readonly gateway: string;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const attachment of lookup.byKind['transit-gateway-attachment']) {
    const { routeTable, routeTableKnown, transitGateway } = attachment.value;
    if (routeTable !== undefined || routeTableKnown === false || !isUsableAttachment(attachment)) continue;
    yield { evidence: [{ at: attachment.id }, { at: transitGateway }], namedBy: 1, facts: { attachment, name: nameOf(lookup, attachment.id), gateway: nameOf(lookup, transitGateway) } };
  }
}

/** With one table there is no doubt; with several only a person knows which one is meant. */
function fix({ attachment, name }: Facts, lookup: Lookup): readonly Fix[] {
  const [table, ...others] = tablesOf(lookup, attachment.value.transitGateway);
  if (!table || others.length > 0) return [];
  const patch = together([expectValue([table.id, 'kind'], 'transit-gateway-route-table')], addValue([attachment.id, 'routeTable'], table.id));
  return [{ title: `Associate ${name} with ${nameOf(lookup, table.id)}`, effect: `Sends what comes from ${name} where the routes of ${nameOf(lookup, table.id)} lead.`, patch }];
}

export const transitAttachmentWithoutTable = defineRule<Facts>({
  id: 'transit-attachment-without-table',
  area: 'gateways',
  severity: 'warning',
  why: 'The route table that an attachment is associated with decides for what comes in through it; without one everything is dropped.',
  learnMore: documentation.transitGatewayRouteTables,
  check,
  explain: ({ name, gateway }) => `${name} is associated with no route table, so ${gateway} drops what comes from it; associate it with one.`,
  fix,
});
