import { documentation } from '../../aws/documentation-links.ts';
import type { Entry, Lookup } from '../../lookup/entries.ts';
import { findAttachment, isUsableAttachment } from '../../lookup/transit-gateways.ts';
import type { TransitGatewayRoute, TransitGatewayRouteTable } from '../../model/resources/index.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { removeValue } from '../fixes/patch-of.ts';

interface Facts {
  readonly table: Entry<TransitGatewayRouteTable>;
  readonly row: string;
  readonly route: TransitGatewayRoute;
  readonly name: string;
  readonly attachment: string | undefined;
}

/** A blackhole that names no attachment was written as one; the others lost theirs. */
function isLost(lookup: Lookup, { attachment, origin, state }: TransitGatewayRoute): boolean {
  if (origin === 'propagated') return false;
  if (attachment === undefined) return state !== 'blackhole';
  const entry = findAttachment(lookup, attachment);
  return entry ? !isUsableAttachment(entry) : lookup.design.snapshot === undefined || state === 'blackhole';
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const table of lookup.byKind['transit-gateway-route-table']) {
    for (const [row, route] of Object.entries(table.value.routes)) {
      if (!isLost(lookup, route)) continue;
      const facts: Facts = { table, row, route, name: nameOf(lookup, table.id), attachment: route.attachment === undefined ? undefined : nameOf(lookup, route.attachment) };
      yield { evidence: [{ at: table.id, row }], facts };
    }
  }
}

export const transitBlackholeRoute = defineRule<Facts>({
  id: 'transit-blackhole-route',
  area: 'routing',
  severity: 'warning',
  why: 'A static route of a transit gateway stays when its attachment is deleted or fails, and then drops everything it matches.',
  learnMore: documentation.transitGatewayRouteTables,
  check,
  explain: ({ name, route, attachment }) =>
    attachment === undefined
      ? `${name} sends ${route.destination} to an attachment that is gone; point it at another one, make it a blackhole on purpose, or remove it.`
      : `${name} sends ${route.destination} to ${attachment}, which carries nothing; point it at another attachment or remove it.`,
  fix: ({ table, row, route, name }) => [{ title: `Remove the route to ${route.destination} from ${name}`, patch: removeValue([table.id, 'routes', row], route) }],
});
