import { documentation } from '../../aws/documentation-links.ts';
import type { Lookup, SubnetEntry } from '../../lookup/entries.ts';
import { asRowId } from '../../model/ids.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf, nameOfHolder } from '../facts/names.ts';
import { findStrayedReplies, type StrayedReply } from '../facts/strayed-replies.ts';

interface Facts {
  readonly machine: string;
  readonly subnet: string;
  readonly gateway: string;
  readonly table: string;
  readonly destination: string;
  readonly target: string;
  /** Whether a transit gateway takes the replies, and leads them astray. */
  readonly isTransit: boolean;
}

function describe(lookup: Lookup, subnet: SubnetEntry, { entry, gateway, table: id, row }: StrayedReply): Facts {
  const table = lookup.resource(id);
  const route = table?.kind === 'route-table' ? table.routes[asRowId(row)] : undefined;
  return {
    machine: nameOfHolder(lookup, entry),
    subnet: nameOf(lookup, subnet.id),
    gateway: nameOf(lookup, gateway),
    table: nameOf(lookup, id),
    destination: route?.destination ?? row,
    target: route === undefined || route.target === 'local' ? 'another way' : nameOf(lookup, route.target),
    isTransit: route !== undefined && lookup.resource(route.target)?.kind === 'transit-gateway',
  };
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const subnet of lookup.subnets.values()) {
    const told = new Set<string>();
    for (const strayed of findStrayedReplies(lookup, subnet)) {
      const key = `${strayed.table} ${strayed.row} ${strayed.gateway}`;
      if (told.has(key)) continue;
      told.add(key);
      yield { evidence: [{ at: strayed.table, row: strayed.row }, { at: subnet.id }, { at: strayed.gateway }], facts: describe(lookup, subnet, strayed) };
    }
  }
}

export const asymmetricRouting = defineRule<Facts>({
  id: 'asymmetric-routing',
  area: 'routing',
  severity: 'warning',
  why: 'A reply has to leave by the gateway its request came in by: another one does not know the connection and drops it.',
  learnMore: documentation.natGatewayTroubleshooting,
  check,
  explain: ({ machine, subnet, gateway, table, destination, target, isTransit }) =>
    `Requests reach ${machine} in ${subnet} by ${gateway}, but ${table} sends the replies (${destination}) to ${target}, ${isTransit ? 'by which they do not get back' : 'which drops them'}; route them back by ${gateway}.`,
});
